/** Writes results of queries as JSON in which INTEGER and FLOAT stay apart. */
import type { CypherMap, CypherResult, CypherValue } from './result.ts'

/**
 * The result as one JSON document, `{"columns": […], "rows": [[…], …]}` with a line for each row, in pieces of some size.
 * An INTEGER is written with all its digits, a FLOAT with a point or an exponent (`51.0`), and where it is no number as the
 * text `NaN`, `Infinity` or `-Infinity`; a date, a time, a duration as its text. A node, a relationship, a path, a point and
 * bytes (as base64) are objects with `kind`; result.ts has their other members.
 */
export function* cypherJson({ columns, rows }: CypherResult): Generator<string, void, undefined> {
  yield `{\n  "columns": ${valueJson(columns)},\n  "rows": [`
  let separator = '\n'
  for (const row of rows) {
    yield `${separator}    ${valueJson(row)}`
    separator = ',\n'
  }
  yield rows.length > 0 ? '\n  ]\n}\n' : ']\n}\n'
}

/** A value as JSON on one line, as {@link cypherJson} writes it. */
export function valueJson(value: CypherValue): string {
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return floatJson(value)
  if (value === null || typeof value !== 'object') return json(value)
  if (isList(value)) return `[${value.map(valueJson).join(', ')}]`
  if (isMap(value)) return mapJson(value)
  switch (value.kind) {
    case 'node': {
      const { kind, elementId, labels, properties } = value
      return object({ kind, elementId }, { labels: valueJson(labels), properties: mapJson(properties) })
    }
    case 'relationship': {
      const { kind, elementId, type, from, to, properties } = value
      return object({ kind, elementId, type, from, to }, { properties: mapJson(properties) })
    }
    case 'path': {
      const { kind, nodes, relationships } = value
      return object({ kind }, { nodes: valueJson(nodes), relationships: valueJson(relationships) })
    }
    case 'point':
      return object({ kind: value.kind, srid: value.srid }, { coordinates: valueJson(value.coordinates) })
    case 'bytes':
      return object({ kind: value.kind, base64: base64Of(value.bytes) }, {})
    default:
      return json(value.text)
  }
}

/** `Array.isArray` alone does not know lists that are not to be changed. */
export function isList(value: object): value is readonly CypherValue[] {
  return Array.isArray(value)
}

/** Whether it is a MAP. */
export function isMap(value: object): value is CypherMap {
  return value instanceof Map
}

/** As text with a point or an exponent, so that it reads as FLOAT: `51.0`, `1e+21`, `NaN`. */
export function floatText(value: number): string {
  if (Object.is(value, -0)) return '-0.0'
  const text = String(value)
  return /^-?\d+$/.test(text) ? `${text}.0` : text
}

function floatJson(value: number): string {
  return Number.isFinite(value) ? floatText(value) : json(String(value))
}

function mapJson(map: CypherMap): string {
  return `{${Array.from(map, ([key, value]) => `${json(key)}: ${valueJson(value)}`).join(', ')}}`
}

/** An object of plain members, and of members that are JSON already. */
function object(plain: Readonly<Record<string, unknown>>, rest: Readonly<Record<string, string>>): string {
  const members = [
    ...Object.entries(plain).map(([key, value]) => [key, json(value)] as const),
    ...Object.entries(rest),
  ]
  return `{${members.map(([key, text]) => `${json(key)}: ${text}`).join(', ')}}`
}

function json(value: unknown): string {
  return JSON.stringify(value)
}

/** Bytes as base64. */
export function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

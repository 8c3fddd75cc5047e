/** Writes values into Cypher text: the one place that does, for scripts that have no parameters. */
import type { PropertyValue } from '../graph/knowledge-graph.ts'
import type { ValueType } from '../graph/value-types.ts'

/** Control characters, and all that some program takes for the end of a line. */
const lineBreaking = /[\0-\x1F\x7F-\x9F\u2028\u2029]/g

const escapes: ReadonlyMap<string, string> = new Map([
  ["'", String.raw`\'`],
  ['\\', String.raw`\\`],
  ['\n', String.raw`\n`],
  ['\r', String.raw`\r`],
  ['\t', String.raw`\t`],
])

/** A value as a literal of Cypher; `type` is its own, or that of the items of a list. A day is a text: there is no such literal. */
export function cypherLiteral(value: PropertyValue, type: ValueType): string {
  if (typeof value === 'object') return `[${value.map((item) => cypherLiteral(item, type)).join(', ')}]`
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return type === 'integer' ? String(value) : floatLiteral(value)
  return cypherText(value)
}

/** A text as a literal of Cypher. */
export function cypherText(text: string): string {
  return `'${text.replace(/['\\\n\r\t]/g, (character) => escapes.get(character) ?? character)}'`
}

/**
 * A statement on one line: Cypher takes `\uXXXX` for the character itself, within quotes of all kinds.
 */
export function onOneLine(statement: string): string {
  return statement.replace(lineBreaking, unicodeEscape)
}

/** Cypher takes `51` for an integer, and knows no `1e+21`. */
function floatLiteral(value: number): string {
  if (Object.is(value, -0)) return '-0.0'
  const text = String(value).replace('e+', 'e')
  return /^-?\d+$/.test(text) ? `${text}.0` : text
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

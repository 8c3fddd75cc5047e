/** Words values of queries for people, in the manner of Cypher. */
import { base64Of, floatText, isList, isMap } from './result-json.ts'
import type { CypherMap, CypherNode, CypherPath, CypherRelationship, CypherValue } from './result.ts'

/**
 * A value for a cell of a table: a text as it is, everything else as Cypher writes it: `null`, `51.0`, `['a', 2]`,
 * `(:Person {id: 'blinken'})`, `[:RECOGNIZES {…}]`, `(…)-[…]->(…)`, `2024-08-01`.
 */
export function cellText(value: CypherValue): string {
  return typeof value === 'string' ? value : valueText(value)
}

/** The same with texts in quotes, as they stand within a list. */
function valueText(value: CypherValue): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return floatText(value)
  if (value === null || typeof value !== 'object') return String(value)
  if (isList(value)) return `[${value.map(valueText).join(', ')}]`
  if (isMap(value)) return mapText(value)
  switch (value.kind) {
    case 'node':
      return nodeText(value)
    case 'relationship':
      return relationshipText(value)
    case 'path':
      return pathText(value)
    case 'point':
      return `point(${value.coordinates.map(floatText).join(', ')}; srid ${value.srid})`
    case 'bytes':
      return `bytes(${base64Of(value.bytes)})`
    default:
      return value.text
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\n', String.raw`\n`],
  ['\r', String.raw`\r`],
  ['\t', String.raw`\t`],
])

function quoted(text: string): string {
  return `'${text.replace(/[\\'\n\r\t]/g, (character) => escapes.get(character) ?? `\\${character}`)}'`
}

function nameText(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name.replaceAll('`', '``')}\``
}

function mapText(map: CypherMap): string {
  return `{${Array.from(map, ([key, value]) => `${nameText(key)}: ${valueText(value)}`).join(', ')}}`
}

function nodeText({ labels, properties }: CypherNode): string {
  const parts = [labels.map((label) => `:${nameText(label)}`).join('')]
  if (properties.size > 0) parts.push(mapText(properties))
  return `(${parts.filter(Boolean).join(' ')})`
}

function relationshipText({ type, properties }: CypherRelationship): string {
  return `[:${nameText(type)}${properties.size > 0 ? ` ${mapText(properties)}` : ''}]`
}

/** Each relationship in the direction in which the path goes over it. */
function pathText({ nodes, relationships }: CypherPath): string {
  const [first, ...others] = nodes
  const start = first ? nodeText(first) : ''
  return relationships.reduce((text, relationship, place) => {
    const isForward = relationship.from === nodes[place]?.elementId
    const [left, right] = isForward ? ['-', '->'] : ['<-', '-']
    const next = others[place]
    return `${text}${left}${relationshipText(relationship)}${right}${next ? nodeText(next) : ''}`
  }, start)
}

/** Makes results of two stores comparable: by what things are, not by how a store counts them. */
import { isList, valueJson } from '../../../src/cypher/result-json.ts'
import type { CypherMap, CypherResult, CypherValue } from '../../../src/cypher/result.ts'

/** The columns, and the rows as text; sorted unless they are in an order that the query asks for. */
export function comparableResult({ columns, rows }: CypherResult, isOrdered: boolean): readonly string[] {
  const lines = rows.map((row) => row.map(comparable).map(valueJson).join(' | '))
  return [columns.join(' | '), ...(isOrdered ? lines : lines.sort())]
}

function comparable(value: CypherValue): CypherValue {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map(comparable)
  if (value instanceof Map) return sorted(value as CypherMap)
  if (!('kind' in value)) return value
  switch (value.kind) {
    case 'node':
      return {
        ...value,
        elementId: '',
        labels: [...value.labels].sort(),
        properties: sorted(value.properties),
      }
    case 'relationship':
      return { ...value, elementId: '', from: '', to: '', properties: sorted(value.properties) }
    case 'path':
      return {
        ...value,
        nodes: value.nodes.map((node) => comparable(node) as (typeof value.nodes)[number]),
        relationships: value.relationships.map(
          (one) => comparable(one) as (typeof value.relationships)[number],
        ),
      }
    default:
      return value
  }
}

function sorted(map: CypherMap): CypherMap {
  const entries = Array.from(map, ([key, value]) => [key, comparable(value)] as const)
  return new Map(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** In which columns queries give entities, sources and claims, and how these are read. */
import type { Claim, Entity, Source } from '../../graph/knowledge-graph.ts'
import type { GraphSchema } from '../../graph/schema.ts'
import { claimProperties, entityProperties, sourceProperties } from '../../neo4j/own-properties.ts'
import { claimFrom, entityFrom, sourceFrom, type StoredValues } from '../../neo4j/read-records.ts'
import { valueTypeOf } from '../../graph/value-types.ts'
import { plainValue, type Cells } from './read-values.ts'

/**
 * Cypher for what an entity's node holds: columns without names, which take the driver less than half as long as a map.
 */
export function entityColumns(node: string): string {
  return columnsOf(node, [], entityProperties, '$typeProperties')
}

/** Cypher for what a source's node holds. */
export function sourceColumns(node: string): string {
  return columnsOf(node, [], sourceProperties, '$typeProperties')
}

/** Cypher for a claim: its ends, and what its relationship holds. */
export function claimColumns(relationship: string): string {
  const ends = [`startNode(${relationship}).id`, `endNode(${relationship}).id`]
  return columnsOf(relationship, ends, claimProperties, '$relationProperties')
}

/**
 * All properties are read at once, for one at a time takes the server twice as long. Dates come as text, as it takes the
 * driver long to make objects of them.
 */
function columnsOf(
  thing: string,
  first: readonly string[],
  names: readonly string[],
  declared: string,
): string {
  const columns = names.map((name) =>
    valueTypeOf(name) === 'date' ? `toString(held.${name})` : `held.${name}`,
  )
  const others = `[key IN keys(held) WHERE key IN ${declared} | [key, held[key]]]`
  return `head([held IN [properties(${thing})] | [${[...first, ...columns, others].join(', ')}]])`
}

/** Parameters that these columns take: the names of all properties that types and relations declare. */
export function columnParameters({ types, relations }: GraphSchema): Readonly<Record<string, Cells>> {
  const namesIn = (declaring: Iterable<{ readonly properties: ReadonlyMap<string, unknown> }>) => [
    ...new Set(Array.from(declaring, ({ properties }) => [...properties.keys()]).flat()),
  ]
  return { typeProperties: namesIn(types.values()), relationProperties: namesIn(relations.values()) }
}

/** The entity in {@link entityColumns}. */
export function entityOf(schema: GraphSchema, cells: Cells): Entity {
  return entityFrom(schema, valuesOf(entityProperties, cells))
}

/** The source in {@link sourceColumns}. */
export function sourceOf(schema: GraphSchema, cells: Cells): Source {
  return sourceFrom(schema, valuesOf(sourceProperties, cells))
}

/** The claim in {@link claimColumns}. */
export function claimOf(schema: GraphSchema, [subject, object, ...cells]: Cells): Claim {
  return claimFrom(schema, subject as string, object as string, valuesOf(claimProperties, cells))
}

function valuesOf(names: readonly string[], cells: Cells): StoredValues {
  const values = new Map<string, unknown>()
  names.forEach((name, index) => {
    const value = plainValue(cells[index])
    if (value !== null && value !== undefined) values.set(name, value)
  })
  for (const [name, value] of cells[names.length] as readonly (readonly [string, unknown])[]) {
    values.set(name, plainValue(value))
  }
  return values
}

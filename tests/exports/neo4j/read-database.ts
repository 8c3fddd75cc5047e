/** Reads all of a graph back from a database, and says what ought to be there. */
import { Date as Neo4jDate, type Driver } from 'neo4j-driver'
import type { KnowledgeGraph, PropertyValue } from '../../../src/graph/knowledge-graph.ts'
import { nodeRecords, relationshipRecords } from '../../../src/neo4j/records.ts'
import { valueTypeOf, type ValueType } from '../../../src/graph/value-types.ts'

/** Everything under the name of a graph: nodes by base label and id, relationships by type and id. */
export type Contents = ReadonlyMap<string, unknown>

/** What a database holds under the name of a graph; integers are bigints, days begin with `date`. Its driver gives bigints. */
export async function readDatabase(driver: Driver, name: string): Promise<Contents> {
  const nodes = await driver.executeQuery(
    'MATCH (n {_graph: $name}) RETURN labels(n) AS labels, properties(n) AS properties',
    { name },
  )
  const relationships = await driver.executeQuery(
    `MATCH (a)-[r {_graph: $name}]->(b)
     RETURN type(r) AS type, properties(r) AS properties, labels(a) AS from, a.id AS fromId, labels(b) AS to, b.id AS toId`,
    { name },
  )
  const read = [...nodes.records, ...relationships.records].map((row): readonly [string, unknown] => {
    const { properties, labels, type, from, to, ...ids } = row.toObject() as ReadRow
    const kind = type ?? baseLabelOf(labels ?? [])
    return [
      `${kind} ${String(properties['id'])}`,
      {
        properties: new Map(Object.entries(properties).map(([key, value]) => [key, plain(value)])),
        ...(labels && { labels: [...labels].sort() }),
        ...(from && to && { ends: [baseLabelOf(from), ids.fromId, baseLabelOf(to), ids.toId] }),
      },
    ]
  })
  if (new Map(read).size !== read.length) throw new Error('something is in the database twice')
  return new Map(read)
}

interface ReadRow {
  readonly properties: Readonly<Record<string, unknown>>
  readonly labels?: readonly string[]
  readonly type?: string
  readonly from?: readonly string[]
  readonly fromId?: unknown
  readonly to?: readonly string[]
  readonly toId?: unknown
}

/** What {@link readDatabase} ought to give for a graph. */
export function contentsOf(graph: KnowledgeGraph, name: string): Contents {
  const contents = new Map<string, unknown>()
  for (const { label, id, labels, properties, declared } of nodeRecords(graph, name)) {
    contents.set(`${label} ${id}`, { properties: typed(properties, declared), labels: [...labels].sort() })
  }
  for (const { type, id, from, to, properties, declared } of relationshipRecords(graph, name)) {
    const ends = [from.label, from.id, to.label, to.id]
    contents.set(`${type} ${id}`, { properties: typed(properties, declared), ends })
  }
  return contents
}

function baseLabelOf(labels: readonly string[]): string {
  return ['Entity', 'Source', 'Claim'].find((label) => labels.includes(label)) ?? 'none'
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  return value instanceof Neo4jDate ? `date ${value.toString()}` : value
}

function typed(
  properties: Readonly<Record<string, PropertyValue>>,
  declared: Parameters<typeof valueTypeOf>[1],
): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(properties).map(([name, value]) => [name, asStored(value, valueTypeOf(name, declared))]),
  )
}

function asStored(value: PropertyValue, type: ValueType): unknown {
  if (typeof value === 'object') return value.map((item) => asStored(item, type))
  if (typeof value === 'number') return type === 'integer' ? BigInt(value) : value
  return type === 'date' ? `date ${String(value)}` : value
}

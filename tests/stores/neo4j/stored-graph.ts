/** Compares what a database holds of a graph with what it should hold, thing by thing. */
import neo4j, { type Driver, type Record as Row } from 'neo4j-driver'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { markerLabel } from '../../../src/neo4j/constraints.ts'
import {
  nodeRecords,
  relationshipRecords,
  type NodeRecord,
  type RelationshipRecord,
} from '../../../src/neo4j/records.ts'
import { valueTypeOf, type ValueType } from '../../../src/graph/value-types.ts'

/** What is wrong with a graph in a database: nothing where both lists are empty. */
export interface Mismatch {
  /** In the graph but not in the database, or not as often. Both show a few things only. */
  readonly missing: readonly string[]
  readonly surplus: readonly string[]
}

/** The mismatch of a graph that is as it should be. */
export const noMismatch: Mismatch = { missing: [], surplus: [] }

/** Compares every node and relationship: labels or type, ends, properties with their types, and how often it is there. */
export async function compareStored(driver: Driver, graph: KnowledgeGraph, name: string): Promise<Mismatch> {
  const counts = new Map<string, number>()
  const count = (text: string, by: number): void => void counts.set(text, (counts.get(text) ?? 0) + by)
  for (const record of nodeRecords(graph, name)) count(expectedNode(record), 1)
  for (const record of relationshipRecords(graph, name)) count(expectedRelationship(record), 1)
  for (const text of await storedThings(driver, name)) count(text, -1)
  const off = (sign: 1 | -1): string[] =>
    [...counts].flatMap(([text, number]) => (number * sign > 0 ? text : [])).slice(0, 5)
  return { missing: off(1), surplus: off(-1) }
}

/** What the marker says; undefined where there is none. */
export async function storedMarker(
  driver: Driver,
  name: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const text = `MATCH (m:${markerLabel} {name: $name}) RETURN m {.state, .token, .version, .batch} AS marker`
  const { records } = await driver.executeQuery(text, { name })
  return records[0]?.get('marker') as Record<string, unknown> | undefined
}

async function storedThings(driver: Driver, name: string): Promise<string[]> {
  const rows = async (text: string): Promise<readonly Row[]> =>
    (await driver.executeQuery(text, { name })).records
  const nodes = await rows(
    'MATCH (n) WHERE n._graph = $name RETURN labels(n) AS labels, properties(n) AS properties',
  )
  const relationships = await rows(
    'MATCH (a)-[r]->(b) WHERE r._graph = $name ' +
      'RETURN type(r) AS type, properties(r) AS properties, a.id AS a, labels(a) AS la, b.id AS b, labels(b) AS lb',
  )
  return [
    ...nodes.map((row) => thing('node', row.get('labels') as string[], storedValues(row))),
    ...relationships.map((row) =>
      thing(
        'relationship',
        [row.get('type') as string, end(row, 'a', 'la'), end(row, 'b', 'lb')],
        storedValues(row),
      ),
    ),
  ]
}

function end(row: Row, id: string, labels: string): string {
  const base = (row.get(labels) as string[]).filter((label) => /^(?:Entity|Source|Claim)$/.test(label))
  return `${base.join(' ')} ${String(row.get(id))}`
}

function expectedNode(record: NodeRecord): string {
  return thing('node', record.labels, expectedValues(record))
}

function expectedRelationship(record: RelationshipRecord): string {
  const { type, from, to } = record
  const what = [type, `${from.label} ${from.id}`, `${to.label} ${to.id}`]
  return thing('relationship', what, expectedValues(record))
}

/** The names of labels have no order, but a relationship has a beginning and an end. */
function thing(kind: 'node' | 'relationship', what: readonly string[], values: readonly string[]): string {
  const ordered = kind === 'node' ? [...what].sort() : what
  return `${kind} ${JSON.stringify([ordered, [...values].sort()])}`
}

function expectedValues({ properties, declared }: NodeRecord | RelationshipRecord): string[] {
  return Object.entries(properties).map(([name, value]) => {
    const type = valueTypeOf(name, declared)
    const items = Array.isArray(value) ? (value as readonly unknown[]) : [value]
    return worded(
      name,
      items.map((item) => [type, String(item)]),
    )
  })
}

function storedValues(row: Row): string[] {
  return Object.entries(row.get('properties') as Record<string, unknown>).map(([name, value]) =>
    worded(
      name,
      (Array.isArray(value) ? value : [value]).map((item: unknown) => [storedType(item), String(item)]),
    ),
  )
}

function worded(name: string, items: readonly (readonly [type: ValueType, text: string])[]): string {
  return JSON.stringify([name, ...items])
}

function storedType(value: unknown): ValueType {
  if (neo4j.isInt(value)) return 'integer'
  if (neo4j.isDate(value)) return 'date'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'number' ? 'float' : 'text'
}

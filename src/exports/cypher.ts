/** Writes a graph as a script of Cypher statements, for any program that runs these one after another. */
import type { KnowledgeGraph, PropertyValue } from '../graph/knowledge-graph.ts'
import { schemaToJson } from '../graph/schema-json.ts'
import { markerLabel, nodeRules, relationshipRule } from '../neo4j/constraints.ts'
import { escapeName } from '../neo4j/escape-name.ts'
import { fingerprintOf } from '../neo4j/fingerprint.ts'
import { defaultGraphName, firstMarker, type GraphMarker } from '../neo4j/marker.ts'
import { typesOf } from '../neo4j/relationship-types.ts'
import {
  nodeRecords,
  relationshipRecords,
  type NodeRecord,
  type RelationshipRecord,
} from '../neo4j/records.ts'
import type { ValueType } from '../graph/value-types.ts'
import { batched, type BatchRow, type Cell } from './cypher-batches.ts'
import { cypherLiteral, cypherText, onOneLine } from './cypher-literal.ts'
import { checkedRecords, storedTypeOf, type AnyRecord, type Neo4jExportOptions } from './neo4j-records.ts'
import { sortedGraph } from './rows.ts'

/** How many fingerprints are put into one. */
const digestLength = 1024

const introduction = `// A graph for Neo4j 5.26 or later, written by stancegraph. Each statement is one line that ends in a semicolon.
// It may be run again, also where it was cut short. Where the database holds another graph of this name, or one that was
// loaded since, it changes nothing and fails on the constraint "stancegraph graph": use stancegraph load instead.
`

/**
 * The graph as Cypher, statement by statement: each is one line that ends in `;`, and may run in a transaction of its
 * own; only the introduction stands on lines without. It makes constraints and indexes, and writes the graph under a
 * marker that is `loading` until the last statement. It only fills a graph that is not there yet, or that the same
 * script has written; otherwise it fails on the constraint `stancegraph graph` before it writes anything. The same graph
 * gives the same script, whatever the order of its parts. Throws `ExportError` where the graph holds what Neo4j cannot.
 */
export function* toCypherScript(
  graph: KnowledgeGraph,
  { name = defaultGraphName }: Neo4jExportOptions = {},
): Generator<string, void, undefined> {
  const sorted = sortedGraph(graph)
  const marker = firstMarker(sorted, name, tokenOf(sorted, name))
  yield introduction
  for (const { statement } of [...nodeRules, ...[...typesOf(sorted)].sort().map(relationshipRule)])
    yield line(statement)
  yield line(beginning(marker))
  const ours = ifStillOurs(marker)
  for (const statement of nodeStatements(sorted, name)) yield line(`${ours} ${statement}`)
  for (const statement of relationshipStatements(sorted, name)) yield line(`${ours} ${statement}`)
  yield line('CALL db.awaitIndexes(3600)')
  yield line(ownMarker(marker))
  yield line(`${ours} SET g.state = 'ready'`)
}

/** The same for the same graph only, so that one script is not taken for another. */
function tokenOf(graph: KnowledgeGraph, name: string): string {
  let digest = 0
  let fingerprints: number[] = []
  for (const record of checkedRecords(graph, name)) {
    fingerprints.push(record.fingerprint)
    if (fingerprints.length < digestLength) continue
    digest = fingerprintOf([digest, fingerprints])
    fingerprints = []
  }
  digest = fingerprintOf([digest, fingerprints, schemaToJson(graph.schema)])
  return `script ${digest.toString(16)}`
}

/** Fails on a constraint where the marker of the graph has another token: it is somebody else's graph. */
function ownMarker({ name, token }: GraphMarker): string {
  return `MERGE (g:${markerLabel} {name: ${cypherText(name)}, token: ${cypherText(token)}})`
}

function beginning(marker: GraphMarker): string {
  const { version, batch, schema, types } = marker
  const created = `g.version = ${version}, g.batch = ${batch}, g.schema = ${cypherText(schema)}, g.types = ${cypherLiteral(types, 'text')}`
  return `${ownMarker(marker)} ON CREATE SET ${created} SET g.state = 'loading'`
}

/**
 * The beginning of statements that do nothing once a load has taken the graph over, which changes the token. Setting the
 * name to what it is waits for a load that is just about to.
 */
function ifStillOurs({ name, token }: GraphMarker): string {
  const graph = cypherText(name)
  return `MATCH (g:${markerLabel} {name: ${graph}}) SET g.name = ${graph} WITH g WHERE g.token = ${cypherText(token)}`
}

/** A node or relationship. Its columns are its properties, by name in backticks, and of a relationship `from` and `to`. */
interface RecordRow<T extends AnyRecord> extends BatchRow {
  readonly record: T
}

const id = escapeName('id')

function* nodeStatements(graph: KnowledgeGraph, name: string): Generator<string> {
  const rows = map(nodeRecords(graph, name), (record) => {
    return { key: JSON.stringify(record.labels), cells: new Map(cellsOf(record)), record }
  })
  for (const {
    rows: [{ record }],
    unwind,
    values,
  } of batched<RecordRow<NodeRecord>>(rows)) {
    const labels = record.labels.map((label) => `:${escapeName(label)}`).join('')
    const node = `(n:${record.label} {_graph: ${cypherText(name)}, id: ${values.get(id)}})`
    yield `${unwind}MERGE ${node} SET n${labels}, n += ${propertiesOf(values)}`
  }
}

function* relationshipStatements(graph: KnowledgeGraph, name: string): Generator<string> {
  const rows = map(relationshipRecords(graph, name), (record) => {
    const { type, from, to } = record
    const ends = [['from', textCell(from.id)] as const, ['to', textCell(to.id)] as const]
    const key = JSON.stringify([from.label, type, to.label])
    return { key, cells: new Map([...ends, ...cellsOf(record)]), record }
  })
  const graphName = cypherText(name)
  for (const {
    rows: [{ record }],
    unwind,
    values,
  } of batched<RecordRow<RelationshipRecord>>(rows)) {
    const [from, to] = (['from', 'to'] as const).map(
      (end) => `(${end}:${record[end].label} {_graph: ${graphName}, id: ${values.get(end)}})`,
    )
    const relationship = `[r:${escapeName(record.type)} {_graph: ${graphName}, id: ${values.get(id)}}]`
    yield `${unwind}MATCH ${from} MATCH ${to} MERGE (from)-${relationship}->(to) SET r += ${propertiesOf(values)}`
  }
}

function* map<T, U>(items: Iterable<T>, change: (item: T) => U): Generator<U> {
  for (const item of items) yield change(item)
}

/** All properties but the name of the graph, which is the same for all. */
function cellsOf(record: AnyRecord): (readonly [string, Cell])[] {
  return Object.entries(record.properties).flatMap(([property, value]) => {
    const stored = property === '_graph' ? undefined : storedTypeOf(record, property, value)
    return stored ? [[escapeName(property), cellOf(value, stored.type)] as const] : []
  })
}

function cellOf(value: PropertyValue, type: ValueType): Cell {
  return { literal: cypherLiteral(value, type), isDay: type === 'date' }
}

function textCell(text: string): Cell {
  return { literal: cypherText(text), isDay: false }
}

function propertiesOf(values: ReadonlyMap<string, string>): string {
  const properties = [...values].filter(([column]) => column.startsWith('`'))
  return `{${properties.map(([property, value]) => `${property}: ${value}`).join(', ')}}`
}

function line(statement: string): string {
  return `${onOneLine(statement)};\n`
}

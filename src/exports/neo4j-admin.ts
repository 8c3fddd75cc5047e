/** Writes a graph as files that `neo4j-admin database import full` makes a Neo4j database of. */
import { stringify, type Options } from 'csv-stringify/sync'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { markerLabel } from '../neo4j/constraints.ts'
import { defaultGraphName, firstMarker } from '../neo4j/marker.ts'
import {
  nodeRecords,
  relationshipRecords,
  type NodeRecord,
  type RelationshipRecord,
} from '../neo4j/records.ts'
import { importScript, readmeText } from './neo4j-admin-script.ts'
import { planTables, type Table } from './neo4j-admin-tables.ts'
import type { Neo4jExportOptions } from './neo4j-records.ts'
import { sortedGraph } from './rows.ts'

/** Chunks have at least this many characters, save the last. */
const chunkLength = 1 << 16

/** Rows that are given to the library at once. */
const batchLength = 64

/** The importer takes a field without quotes for absent, and a line break in one for the end of the row. */
const format: Options = { record_delimiter: 'unix', quoted_match: /^$|^\s|\s$|[\r\n]/ }

/**
 * Files by name, each in chunks: encode them as UTF-8 one after another. `import.sh` runs the importer of Neo4j 5.26 or
 * later on the others, and says what to do next. The same graph gives the same files, whatever the order of its parts.
 * Throws `ExportError` where the graph holds what the importer cannot take: an empty list, a list with nothing but one
 * empty text, or a property with a line break, `(` or `{` in its name.
 */
export function toNeo4jAdmin(
  graph: KnowledgeGraph,
  { name = defaultGraphName }: Neo4jExportOptions = {},
): ReadonlyMap<string, Iterable<string>> {
  const sorted = sortedGraph(graph)
  const plan = planTables(sorted, name)
  const files = new Map<string, Iterable<string>>()
  for (const table of plan.nodes) files.set(table.file, nodeTable(sorted, name, plan.arrayDelimiter, table))
  for (const table of plan.relationships) files.set(table.file, relationshipTable(sorted, name, table))
  files.set('graph.csv', [markerTable(sorted, name, plan.arrayDelimiter)])
  files.set('import.sh', [importScript(plan, name)])
  files.set('README.txt', [readmeText(plan, name)])
  return files
}

function* nodeTable(
  graph: KnowledgeGraph,
  name: string,
  arrayDelimiter: string,
  table: Table<NodeRecord>,
): Generator<string, void, undefined> {
  const header = [...table.headers, ':LABEL']
  yield* written(header, nodeRecords(graph, name), (node) => {
    const fields = table.fields(node)
    return fields && [...fields, node.labels.join(arrayDelimiter)]
  })
}

function* relationshipTable(
  graph: KnowledgeGraph,
  name: string,
  table: Table<RelationshipRecord>,
): Generator<string, void, undefined> {
  const header = [':START_ID', ':END_ID', ':TYPE', ...table.headers]
  yield* written(header, relationshipRecords(graph, name), (relationship) => {
    const { from, to, type } = relationship
    const fields = table.fields(relationship)
    return fields && [from.id, to.id, type, ...fields]
  })
}

/** Its ids are of a space of their own, since an entity may have the id that the graph has as name. */
function markerTable(graph: KnowledgeGraph, name: string, arrayDelimiter: string): string {
  const marker = firstMarker(graph, name, 'neo4j-admin')
  const header = [
    `name:ID(${markerLabel})`,
    'state',
    'token',
    'version:long',
    'batch:long',
    'schema',
    'types:string[]',
    ':LABEL',
  ]
  const { state, token, version, batch, schema } = marker
  const types = marker.types.join(arrayDelimiter)
  return stringify([header, [name, state, token, version, batch, schema, types, markerLabel]], format)
}

function* written<T>(
  header: readonly string[],
  records: Iterable<T>,
  toRow: (record: T) => readonly (string | undefined)[] | undefined,
): Generator<string, void, undefined> {
  let pending = stringify([header], format)
  let batch: (readonly (string | undefined)[])[] = []
  for (const record of records) {
    const row = toRow(record)
    if (row) batch.push(row)
    if (batch.length < batchLength) continue
    pending += stringify(batch, format)
    batch = []
    if (pending.length < chunkLength) continue
    yield pending
    pending = ''
  }
  yield pending + stringify(batch, format)
}

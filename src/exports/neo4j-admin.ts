/** Writes a graph as files that `neo4j-admin database import full` makes a Neo4j database of. */
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { markerLabel } from '../neo4j/constraints.ts'
import { defaultGraphName, firstMarker } from '../neo4j/marker.ts'
import {
  nodeRecords,
  relationshipRecords,
  type NodeRecord,
  type RelationshipRecord,
} from '../neo4j/records.ts'
import { csvChunks, type CsvFormat } from './csv-chunks.ts'
import { importScript, readmeText } from './neo4j-admin-script.ts'
import { planTables, type Table } from './neo4j-admin-tables.ts'
import type { Neo4jExportOptions } from './neo4j-records.ts'
import { sortedGraph } from './rows.ts'

const format: CsvFormat = { record_delimiter: 'unix' }

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
  files.set('graph.csv', markerTable(sorted, name, plan.arrayDelimiter))
  files.set('import.sh', [importScript(plan, name)])
  files.set('README.txt', [readmeText(plan, name)])
  return files
}

function nodeTable(
  graph: KnowledgeGraph,
  name: string,
  arrayDelimiter: string,
  table: Table<NodeRecord>,
): Generator<string, void, undefined> {
  const header = [...table.headers, ':LABEL']
  return written(header, nodeRecords(graph, name), (node) => {
    const fields = table.fields(node)
    return fields && [...fields, node.labels.join(arrayDelimiter)]
  })
}

function relationshipTable(
  graph: KnowledgeGraph,
  name: string,
  table: Table<RelationshipRecord>,
): Generator<string, void, undefined> {
  const header = [':START_ID', ':END_ID', ':TYPE', ...table.headers]
  return written(header, relationshipRecords(graph, name), (relationship) => {
    const { from, to, type } = relationship
    const fields = table.fields(relationship)
    return fields && [from.id, to.id, type, ...fields]
  })
}

/** Its ids are of a space of their own, since an entity may have the id that the graph has as name. */
function markerTable(graph: KnowledgeGraph, name: string, arrayDelimiter: string): Iterable<string> {
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
  return csvChunks(header, [[name, state, token, version, batch, schema, types, markerLabel]], format)
}

function written<T>(
  header: readonly string[],
  records: Iterable<T>,
  toRow: (record: T) => readonly (string | undefined)[] | undefined,
): Generator<string, void, undefined> {
  return csvChunks(header, rowsOf(records, toRow), format)
}

function* rowsOf<T>(
  records: Iterable<T>,
  toRow: (record: T) => readonly (string | undefined)[] | undefined,
): Generator<readonly (string | undefined)[]> {
  for (const record of records) {
    const row = toRow(record)
    if (row) yield row
  }
}

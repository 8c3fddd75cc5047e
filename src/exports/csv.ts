/** Writes a graph as two tables of comma-separated values, with the headers that Gephi knows. docs/decisions.md has the reasons. */
import type { KnowledgeGraph, PropertyValue } from '../graph/knowledge-graph.ts'
import {
  edgesOf,
  nodesOf,
  type GraphEdge,
  type GraphNode,
  type ViewOptions,
} from '../graph/property-graph.ts'
import { uniqueTitles } from './column-titles.ts'
import type { Cell, Column, Columns } from './columns.ts'
import { csvChunks } from './csv-chunks.ts'
import { edgeKinds } from './edge-kinds.ts'
import { legalText, type Owner } from './legal-text.ts'
import {
  describeEdge,
  describeNode,
  edgeColumns,
  edgeLabel,
  edgeRow,
  nodeColumns,
  nodeRow,
  sortedGraph,
} from './rows.ts'
import { valueText } from './value-text.ts'

export interface CsvOptions extends ViewOptions {
  /**
   * Makes tables for Excel and the like instead of exact ones: a text that they would run as a formula gets an
   * apostrophe before it, and a byte order mark says that the file is UTF-8.
   */
  readonly spreadsheetSafe?: boolean
  /** Called with the place of each text that a spreadsheet would run as a formula. */
  readonly onFormula?: (place: string) => void
}

/** Two tables, each in chunks of 64 kB or more: encode them as UTF-8 one after another. */
export interface CsvTables {
  readonly nodes: Generator<string, void, undefined>
  readonly edges: Generator<string, void, undefined>
}

/** A cell of a record; undefined is an absent value. */
type Field = string | number | undefined

/** What the importer of Gephi takes for its own, in upper or lower case, beside the headers in use. */
const gephiHeaders = ['timeset', 'timestamp', 'interval', 'weight']

/** `source` is the source of an edge to Gephi. */
const renamed: ReadonlyMap<string, string> = new Map([['source', 'reported_in']])

/**
 * The graph as comma-separated values (RFC 4180): a table of all nodes and one of edges, in which every claim is a row
 * with its own id. An absent value is an empty field; an empty text is `""`. Lists are JSON text. The same graph gives
 * the same tables, whatever the order of its parts. They throw `ExportError` where a text holds a character that is no
 * text, such as U+0000.
 */
export function toCsv(graph: KnowledgeGraph, options: CsvOptions = {}): CsvTables {
  const sorted = sortedGraph(graph)
  return { nodes: nodeTable(sorted, options), edges: edgeTable(sorted, options) }
}

function* nodeTable(graph: KnowledgeGraph, options: CsvOptions): Generator<string, void, undefined> {
  const columns = nodeColumns(graph, options)
  const fixed = ['Id', 'Label']
  const toFields = (node: GraphNode): Field[] => {
    const field = fieldWriter(() => describeNode(node), options)
    const cells = columns.cells(nodeRow(graph, node))
    return [field(node.id, 'id'), field(node.name, 'name'), ...placed(columns, cells, field)]
  }
  yield* table(headers(fixed, columns.all), map(nodesOf(graph, options), toFields), options)
}

function* edgeTable(graph: KnowledgeGraph, options: CsvOptions): Generator<string, void, undefined> {
  const columns = edgeColumns(graph, options)
  const kinds = edgeKinds(graph)
  const fixed = ['Source', 'Target', 'Type', 'Id', 'Label', 'Kind']
  const toFields = (edge: GraphEdge): Field[] => {
    const field = fieldWriter(() => describeEdge(edge), options)
    const cells = columns.cells(edgeRow(graph, edge))
    const label = edgeLabel(edge)
    return [
      field(edge.from, 'subject'),
      field(edge.to, 'object'),
      'Directed',
      field(edge.id, 'id'),
      field(label, 'relation'),
      field(kinds.get(edge.id) ?? label, 'relation'),
      ...placed(columns, cells, field),
    ]
  }
  yield* table(headers(fixed, columns.all), map(edgesOf(graph, options), toFields), options)
}

function* map<T, U>(items: Iterable<T>, change: (item: T) => U): Generator<U> {
  for (const item of items) yield change(item)
}

function headers(fixed: readonly string[], columns: readonly Column[]): string[] {
  const named = columns.map((column) => ({ ...column, title: renamed.get(column.title) ?? column.title }))
  const titles = uniqueTitles(named, { taken: [...fixed, ...gephiHeaders], ignoreCase: true })
  const owner = (property: string) => (): string => `The property \`${property}\``
  return [
    ...fixed,
    ...columns.map(({ id, property }) =>
      legalText(titles.get(id) ?? property, 'CSV', owner(property), 'name'),
    ),
  ]
}

type FieldWriter = (value: PropertyValue, property: string) => Field

/** Makes fields of what one node or edge carries. */
function fieldWriter(owner: Owner, { onFormula }: CsvOptions): FieldWriter {
  return (value, property) => {
    if (typeof value === 'number') return value
    const text = valueText(value, 'CSV', owner, property)
    if (onFormula && isFormula(text)) onFormula(`${owner()}, its \`${property}\``)
    return text
  }
}

/** The characters at which `escape_formulas` of csv-stringify puts an apostrophe. */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text)
}

/** One field a column; undefined where there is no cell. */
function placed(columns: Columns, cells: readonly Cell[], field: FieldWriter): Field[] {
  const fields = new Array<Field>(columns.all.length).fill(undefined)
  for (const { column, value } of cells) fields[Number(column.id)] = field(value, column.property)
  return fields
}

function table(
  header: readonly string[],
  rows: Iterable<readonly Field[]>,
  { spreadsheetSafe = false }: CsvOptions,
): Generator<string, void, undefined> {
  return csvChunks(header, rows, {
    record_delimiter: 'windows',
    escape_formulas: spreadsheetSafe,
    bom: spreadsheetSafe,
  })
}

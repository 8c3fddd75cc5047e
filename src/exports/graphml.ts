/** Writes a graph as GraphML 1.0, for NetworkX, igraph, yEd, Cytoscape and the like. docs/decisions.md has the reasons. */
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import {
  edgesOf,
  nodesOf,
  type GraphEdge,
  type GraphNode,
  type ViewOptions,
} from '../graph/property-graph.ts'
import { uniqueTitles } from './column-titles.ts'
import type { Cell, Columns, ColumnType } from './columns.ts'
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
import { xmlChunks, type XmlWriter } from './xml.ts'

/** Keys are shared by nodes and edges, so those of nodes begin with `n`, those of edges with `e`. */
type Side = 'node' | 'edge'

/** The key of the label, which most programs show: a node's name, an edge's relation. */
const labelKeys = { node: 'nlabel', edge: 'elabel' } as const

/** The id of an edge once more, as data: igraph gives edges the ids of nodes otherwise. */
const edgeIdKey = 'eid'

/**
 * The graph as GraphML 1.0 (http://graphml.graphdrawing.org), in chunks of 64 kB or more: encode them as UTF-8 one
 * after another. Every claim is an edge with its own id; all nodes are there. Lists are JSON text. The same graph gives
 * the same text, whatever the order of its parts. Throws `ExportError` where a text holds a character that XML cannot.
 */
export function toGraphml(
  graph: KnowledgeGraph,
  options: ViewOptions = {},
): Generator<string, void, undefined> {
  return xmlChunks((xml) => writeDocument(xml, sortedGraph(graph), options))
}

function* writeDocument(xml: XmlWriter, graph: KnowledgeGraph, options: ViewOptions): Generator<void> {
  const columns = { node: nodeColumns(graph, options), edge: edgeColumns(graph, options) }
  yield void xml.ele('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' })
  yield* writeKeys(xml, 'node', columns.node)
  yield* writeKeys(xml, 'edge', columns.edge)
  yield void xml.ele('graph', { edgedefault: 'directed' })
  for (const node of nodesOf(graph, options))
    yield writeNode(xml, node, columns.node.cells(nodeRow(graph, node)))
  for (const edge of edgesOf(graph, options))
    yield writeEdge(xml, edge, columns.edge.cells(edgeRow(graph, edge)))
}

function* writeKeys(xml: XmlWriter, side: Side, columns: Columns): Generator<void> {
  const titles = uniqueTitles(columns.all, { taken: ['id', 'label'], ignoreCase: false })
  if (side === 'edge') yield writeKey(xml, side, edgeIdKey, 'id', 'string')
  yield writeKey(xml, side, labelKeys[side], 'label', 'string')
  for (const { id, property, type } of columns.all) {
    const title = legalText(titles.get(id) ?? property, 'XML', () => `The property \`${property}\``, 'name')
    yield writeKey(xml, side, keyOf(side, id), title, graphmlTypes[type])
  }
}

function writeKey(xml: XmlWriter, side: Side, id: string, title: string, type: string): void {
  xml.ele('key', { id, for: side, 'attr.name': title, 'attr.type': type }).up()
}

function keyOf(side: Side, column: string): string {
  return `${side === 'node' ? 'n' : 'e'}${column}`
}

/** GraphML knows no lists. Its `int` ends at 2,147,483,647. */
const graphmlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  number: 'double',
  integer: 'long',
  boolean: 'boolean',
  'list of text': 'string',
  'list of number': 'string',
  'list of integer': 'string',
  'list of boolean': 'string',
}

function writeNode(xml: XmlWriter, node: GraphNode, cells: readonly Cell[]): void {
  const owner = (): string => describeNode(node)
  xml.ele('node', { id: legalText(node.id, 'XML', owner, 'id') })
  xml.ele('data', { key: labelKeys.node }, legalText(node.name, 'XML', owner, 'name')).up()
  writeCells(xml, 'node', cells, owner)
  xml.up()
}

function writeEdge(xml: XmlWriter, edge: GraphEdge, cells: readonly Cell[]): void {
  const owner = (): string => describeEdge(edge)
  const id = legalText(edge.id, 'XML', owner, 'id')
  xml.ele('edge', { id, source: edge.from, target: edge.to })
  xml.ele('data', { key: edgeIdKey }, id).up()
  xml.ele('data', { key: labelKeys.edge }, legalText(edgeLabel(edge), 'XML', owner, 'relation')).up()
  writeCells(xml, 'edge', cells, owner)
  xml.up()
}

function writeCells(xml: XmlWriter, side: Side, cells: readonly Cell[], owner: Owner): void {
  for (const { column, value } of cells) {
    const text = valueText(value, 'XML', owner, column.property)
    xml.ele('data', { key: keyOf(side, column.id) }, text).up()
  }
}

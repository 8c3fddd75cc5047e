/** Writes a graph as GEXF 1.3, in the way that Gephi 0.10 reads without loss. docs/decisions.md has the reasons. */
import type { Claim, KnowledgeGraph, PropertyValue } from '../graph/knowledge-graph.ts'
import {
  edgesOf,
  nodesOf,
  type GraphEdge,
  type GraphNode,
  type ViewOptions,
} from '../graph/property-graph.ts'
import type { Stance } from '../graph/schema.ts'
import type { Cell, Columns, ColumnType } from './columns.ts'
import { edgeKinds } from './edge-kinds.ts'
import { sunflower, type Spot } from './layout.ts'
import { legalText, type Owner } from './legal-text.ts'
import {
  describeEdge,
  describeNode,
  edgeColumnCollector,
  edgeLabel,
  edgeRow,
  nodeColumnCollector,
  nodeRow,
  sortedGraph,
} from './rows.ts'
import { xmlChunks, type XmlWriter } from './xml.ts'

/** Red, green, blue. From the palette of Okabe and Ito, which colour-blind people can tell apart. */
const stanceColours: Readonly<Record<Stance, readonly [number, number, number]>> = {
  supports: [0, 158, 115],
  opposes: [213, 94, 0],
  withholds: [204, 121, 167],
  neutral: [86, 180, 233],
}
const noStanceColour = [170, 170, 170] as const

const description =
  'Who takes which stance on whom. Each claim is an edge, from its subject to its object, from the day it began. ' +
  'Edge colours: green supports, red opposes, purple withholds, blue neutral, grey no stance.'

/** What is known of the whole graph before the first node is written. */
interface Plan {
  readonly nodeColumns: Columns
  readonly edgeColumns: Columns
  /** Where not the label, by edge. */
  readonly kinds: ReadonlyMap<string, string>
  /** By node; sources that no edge touches have none. */
  readonly spots: ReadonlyMap<string, Spot>
}

/**
 * The graph as GEXF 1.3 (https://gexf.net), in chunks of 64 kB or more: encode them as UTF-8 one after another. Every
 * claim is an edge with its own id; sources that no edge touches are left out. The same graph gives the same text,
 * whatever the order of its parts. Throws `ExportError` where a text holds a character that XML cannot.
 */
export function toGexf(graph: KnowledgeGraph, options: ViewOptions = {}): Generator<string, void, undefined> {
  return xmlChunks((xml) => writeDocument(xml, sortedGraph(graph), options))
}

function* writeDocument(xml: XmlWriter, graph: KnowledgeGraph, options: ViewOptions): Generator<void> {
  const plan = planOf(graph, options)
  yield writeHead(xml)
  yield* writeColumns(xml, 'node', plan.nodeColumns)
  yield* writeColumns(xml, 'edge', plan.edgeColumns)
  yield void xml.ele('nodes')
  for (const node of nodesOf(graph, options)) {
    const spot = plan.spots.get(node.id)
    if (spot) yield writeNode(xml, graph, plan, node, spot)
  }
  xml.up()
  yield void xml.ele('edges')
  for (const edge of edgesOf(graph, options)) yield writeEdge(xml, graph, plan, edge)
}

function writeHead(xml: XmlWriter): void {
  xml.ele('gexf', {
    xmlns: 'http://gexf.net/1.3',
    'xmlns:viz': 'http://gexf.net/1.3/viz',
    version: '1.3',
  })
  xml.ele('meta')
  xml.ele('creator', {}, 'stancegraph').up()
  xml.ele('description', {}, description).up().up()
  xml.ele('graph', {
    defaultedgetype: 'directed',
    mode: 'dynamic',
    timeformat: 'date',
    timerepresentation: 'interval',
  })
}

function planOf(graph: KnowledgeGraph, options: ViewOptions): Plan {
  const degrees = new Map(Array.from(graph.entities.keys(), (id) => [id, 0]))
  const edgeColumns = edgeColumnCollector()
  for (const edge of edgesOf(graph, options)) {
    for (const end of [edge.from, edge.to]) degrees.set(end, (degrees.get(end) ?? 0) + 1)
    edgeColumns.add(edgeRow(graph, edge))
  }
  const nodeColumns = nodeColumnCollector()
  for (const node of nodesOf(graph, options)) if (degrees.has(node.id)) nodeColumns.add(nodeRow(graph, node))
  return {
    nodeColumns: nodeColumns.columns(),
    edgeColumns: edgeColumns.columns(),
    kinds: edgeKinds(graph),
    spots: sunflower(degrees),
  }
}

function* writeColumns(xml: XmlWriter, of: 'node' | 'edge', columns: Columns): Generator<void> {
  if (columns.all.length === 0) return
  yield void xml.ele('attributes', { class: of, mode: 'static' })
  for (const column of columns.all) {
    const { id, property } = column
    const title = legalText(column.title, 'XML', () => `The property \`${property}\``, 'name')
    yield void xml.ele('attribute', { id, title, type: gexfTypes[column.type] }).up()
  }
  yield void xml.up()
}

/** Gephi drops columns of type `date` or `anyURI`; its `integer` ends at 2,147,483,647. */
const gexfTypes: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  number: 'double',
  integer: 'long',
  boolean: 'boolean',
  'list of text': 'liststring',
  'list of number': 'listdouble',
  'list of integer': 'listlong',
  'list of boolean': 'listboolean',
}

function writeNode(xml: XmlWriter, graph: KnowledgeGraph, plan: Plan, node: GraphNode, spot: Spot): void {
  const owner = (): string => describeNode(node)
  xml.ele('node', {
    id: legalText(node.id, 'XML', owner, 'id'),
    label: legalText(node.name, 'XML', owner, 'name'),
  })
  writeCells(xml, plan.nodeColumns.cells(nodeRow(graph, node)), owner)
  xml.ele('viz:size', { value: spot.size }).up()
  xml.ele('viz:position', { x: spot.x, y: spot.y, z: 0 }).up().up()
}

function writeEdge(xml: XmlWriter, graph: KnowledgeGraph, plan: Plan, edge: GraphEdge): void {
  const owner = (): string => describeEdge(edge)
  const isClaim = edge.kind === 'claim'
  const label = edgeLabel(edge)
  xml.ele('edge', {
    id: legalText(edge.id, 'XML', owner, 'id'),
    source: edge.from,
    target: edge.to,
    type: 'directed',
    kind: plan.kinds.get(edge.id) ?? label,
    label: legalText(label, 'XML', owner, 'relation'),
  })
  writeCells(xml, plan.edgeColumns.cells(edgeRow(graph, edge)), owner)
  if (isClaim) writeSpell(xml, edge.claim)
  const stance = isClaim ? edge.claim.stance : undefined
  const [r, g, b] = stance ? stanceColours[stance] : noStanceColour
  xml.ele('viz:color', { r, g, b }).up().up()
}

/** A missing bound is infinite; an edge without a spell is always there. */
function writeSpell(xml: XmlWriter, { earliest, until }: Claim): void {
  if (earliest === undefined && until === undefined) return
  xml.ele('spells').ele('spell', { start: earliest, end: until }).up().up()
}

function writeCells(xml: XmlWriter, cells: readonly Cell[], owner: Owner): void {
  if (cells.length === 0) return
  xml.ele('attvalues')
  for (const { column, value } of cells) {
    xml
      .ele('attvalue', { for: column.id, value: legalText(valueText(value), 'XML', owner, column.property) })
      .up()
  }
  xml.up()
}

function valueText(value: PropertyValue): string {
  if (typeof value === 'object') return `[${value.map(listItem).join(', ')}]`
  return typeof value === 'number' ? numberText(value) : String(value)
}

/**
 * An item in the syntax that Gephi reads (ArraysParser of its graphstore): in quotes, a backslash before any
 * character stands for that character. Gephi turns each `INF` of an attribute into `Infinity`, which a backslash
 * inside prevents; in a plain string nothing does.
 */
function listItem(item: string | number | boolean): string {
  if (typeof item === 'number') return numberText(item)
  if (typeof item === 'boolean') return String(item)
  return `"${item.replace(/["\\]/g, String.raw`\$&`).replaceAll('INF', String.raw`I\NF`)}"`
}

/** As https://www.w3.org/TR/xmlschema-2/#double writes numbers. */
function numberText(value: number): string {
  return String(value).replace('Infinity', 'INF')
}

/** Nodes and edges as rows of typed columns, in an order that does not depend on that of the graph. */
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import {
  edgesOf,
  nodesOf,
  type GraphEdge,
  type GraphNode,
  type ViewOptions,
} from '../graph/property-graph.ts'
import { collectColumns, type ColumnCollector, type Columns, type Row } from './columns.ts'

/** The graph with its parts in the order of their ids, so that the same graph is always written the same. */
export function sortedGraph(graph: KnowledgeGraph): KnowledgeGraph {
  return {
    schema: graph.schema,
    sources: sortedById(graph.sources),
    entities: sortedById(graph.entities),
    claims: sortedById(graph.claims),
  }
}

function sortedById<T>(parts: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...parts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** For the columns of nodes; `id` and `name` have places of their own in every format. */
export function nodeColumnCollector(): ColumnCollector {
  return collectColumns(['id', 'name'])
}

/** For the columns of edges; `id` has a place of its own in every format. */
export function edgeColumnCollector(): ColumnCollector {
  return collectColumns(['id'])
}

/** The columns that all nodes need. */
export function nodeColumns(graph: KnowledgeGraph, options: ViewOptions): Columns {
  const collector = nodeColumnCollector()
  for (const node of nodesOf(graph, options)) collector.add(nodeRow(graph, node))
  return collector.columns()
}

/** The columns that all edges need. */
export function edgeColumns(graph: KnowledgeGraph, options: ViewOptions): Columns {
  const collector = edgeColumnCollector()
  for (const edge of edgesOf(graph, options)) collector.add(edgeRow(graph, edge))
  return collector.columns()
}

export function nodeRow(graph: KnowledgeGraph, { type, labels, properties }: GraphNode): Row {
  return { properties: { type, labels, ...properties }, declared: graph.schema.types.get(type)?.properties }
}

export function edgeRow(graph: KnowledgeGraph, { properties, claim }: GraphEdge): Row {
  return { properties, declared: graph.schema.relations.get(claim.relation)?.properties }
}

/** What a person calls an edge: a claim's relation, or else `SUBJECT`, `OBJECT`, `REPORTED_IN`. */
export function edgeLabel(edge: GraphEdge): string {
  return edge.kind === 'claim' ? edge.claim.relation : edge.label
}

export function describeNode({ kind, id }: GraphNode): string {
  return `The ${kind} \`${id}\``
}

export function describeEdge({ claim }: GraphEdge): string {
  return `The claim \`${claim.id}\``
}

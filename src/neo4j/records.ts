/** What a graph looks like in Neo4j: each node and relationship with its labels or type, its properties and bookkeeping. */
import type { KnowledgeGraph, PropertyValues } from '../graph/knowledge-graph.ts'
import {
  edgesOf,
  nodesOf,
  type GraphEdge,
  type GraphNode,
  type ViewOptions,
} from '../graph/property-graph.ts'
import type { Property } from '../graph/schema.ts'
import { fingerprintOf } from './fingerprint.ts'
import { searchTerm } from './search-term.ts'

/** The label that all nodes of a kind share; (`_graph`, `id`) is unique under each. */
export type BaseLabel = 'Entity' | 'Source' | 'Claim'

/** What is written of a node or relationship, with bookkeeping: `_graph`, `_fingerprint` and what reading back needs. */
interface Written {
  /** Unique in the graph among the nodes of a base label, or among relationships. */
  readonly id: string
  /** By name; valueTypeOf (value-types.ts) says of which type. Missing means absent. */
  readonly properties: PropertyValues
  /** The properties that its type or relation declares. */
  readonly declared: ReadonlyMap<string, Property> | undefined
  /** Also in `properties`, as `_fingerprint`. */
  readonly fingerprint: number
}

/** A node as it is written. */
export interface NodeRecord extends Written {
  readonly label: BaseLabel
  /** All labels, the base label among them. */
  readonly labels: readonly string[]
}

/** The end of a relationship. */
export interface End {
  readonly label: BaseLabel
  readonly id: string
}

/** A relationship as it is written. */
export interface RelationshipRecord extends Written {
  /** A claim, or what ties a Claim node to its ends and its source. */
  readonly kind: GraphEdge['kind']
  readonly type: string
  readonly from: End
  readonly to: End
}

const baseLabels: Readonly<Record<GraphNode['kind'], BaseLabel>> = {
  entity: 'Entity',
  source: 'Source',
  claim: 'Claim',
}

/** Every node of the graph that is called `name` in the database, in the order of {@link nodesOf}. */
export function* nodeRecords(
  graph: KnowledgeGraph,
  name: string,
  options?: ViewOptions,
): Generator<NodeRecord> {
  for (const node of nodesOf(graph, options)) yield nodeRecord(graph, node, name)
}

/** Every relationship of the graph that is called `name` in the database, in the order of {@link edgesOf}. */
export function* relationshipRecords(
  graph: KnowledgeGraph,
  name: string,
  options?: ViewOptions,
): Generator<RelationshipRecord> {
  for (const edge of edgesOf(graph, options)) yield relationshipRecord(graph, edge, name)
}

/** A node of the property graph as it is written. */
export function nodeRecord({ schema }: KnowledgeGraph, node: GraphNode, name: string): NodeRecord {
  const { id, type } = node
  const label = baseLabelOf(node)
  const labels = labelsOf(node)
  const declared = schema.types.get(type)?.properties
  const fingerprint = nodeFingerprint(graph, node)
  const properties = {
    ...node.properties,
    _graph: name,
    _type: type,
    _fingerprint: fingerprint,
    ...(label !== 'Source' && { _names: searchTermsOf(node) }),
  }
  return { id, label, labels, properties, declared, fingerprint }
}

/** Source nodes are not found by name. */
function searchTermsOf(node: GraphNode): readonly string[] {
  const names = node.kind === 'entity' ? [node.id, node.name, ...node.entity.aliases] : [node.id]
  return [...new Set(names.map(searchTerm))]
}

/** An edge of the property graph as it is written. */
export function relationshipRecord(
  { schema, claims }: KnowledgeGraph,
  edge: GraphEdge,
  name: string,
): RelationshipRecord {
  const { kind, id, label: type, claim } = edge
  const from: End = { label: claims.has(edge.from) ? 'Claim' : 'Entity', id: edge.from }
  const to: End = {
    label:
      type === 'REPORTED_IN' && kind === 'structural' ? 'Source' : claims.has(edge.to) ? 'Claim' : 'Entity',
    id: edge.to,
  }
  const declared = kind === 'claim' ? schema.relations.get(claim.relation)?.properties : undefined
  const named = kind === 'claim' && claim.named
  const facts = factsOf(edge.properties, declared)
  const fingerprint = fingerprintOf([type, from.id, to.id, from.label, to.label, named, ...facts])
  const properties = {
    ...edge.properties,
    _graph: name,
    _fingerprint: fingerprint,
    ...(named && { _named: true }),
  }
  return { kind, id, type, from, to, properties, declared, fingerprint }
}

/** The values, and what is not seen from these: of which kinds the declared ones are. */
function factsOf(
  properties: PropertyValues,
  declared: ReadonlyMap<string, Property> | undefined,
): readonly unknown[] {
  const entries = Object.entries(properties)
  if (!declared || declared.size === 0) return [entries]
  return [entries, entries.map(([name]) => declared.get(name)?.kind)]
}

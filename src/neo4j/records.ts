/** What a graph looks like in Neo4j: each node and relationship with its labels or type, its properties and bookkeeping. */
import type { KnowledgeGraph, PropertyValues } from '../graph/knowledge-graph.ts'
import {
  baseLabelOf,
  cypherLabelsOf,
  edgesOf,
  nodesOf,
  type BaseLabel,
  type GraphEdge,
  type GraphNode,
  type ViewOptions,
} from '../graph/property-graph.ts'
import type { Property } from '../graph/schema.ts'
import { fingerprintOf } from './fingerprint.ts'
import { searchTerm } from './search-term.ts'

/** (`_graph`, `id`) is unique under each. */
export type { BaseLabel }

/** What is written of a node or relationship, with bookkeeping: `_graph`, `_fingerprint` and what reading back needs. */
interface Written {
  /** Unique in the graph among the nodes of a base label, or among relationships. */
  readonly id: string
  /** By name; valueTypeOf (graph/value-types.ts) says of which type. Missing means absent. */
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
  const labels = cypherLabelsOf(node)
  const declared = schema.types.get(type)?.properties
  const fingerprint = fingerprintOf([labels, ...factsOf(node.properties, declared)])
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
export function relationshipRecord(graph: KnowledgeGraph, edge: GraphEdge, name: string): RelationshipRecord {
  const { kind, id, label: type } = edge
  const fingerprint = relationshipFingerprint(graph, edge)
  const properties = {
    ...edge.properties,
    _graph: name,
    _fingerprint: fingerprint,
    ...(isNamed(edge) && { _named: true }),
  }
  const [from, to] = endsOf(graph, edge)
  return { kind, id, type, from, to, properties, declared: declaredOf(graph, edge), fingerprint }
}

/** The fingerprint of the record of an edge, without making the record. */
export function relationshipFingerprint(graph: KnowledgeGraph, edge: GraphEdge): number {
  const [from, to] = endsOf(graph, edge)
  const facts = factsOf(edge.properties, declaredOf(graph, edge))
  return fingerprintOf([edge.label, from.id, to.id, from.label, to.label, isNamed(edge), ...facts])
}

function endsOf({ claims }: KnowledgeGraph, { kind, label, from, to }: GraphEdge): readonly [End, End] {
  const isReport = kind === 'structural' && label === 'REPORTED_IN'
  return [
    { label: claims.has(from) ? 'Claim' : 'Entity', id: from },
    { label: isReport ? 'Source' : claims.has(to) ? 'Claim' : 'Entity', id: to },
  ]
}

/** The properties that a claim's relation declares. */
function declaredOf(
  { schema }: KnowledgeGraph,
  { kind, claim }: GraphEdge,
): ReadonlyMap<string, Property> | undefined {
  return kind === 'claim' ? schema.relations.get(claim.relation)?.properties : undefined
}

/** Whether the author gave the id. */
function isNamed({ kind, claim }: GraphEdge): boolean | undefined {
  return kind === 'claim' && claim.named
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

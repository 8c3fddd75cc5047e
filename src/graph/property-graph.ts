/** The knowledge graph as labelled nodes and edges with flat, snake_case properties: what stores and exports write. */
import {
  claimName,
  type Claim,
  type Entity,
  type KnowledgeGraph,
  type PropertyValue,
  type PropertyValues,
  type Quote,
  type Source,
} from './knowledge-graph.ts'

/** The label that all nodes of a kind share in Cypher. */
export type BaseLabel = 'Entity' | 'Source' | 'Claim'

/** Which claims get a node: those that another claim speaks about (the default), these too, or all. */
export interface ViewOptions {
  readonly claimNodes?: 'mentioned' | ReadonlySet<string> | 'all'
}

/** What all nodes of the property graph have. */
interface NodeView {
  readonly id: string
  readonly name: string
  /** An entity's or a source's type, or `Claim`. */
  readonly type: string
  /** The type and all its ancestors. */
  readonly labels: readonly string[]
  /** `id`, `name` and all else the node carries, by snake_case name. */
  readonly properties: PropertyValues
}

/** A node of the property graph. */
export type GraphNode = NodeView &
  (
    | { readonly kind: 'entity'; readonly entity: Entity }
    | { readonly kind: 'source'; readonly source: Source }
    | { readonly kind: 'claim'; readonly claim: Claim }
  )

/** An edge of the property graph: a claim, or one of the structural edges of a Claim node. */
export interface GraphEdge {
  readonly kind: 'claim' | 'structural'
  /** Unique among all edges; of a claim edge, the claim's id. */
  readonly id: string
  /** The relationship type in Cypher. */
  readonly label: string
  /** Id of the node where it starts. */
  readonly from: string
  /** Id of the node where it ends. */
  readonly to: string
  /** The claim that it is, or whose node it ties to something. */
  readonly claim: Claim
  /** All that the edge carries, by snake_case name; only `id` on a structural edge. */
  readonly properties: PropertyValues
}

/** Every node of the property graph: entities, then sources, then claims, each in the order of the graph. */
export function* nodesOf(graph: KnowledgeGraph, options: ViewOptions = {}): Generator<GraphNode> {
  for (const entity of graph.entities.values()) {
    const labels = labelsOf(graph, entity.type)
    const { id, name, type } = entity
    yield { kind: 'entity', id, name, type, labels, properties: entityProperties(entity), entity }
  }
  for (const source of graph.sources.values()) {
    const labels = labelsOf(graph, source.type)
    const { id, type } = source
    const name = sourceName(source)
    yield { kind: 'source', id, name, type, labels, properties: sourceProperties(source), source }
  }
  const labels = labelsOf(graph, 'Claim')
  for (const claim of claimsWithNodes(graph, options)) {
    const { id } = claim
    const name = claimName(claim)
    yield { kind: 'claim', id, name, type: 'Claim', labels, properties: claimNodeProperties(claim), claim }
  }
}

/** Every edge of the property graph: each claim, then the structural edges of Claim nodes, in the order of the graph. */
export function* edgesOf(graph: KnowledgeGraph, options: ViewOptions = {}): Generator<GraphEdge> {
  for (const claim of graph.claims.values()) {
    yield {
      kind: 'claim',
      id: claim.id,
      label: graph.schema.relations.get(claim.relation)?.label ?? claim.relation,
      from: claim.subject,
      to: claim.object,
      claim,
      properties: edgeProperties(claim),
    }
  }
  for (const claim of claimsWithNodes(graph, options)) yield* structuralEdges(graph, claim)
}

function* structuralEdges(graph: KnowledgeGraph, claim: Claim): Generator<GraphEdge> {
  const ends = { SUBJECT: claim.subject, OBJECT: claim.object, REPORTED_IN: claim.source }
  for (const [label, to] of Object.entries(ends)) {
    if (to === undefined) continue
    const id = structuralId(graph, claim, label)
    yield { kind: 'structural', id, label, from: claim.id, to, claim, properties: { id } }
  }
}

/** Derived from the claim's id alone, unless an author gave just this id to another claim. */
function structuralId(graph: KnowledgeGraph, claim: Claim, label: string): string {
  let id = `${claim.id}#${label}`
  while (graph.claims.has(id)) id += '#'
  return id
}

/** The claims that have a node. An end may be a claim that stands later in the graph, hence two passes. */
function claimsWithNodes(graph: KnowledgeGraph, options: ViewOptions): readonly Claim[] {
  const claims = [...graph.claims.values()]
  if (options.claimNodes === 'all') return claims
  const mentioned = new Set(typeof options.claimNodes === 'object' ? options.claimNodes : [])
  for (const { subject, object } of claims) {
    if (graph.claims.has(subject)) mentioned.add(subject)
    if (graph.claims.has(object)) mentioned.add(object)
  }
  return claims.filter((claim) => mentioned.has(claim.id))
}

/** A type and its ancestors; the type alone where the schema does not know it. */
function labelsOf(graph: KnowledgeGraph, type: string): readonly string[] {
  return graph.schema.types.get(type)?.lineage ?? [type]
}

const baseLabels: Readonly<Record<GraphNode['kind'], BaseLabel>> = {
  entity: 'Entity',
  source: 'Source',
  claim: 'Claim',
}

/** The label that all nodes of this kind share in Cypher. */
export function baseLabelOf({ kind }: GraphNode): BaseLabel {
  return baseLabels[kind]
}

/** All labels that a node has in Cypher: its own, and the base label where its type does not say so. */
export function cypherLabelsOf(node: GraphNode): readonly string[] {
  const base = baseLabelOf(node)
  return node.labels.includes(base) ? node.labels : [...node.labels, base]
}

/** The display name of a source: its title, or else its id. */
export function sourceName(source: Source): string {
  return source.title ?? source.id
}

/** An entity's node properties. What is missing or empty is absent. */
export function entityProperties(entity: Entity): PropertyValues {
  return record(
    [
      ['id', entity.id],
      ['name', entity.name],
      ['aliases', listed(entity.aliases)],
      ['wikidata', entity.wikidata],
      ['note', entity.note],
    ],
    entity.properties,
  )
}

/** A source's node properties. What is missing is absent. */
export function sourceProperties(source: Source): PropertyValues {
  return record(
    [
      ['id', source.id],
      ['name', sourceName(source)],
      ['title', source.title],
      ['publisher', source.publisher],
      ['author', source.author],
      ['published', source.published],
      ['url', source.url],
      ['language', source.language],
      ['text', source.text],
      ['note', source.note],
    ],
    source.properties,
  )
}

/** A Claim node's properties: what the claim carries is on its edge. */
export function claimNodeProperties(claim: Claim): PropertyValues {
  return { id: claim.id, name: claimName(claim) }
}

/** A claim's edge properties. What is missing or empty is absent; an unchecked quote's positions are -1. */
export function edgeProperties(claim: Claim): PropertyValues {
  return record(
    [
      ['id', claim.id],
      ['relation', claim.relation],
      ['stance', claim.stance],
      ['stated_stance', claim.statedStance],
      ['date', claim.date],
      ['earliest', claim.earliest],
      ['latest', claim.latest],
      ['until_earliest', claim.untilEarliest],
      ['until', claim.until],
      ['source', claim.source],
      ...quoteEntries(claim.quotes),
      ['according_to', claim.accordingTo],
      ['on_behalf_of', claim.onBehalfOf],
      ['condition', claim.condition],
      ['joint', claim.joint],
      ['retracted', claim.retracted],
      ['note', claim.note],
    ],
    claim.properties,
  )
}

type Entry = readonly [name: string, value: PropertyValue | undefined]

function quoteEntries(quotes: readonly Quote[]): Entry[] {
  if (quotes.length === 0) return []
  const translated = quotes.some((quote) => quote.translation !== undefined)
  return [
    ['quotes', quotes.map((quote) => quote.exact)],
    ['quote_starts', quotes.map((quote) => quote.start ?? -1)],
    ['quote_ends', quotes.map((quote) => quote.end ?? -1)],
    ['quote_translations', translated ? quotes.map((quote) => quote.translation ?? '') : undefined],
  ]
}

function listed<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length > 0 ? values : undefined
}

/** `Object.fromEntries` defines properties, so that one named `__proto__` is one like any other. */
function record(fields: readonly Entry[], declared: PropertyValues): PropertyValues {
  const present = fields.filter((entry): entry is readonly [string, PropertyValue] => entry[1] !== undefined)
  return Object.fromEntries([...present, ...Object.entries(declared)])
}

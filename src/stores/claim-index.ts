/** Finds claims in a knowledge graph by their ends, by what they are about and by whom they are on behalf of. */
import type { MultiDirectedGraph } from 'graphology'
import type { Claim, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { lazy } from './lazy.ts'
import { buildMultigraph } from './multigraph.ts'

/** Claims by the id that they share. */
type ClaimsById = ReadonlyMap<string, readonly Claim[]>

/** A graph with the ways to find claims in it. */
export interface ClaimIndex {
  readonly graph: KnowledgeGraph
  readonly multigraph: () => MultiDirectedGraph
  /** Claims about a claim, by the claim that they have as subject or object. */
  readonly about: () => ClaimsById
  /** The claims that others speak about. */
  readonly mentioned: () => readonly Claim[]
  /** Claims of `denies` relations by the claim that they are about. */
  readonly denials: () => ClaimsById
  /** `speaks_for` claims by their subject. */
  readonly speakingFrom: () => ClaimsById
  /** `speaks_for` claims by their object. */
  readonly speakingTo: () => ClaimsById
  /** Claims on behalf of somebody, by that somebody and then by their object. */
  readonly onBehalf: () => ReadonlyMap<string, ClaimsById>
}

/** The ways to find claims in `graph`; each index is built when first needed. */
export function indexClaims(graph: KnowledgeGraph): ClaimIndex {
  const about = lazy(() =>
    groupClaims(graph.claims.values(), ({ subject, object }) =>
      [...new Set([subject, object])].filter((end) => graph.claims.has(end)),
    ),
  )
  const speaking = lazy(() => claimsOf(graph, 'speaksFor'))
  return {
    graph,
    multigraph: lazy(() => buildMultigraph(graph)),
    about,
    mentioned: lazy(() => pick(graph.claims, about().keys())),
    denials: lazy(() => groupClaims(claimsOf(graph, 'denies'), ({ object }) => [object])),
    speakingFrom: lazy(() => groupClaims(speaking(), ({ subject }) => [subject])),
    speakingTo: lazy(() => groupClaims(speaking(), ({ object }) => [object])),
    onBehalf: lazy(() => {
      const groups = groupClaims(graph.claims.values(), ({ onBehalfOf }) =>
        onBehalfOf === undefined ? [] : [onBehalfOf],
      )
      return new Map(
        Array.from(groups, ([actor, claims]) => [actor, groupClaims(claims, ({ object }) => [object])]),
      )
    }),
  }
}

function claimsOf(graph: KnowledgeGraph, kind: 'speaksFor' | 'denies'): readonly Claim[] {
  const relations = new Set<string>()
  for (const [name, relation] of graph.schema.relations) if (relation[kind]) relations.add(name)
  return [...graph.claims.values()].filter(({ relation }) => relations.has(relation))
}

function groupClaims(claims: Iterable<Claim>, keysOf: (claim: Claim) => readonly string[]): ClaimsById {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    for (const key of keysOf(claim)) {
      const group = groups.get(key)
      if (group) group.push(claim)
      else groups.set(key, [claim])
    }
  }
  return groups
}

/** The things that the ids stand for, each once; ids that stand for none are passed over. */
export function pick<T>(things: ReadonlyMap<string, T>, ids: Iterable<string>): readonly T[] {
  const picked: T[] = []
  for (const id of new Set(ids)) {
    const thing = things.get(id)
    if (thing !== undefined) picked.push(thing)
  }
  return picked
}

/** The claims with this object. */
export function claimsOn(index: ClaimIndex, object: string): readonly Claim[] {
  const multigraph = index.multigraph()
  if (!multigraph.hasNode(object)) return []
  return pick(index.graph.claims, multigraph.inEdges(object))
}

/** How many edges end at this object; about as many as there are claims with it. */
export function countClaimsOn(index: ClaimIndex, object: string): number {
  const multigraph = index.multigraph()
  return multigraph.hasNode(object) ? multigraph.inDegree(object) : 0
}

/** The claims from one end to the other. */
export function between(index: ClaimIndex, subject: string, object: string): readonly Claim[] {
  const multigraph = index.multigraph()
  if (!multigraph.hasNode(subject) || !multigraph.hasNode(object)) return []
  return pick(index.graph.claims, multigraph.outEdges(subject, object))
}

/** The claims with `id` at one end, and with `other`, where it is given, at the other. */
export function around(index: ClaimIndex, id: string, other?: string): readonly Claim[] {
  if (other !== undefined) return [...between(index, id, other), ...between(index, other, id)]
  const multigraph = index.multigraph()
  return multigraph.hasNode(id) ? pick(index.graph.claims, multigraph.edges(id)) : []
}

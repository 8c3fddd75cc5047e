/** Finds the nodes of a knowledge graph that a person can mean by a text. */
import { claimName, type Claim, type KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { foldName } from '../names/fold.ts'
import { nameFinder } from '../names/nearest.ts'
import { nfc } from '../names/nfc.ts'
import type { NamedNode, NameMatches } from './graph-store.ts'
import { lazy } from './lazy.ts'

/** How many similar names are offered where none fits. */
const nearestLimit = 5

/** What {@link NameMatches} says, for one text. */
export type FindName = (text: string) => NameMatches

/** Node ids by the texts that name them. */
type IdsByName = ReadonlyMap<string, ReadonlySet<string>>

/**
 * The search for names in a graph. `mentioned` are the claims that have a node; other claims are found by their
 * exact id only. Each index is built when a text first needs it.
 */
export function nameIndex(graph: KnowledgeGraph, mentioned: Iterable<Claim>): FindName {
  const named = lazy(() => [...namesOfEntities(graph), ...namesOfClaims(mentioned)])
  const exact = lazy(() => groupIds(named(), nfc))
  const folded = lazy(() => groupIds(named(), foldName))
  const nearest = lazy(() => nameFinder(exact().keys()))
  const nodesNamed = (ids: Iterable<string>) => nodesWith(graph, ids)
  return (written) => {
    const text = nfc(written)
    if (graph.entities.has(text) || graph.claims.has(text))
      return { matches: nodesNamed([text]), nearest: [] }
    const found = exact().get(text) ?? folded().get(foldName(text))
    if (found) return { matches: nodesNamed([...found].sort()), nearest: [] }
    const similar = nearest()(text, nearestLimit).flatMap((name) => [...(exact().get(name) ?? [])].sort())
    return { matches: [], nearest: nodesNamed(new Set(similar)).slice(0, nearestLimit) }
  }
}

/** A text that names a node, and the node's id. */
type Name = readonly [text: string, id: string]

function* namesOfEntities(graph: KnowledgeGraph): Generator<Name> {
  for (const { id, name, aliases } of graph.entities.values()) {
    yield [id, id]
    yield [name, id]
    for (const alias of aliases) yield [alias, id]
  }
}

function* namesOfClaims(claims: Iterable<Claim>): Generator<Name> {
  for (const { id } of claims) yield [id, id]
}

function groupIds(names: readonly Name[], keyOf: (text: string) => string): IdsByName {
  const groups = new Map<string, Set<string>>()
  for (const [text, id] of names) {
    const key = keyOf(text)
    const group = groups.get(key)
    if (group) group.add(id)
    else groups.set(key, new Set([id]))
  }
  return groups
}

function nodesWith(graph: KnowledgeGraph, ids: Iterable<string>): NamedNode[] {
  return [...ids].flatMap((id) => {
    const entity = graph.entities.get(id)
    if (entity) return { id, type: entity.type, name: entity.name }
    const claim = graph.claims.get(id)
    return claim ? { id, type: 'Claim', name: claimName(claim) } : []
  })
}

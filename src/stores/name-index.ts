/** Finds the nodes that a person can mean by a text. */
import { claimName, type Claim, type Entity, type KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { foldName } from '../names/fold.ts'
import { nameFinder } from '../names/nearest.ts'
import { nfc } from '../names/nfc.ts'
import type { NamedNode, NameMatches } from './graph-store.ts'
import { lazy } from './lazy.ts'

/** How many similar names are offered where none fits. */
const nearestLimit = 5

/** What {@link NameMatches} says, for one text. */
export type FindName = (text: string) => NameMatches

/** A node and the texts that name it. */
export interface NamedThing extends NamedNode {
  readonly names: readonly string[]
}

/** Where names are looked for. */
export interface NamePool {
  /** The node with exactly this id, which is NFC. */
  readonly withId: (id: string) => NamedNode | undefined
  /** All nodes that have names; asked at most once. */
  readonly things: () => Iterable<NamedThing>
}

/** Node ids by the texts that name them. */
type IdsByName = ReadonlyMap<string, ReadonlySet<string>>

/**
 * The search for names in a graph. `mentioned` are the claims that have a node; other claims are found by their
 * exact id only.
 */
export function nameIndex(graph: KnowledgeGraph, mentioned: Iterable<Claim>): FindName {
  return indexNames({
    withId: (id) => nodeWith(graph, id),
    things: () => [...graph.entities.values(), ...mentioned].map(namedThing),
  })
}

/** The search for names in a pool. Each index is built when a text first needs it. */
export function indexNames({ withId, things }: NamePool): FindName {
  const byId = lazy(() => new Map(Array.from(things(), (thing) => [thing.id, thing])))
  const exact = lazy(() => groupIds(byId().values(), nfc))
  const folded = lazy(() => groupIds(byId().values(), foldName))
  const nearest = lazy(() => nameFinder(exact().keys()))
  const nodesOf = (ids: Iterable<string>) => Array.from(ids, (id) => byId().get(id)).flatMap(toNode)
  return (written) => {
    const text = nfc(written)
    const itself = withId(text)
    if (itself) return { matches: toNode(itself), nearest: [] }
    const found = exact().get(text) ?? folded().get(foldName(text))
    if (found) return { matches: nodesOf([...found].sort()), nearest: [] }
    const similar = nearest()(text, nearestLimit).flatMap((name) => [...(exact().get(name) ?? [])].sort())
    return { matches: [], nearest: nodesOf(new Set(similar)).slice(0, nearestLimit) }
  }
}

function namedThing(thing: Entity | Claim): NamedThing {
  return 'subject' in thing
    ? { id: thing.id, type: 'Claim', name: claimName(thing), names: [thing.id] }
    : { id: thing.id, type: thing.type, name: thing.name, names: [thing.id, thing.name, ...thing.aliases] }
}

function groupIds(things: Iterable<NamedThing>, keyOf: (text: string) => string): IdsByName {
  const groups = new Map<string, Set<string>>()
  for (const { id, names } of things) {
    for (const text of names) {
      const key = keyOf(text)
      const group = groups.get(key)
      if (group) group.add(id)
      else groups.set(key, new Set([id]))
    }
  }
  return groups
}

function nodeWith({ entities, claims }: KnowledgeGraph, id: string): NamedNode | undefined {
  const thing = entities.get(id) ?? claims.get(id)
  return thing && namedThing(thing)
}

function toNode(node: NamedNode | undefined): readonly NamedNode[] {
  return node ? [{ id: node.id, type: node.type, name: node.name }] : []
}

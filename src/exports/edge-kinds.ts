/** Tells parallel edges apart for readers that merge edges of one kind. */
import type { Claim, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { structuralLabels } from '../graph/schema.ts'

/**
 * The kinds of claims that stand beside others of one relation, from one node to another: in the order in which they
 * begin, the first keeps its relation for a kind and is not here; the others have `recognizes 2`, `recognizes 3`. No
 * such kind is a relation itself.
 */
export function edgeKinds(graph: KnowledgeGraph): Map<string, string> {
  const taken = new Set<string>([...graph.schema.relations.keys(), ...structuralLabels])
  const kinds = new Map<string, string>()
  for (const claims of parallelClaims(graph)) {
    const [, ...later] = claims.sort(byBeginning)
    let number = 1
    for (const { id, relation } of later) {
      do number += 1
      while (taken.has(`${relation} ${number}`))
      kinds.set(id, `${relation} ${number}`)
    }
  }
  return kinds
}

/** The claims of one relation from one node to another, together. */
function parallelClaims(graph: KnowledgeGraph): Claim[][] {
  const groups = new Map<string, Claim[]>()
  for (const claim of graph.claims.values()) {
    const key = `${claim.subject}\0${claim.object}\0${claim.relation}`
    const group = groups.get(key)
    if (group) group.push(claim)
    else groups.set(key, [claim])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** A claim without a beginning was always there, so it comes first. */
function byBeginning(a: Claim, b: Claim): number {
  const [beginningOfA, beginningOfB] = [a.earliest ?? '', b.earliest ?? '']
  if (beginningOfA !== beginningOfB) return beginningOfA < beginningOfB ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Finds what stands against each other in a knowledge graph. */
import type { Claim, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { GraphSchema } from '../graph/schema.ts'
import type { Clashes } from './graph-store.ts'

/** What {@link Clashes} says, by going through all claims. */
export function findClashes(graph: KnowledgeGraph): Clashes {
  return { targets: targetsOfBoth(graph), exclusive: exclusiveClaims(graph) }
}

function targetsOfBoth({ claims }: KnowledgeGraph): readonly string[] {
  const targets = new Set<string>()
  const saidBy = new Map<string, Claim['stance']>()
  for (const claim of claims.values()) {
    const { subject, object, stance, earliest, latest } = claim
    if (stance !== 'supports' && stance !== 'opposes') continue
    if (stance === 'opposes' && claims.get(object)?.accordingTo === subject) targets.add(object)
    if (earliest === undefined || earliest !== latest) continue
    const key = JSON.stringify([subject, object, earliest])
    const other = saidBy.get(key)
    if (other === undefined) saidBy.set(key, stance)
    else if (other !== stance) targets.add(object)
  }
  return [...targets]
}

function exclusiveClaims({ schema, claims }: KnowledgeGraph): readonly Claim[] {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims.values()) {
    const key = claim.retracted === undefined ? exclusiveKey(schema, claim) : undefined
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(claim)
    else groups.set(key, [claim])
  }
  return [...groups.values()].filter(haveSeveralObjects).flat()
}

function haveSeveralObjects(claims: readonly Claim[]): boolean {
  return claims.some(({ object }) => object !== claims[0]?.object)
}

/**
 * What two claims have in common that exclude each other where their objects differ; undefined for a claim that
 * excludes none, since its relation has no `exclusive` properties or it lacks one of them.
 */
export function exclusiveKey(schema: GraphSchema, { relation, properties }: Claim): string | undefined {
  const names = schema.relations.get(relation)?.exclusive ?? []
  if (names.length === 0 || !names.every((name) => Object.hasOwn(properties, name))) return undefined
  return JSON.stringify([relation, ...names.map((name) => properties[name])])
}

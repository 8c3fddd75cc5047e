/** Finds all that bears on whether claims count: who denies them, and whom their actors speak for. */
import type { Claim } from '../graph/knowledge-graph.ts'
import type { GraphSchema } from '../graph/schema.ts'

/** What is known of the claims around others. */
export interface Surroundings {
  readonly schema: GraphSchema
  /** The claims of `denies` relations on a claim. */
  readonly denialsOf: (claim: string) => readonly Claim[]
  /** The `speaks_for` claims with this subject. */
  readonly stepsFrom: (actor: string) => readonly Claim[]
}

/** The claims, the denials of each and the `speaks_for` claims that lead on from each one's actors; closed under both. */
export function withJudges(
  { schema, denialsOf, stepsFrom }: Surroundings,
  claims: Iterable<Claim>,
): readonly Claim[] {
  const found = new Set(claims)
  const actors = new Set<string>()
  for (const claim of found) {
    for (const denial of denialsOf(claim.id)) found.add(denial)
    for (const actor of actorsOf(schema, claim)) {
      if (actors.has(actor)) continue
      actors.add(actor)
      for (const step of stepsFrom(actor)) found.add(step)
    }
  }
  return [...found]
}

/** Whose `speaks_for` claims bear on a claim, beside those that these lead on to. */
export function actorsOf(schema: GraphSchema, claim: Claim): readonly string[] {
  const { subject, onBehalfOf, accordingTo, relation, object } = claim
  const spokenFor = schema.relations.get(relation)?.speaksFor ? object : undefined
  return [subject, onBehalfOf, accordingTo, spokenFor].filter((actor) => actor !== undefined)
}

/** The claims that a view has been given, each once, with how they bear on each other. */
import type { Claim } from '../../graph/knowledge-graph.ts'
import type { GraphSchema } from '../../graph/schema.ts'
import { actorsOf, withJudges } from '../judges.ts'
import type { ValueOf } from './graph-view.ts'
import type { Cells } from './read-values.ts'
import { claimOf } from './store-columns.ts'

/** Claims, and what has been asked about them. */
export interface KnownClaims {
  readonly schema: GraphSchema
  readonly claims: Map<string, Claim>
  /** Claims of `denies` relations by what they are on; complete for all claims here. */
  readonly denials: Map<string, Claim[]>
  /** `speaks_for` claims by their subject; complete for the actors that were asked about. */
  readonly steps: Map<string, Claim[]>
  readonly asked: Set<string>
}

/** Where nothing is known yet. */
export function noClaims(schema: GraphSchema): KnownClaims {
  return { schema, claims: new Map(), denials: new Map(), steps: new Map(), asked: new Set() }
}

/** The claims that a query gives, as many lists as it has. */
export function claimsIn(known: KnownClaims, value: ValueOf): readonly (readonly Claim[])[] {
  return (value('claims') as readonly (readonly Cells[])[]).map((list) =>
    list.map((cells) => {
      const claim = claimOf(known.schema, cells)
      const same = known.claims.get(claim.id)
      if (!same) known.claims.set(claim.id, claim)
      return same ?? claim
    }),
  )
}

/** Adds what bears on claims with these actors, in the lists of queries-on-stances.ts. */
export function addJudges(
  known: KnownClaims,
  [steps = [], denials = [], furtherSteps = [], furtherDenials = []]: readonly (readonly Claim[])[],
  actors: readonly string[],
): void {
  for (const step of [...steps, ...furtherSteps]) addTo(known.steps, step.subject, step)
  for (const denial of [...denials, ...furtherDenials]) addTo(known.denials, denial.object, denial)
  const reached = [...actors, ...denials.flatMap((denial) => actorsOf(known.schema, denial))]
  for (const actor of reached) {
    if (known.asked.has(actor)) continue
    known.asked.add(actor)
    for (const { object } of known.steps.get(actor) ?? []) reached.push(object)
  }
}

function addTo(claims: Map<string, Claim[]>, key: string, claim: Claim): void {
  const those = claims.get(key)
  if (!those) claims.set(key, [claim])
  else if (!those.includes(claim)) those.push(claim)
}

/** The claims with all that is known to bear on them, and the actors that have not been asked about. */
export function judgedClaims(
  known: KnownClaims,
  claims: Iterable<Claim>,
): { readonly judged: readonly Claim[]; readonly unasked: readonly string[] } {
  const unasked = new Set<string>()
  const judged = withJudges(
    {
      schema: known.schema,
      denialsOf: (claim) => known.denials.get(claim) ?? [],
      stepsFrom: (actor) => {
        if (!known.asked.has(actor)) unasked.add(actor)
        return known.steps.get(actor) ?? []
      },
    },
    claims,
  )
  return { judged, unasked: [...unasked] }
}

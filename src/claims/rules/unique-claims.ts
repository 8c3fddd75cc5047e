/** A source must not make the same claim twice. */
import { formatTriple } from '../arrow.ts'
import type { Place } from '../../diagnostics/source-file.ts'
import type { Claim } from '../../graph/knowledge-graph.ts'
import { placeOf } from '../../yaml/yaml-node.ts'
import type { Check } from '../check.ts'
import type { ClaimDraft, ClaimOrigin } from '../drafts.ts'
import { tripleOf } from '../read-lines.ts'

/**
 * Notes a claim as made. It is only valid if its source does not already claim the same triple, with the same date,
 * `according_to` and `on_behalf_of`, without an id of its own. Reported at the later place, the earlier one related.
 * An id that an author gave to something else must not be the computed one of a claim either.
 */
export function checkUniqueClaim(
  claim: Claim,
  draft: ClaimDraft,
  origin: ClaimOrigin,
  made: Map<string, ClaimOrigin>,
  given: ReadonlyMap<string, Place>,
  check: Pick<Check, 'report'>,
): boolean {
  if (!claim.named && given.has(claim.id)) return reportTaken(claim, draft, given, check)
  const earlier = made.get(claim.id)
  if (!earlier) {
    made.set(claim.id, origin)
    return true
  }
  // Two claims with one given id are duplicates of that id, which has been reported.
  if (claim.named) return false
  const triple = formatTriple(claim.subject, claim.relation, claim.object)
  check.report('duplicate-claim', placeOf(draft.file, draft.triple), { triple }, [
    { message: 'It is claimed here first.', place: tripleOf(earlier) },
  ])
  return false
}

/** Reported where the id is given, once for all claims that compute to it. */
function reportTaken(
  claim: Claim,
  draft: ClaimDraft,
  given: ReadonlyMap<string, Place>,
  check: Pick<Check, 'report'>,
): false {
  const place = given.get(claim.id)
  const related = [{ message: 'This claim has it.', place: placeOf(draft.file, draft.triple) }]
  if (place) check.report('duplicate-id', place, { id: claim.id, what: 'computed id of a claim' }, related)
  return false
}

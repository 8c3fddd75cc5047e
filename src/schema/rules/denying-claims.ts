/** Rule: only claims are denied. */
import type { RelationDraft, Written } from '../drafts.ts'

/** A relation that denies is only valid if its object can be a claim. `to` has the types of its object. */
export function requireDeniableObject(
  denies: Written<boolean> | undefined,
  to: readonly string[],
  { name, place, report, denies: own }: RelationDraft,
): void {
  if (denies?.value === true && to.length > 0 && !to.includes('Claim'))
    report('denies-no-claim', own?.place ?? place, { relation: name })
}

/** Rule: to speak for somebody lasts. */
import type { RelationDraft, Written } from '../drafts.ts'

/** What a relation says about time, its own or taken over. */
export interface Lasting {
  readonly speaksFor: Written<boolean> | undefined
  readonly lasting: Written<boolean> | undefined
}

/** A relation is only valid if it does not say that it speaks for its object and yet does not last. */
export function requireLastingSpeakers(
  { speaksFor, lasting }: Lasting,
  { name, place, report, ...own }: RelationDraft,
): void {
  if (speaksFor?.value !== true || lasting?.value !== false) return
  report('speaks-for-lasts', own.lasting?.place ?? own.speaksFor?.place ?? place, { relation: name })
}

/** Which claims no longer count as their subject's word: attributed ones and denied ones. */
import { unnamed, type Claim } from '../graph/knowledge-graph.ts'
import { beginningOf, compareTexts } from './days.ts'
import type { Speaking } from './speaking.ts'

/** Whether a claim is according to an actor who neither was its subject nor spoke for it on that day, or `unnamed`. */
export function isAttributed(claim: Claim, speaking: Speaking): boolean {
  const { accordingTo, subject } = claim
  if (accordingTo === undefined || accordingTo === subject) return false
  if (accordingTo === unnamed) return true
  return !speaking.spokenForBy(accordingTo, beginningOf(claim)).has(subject)
}

/** Denials by the id of the claim that they are about, whether they count or not. */
type DenialsByClaim = ReadonlyMap<string, readonly Claim[]>

/** Gives the denials of a claim that stand, oldest first. */
export type FindDenials = (claim: Claim) => readonly Claim[]

/**
 * The denials that stand on a day: neither retracted, attributed nor themselves denied, said for certain by `asOf`,
 * and by the subject of the claim, by whom the claim was made for, or by one who on the day of the denial spoke for
 * one of these.
 */
export function denialsStanding(denials: DenialsByClaim, asOf: string, speaking: Speaking): FindDenials {
  const standing = new Map<string, readonly Claim[]>()
  return (claim) => {
    if (!denials.has(claim.id)) return []
    const known = standing.get(claim.id)
    if (known) return known
    // Denials of denials first: claims come after the claim that they are about, so in reverse.
    for (const denied of withDenials(denials, claim).reverse()) {
      if (standing.has(denied.id)) continue
      const valid = (denials.get(denied.id) ?? []).filter(
        (denial) => !standing.get(denial.id)?.length && denies(denial, denied, asOf, speaking),
      )
      standing.set(denied.id, valid.sort(compareClaims))
    }
    return standing.get(claim.id) ?? []
  }
}

/** The claim, its denials, their denials and so on. */
function withDenials(denials: DenialsByClaim, claim: Claim): Claim[] {
  const found = new Set([claim])
  for (const denied of found) for (const denial of denials.get(denied.id) ?? []) found.add(denial)
  return [...found]
}

function denies(denial: Claim, claim: Claim, asOf: string, speaking: Speaking): boolean {
  if (denial.retracted !== undefined || beginningOf(denial).last > asOf || isAttributed(denial, speaking))
    return false
  const authors = countsFor(claim, speaking)
  return [...countsFor(denial, speaking)].some((actor) => authors.has(actor))
}

/** Whose word a claim is: its subject's, and that of whom it spoke for, here, on that day. */
function countsFor(claim: Claim, speaking: Speaking): ReadonlySet<string> {
  const { subject, onBehalfOf = subject } = claim
  return new Set([subject, onBehalfOf, ...speaking.spokenForBy(onBehalfOf, beginningOf(claim)).keys()])
}

/** Oldest first, then by id; a beginning that is not known comes before all others. */
export function compareClaims(a: Claim, b: Claim): number {
  const [dayA, dayB] = [beginningOf(a), beginningOf(b)]
  return (
    compareTexts(dayA.first, dayB.first) || compareTexts(dayA.last, dayB.last) || compareTexts(a.id, b.id)
  )
}

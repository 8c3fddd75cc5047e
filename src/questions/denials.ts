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

/**
 * The days on which something begins to hold and on which it no longer does, in turns, the first a beginning; in the
 * order of time, none twice.
 */
type Turns = readonly string[]

/** Which denials stand on which days. */
export interface DenialJudge {
  /** The denials of a claim that stand on a day, oldest first. */
  readonly standing: (claim: Claim, day: string) => readonly Claim[]
  /** The days on which a claim begins to be denied and on which it no longer is, in turns. */
  readonly turns: (claim: Claim) => Turns
}

/** A denial that counts on some day, with the days on which it begins and ceases to stand. */
interface Judged {
  readonly denial: Claim
  readonly turns: Turns
}

/**
 * Judges denials by who speaks for whom. A denial stands on a day where it is neither retracted, attributed nor itself
 * denied, was said for certain by that day, and by the subject of the claim, by whom the claim was made for, or by one
 * who on the day of the denial spoke for one of these. What was worked out for a claim is kept.
 */
export function judgeDenials(denials: DenialsByClaim, speaking: Speaking): DenialJudge {
  const judged = new Map<string, readonly Judged[]>()
  const deniedTurns = (id: string): Turns => anyOf((judged.get(id) ?? []).map(({ turns }) => turns))
  const judgeDenialsOf = (claim: Claim): readonly Judged[] => {
    if (!denials.has(claim.id)) return []
    const known = judged.get(claim.id)
    if (known) return known
    // Denials of denials first: claims come after the claim that they are about, so in reverse.
    for (const denied of withDenials(denials, claim).reverse()) {
      if (judged.has(denied.id)) continue
      const valid = (denials.get(denied.id) ?? []).filter((denial) => denies(denial, denied, speaking))
      const turnsOf = (denial: Claim) => exceptFrom(beginningOf(denial).last, deniedTurns(denial.id))
      judged.set(
        denied.id,
        valid.sort(compareClaims).map((denial) => ({ denial, turns: turnsOf(denial) })),
      )
    }
    return judged.get(claim.id) ?? []
  }
  return {
    standing: (claim, day) =>
      judgeDenialsOf(claim)
        .filter(({ turns }) => holdsOn(turns, day))
        .map(({ denial }) => denial),
    turns: (claim) => {
      judgeDenialsOf(claim)
      return deniedTurns(claim.id)
    },
  }
}

/** The claim, its denials, their denials and so on. */
function withDenials(denials: DenialsByClaim, claim: Claim): Claim[] {
  const found = new Set([claim])
  for (const denied of found) for (const denial of denials.get(denied.id) ?? []) found.add(denial)
  return [...found]
}

function denies(denial: Claim, claim: Claim, speaking: Speaking): boolean {
  if (denial.retracted !== undefined || isAttributed(denial, speaking)) return false
  const authors = countsFor(claim, speaking)
  return [...countsFor(denial, speaking)].some((actor) => authors.has(actor))
}

/** Whose word a claim is: its subject's, and that of whom it spoke for, here, on that day. */
function countsFor(claim: Claim, speaking: Speaking): ReadonlySet<string> {
  const { subject, onBehalfOf = subject } = claim
  return new Set([subject, onBehalfOf, ...speaking.spokenForBy(onBehalfOf, beginningOf(claim)).keys()])
}

/** Whether something holds on a day. */
export function holdsOn(turns: Turns, day: string): boolean {
  return turns.filter((turn) => turn <= day).length % 2 === 1
}

/** From a day on, except while something else holds. */
function exceptFrom(day: string, otherwise: Turns): Turns {
  const later = otherwise.filter((turn) => turn > day)
  return holdsOn(otherwise, day) ? later : [day, ...later]
}

/** While at least one of several things holds. */
function anyOf(all: readonly Turns[]): Turns {
  const [only = [], ...others] = all
  if (others.length === 0) return only
  const changes = all.flatMap((turns) =>
    turns.map((day, index) => ({ day, change: index % 2 === 0 ? 1 : -1 })),
  )
  changes.sort((a, b) => compareTexts(a.day, b.day) || b.change - a.change)
  const turns: string[] = []
  let holding = 0
  for (const { day, change } of changes) {
    const held = holding > 0
    holding += change
    if (held !== holding > 0) turns.push(day)
  }
  return turns
}

/** Oldest first, then by id; a beginning that is not known comes before all others. */
export function compareClaims(a: Claim, b: Claim): number {
  const [dayA, dayB] = [beginningOf(a), beginningOf(b)]
  return (
    compareTexts(dayA.first, dayB.first) || compareTexts(dayA.last, dayB.last) || compareTexts(a.id, b.id)
  )
}

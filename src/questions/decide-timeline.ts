/** Decides how a holder's stance on a target changes from day to day, without any store. */
import { agree, type StanceResult } from './settle.ts'
import { candidatesAmong, isOfRelations, newestFirst, type Candidate, type Counted } from './candidates.ts'
import { afterAllDays, beforeAllDays, compareTexts, dayAfter } from './days.ts'
import { holdsOn, isAttributed } from './denials.ts'
import type { Era, Evidence } from './evidence.ts'
import { groupBy } from './group-by.ts'
import { rankByDay } from './ranking.ts'

/** What is asked. */
export interface TimelineQuestion extends Counted {
  readonly holder: string
  readonly target: string
}

/** What holds from a day until the next change. */
export interface StanceChange {
  /** The first day, or `beforeAllDays`. */
  readonly from: string
  readonly stance: StanceResult
  readonly orderUncertain: boolean
  /** Newest first, then by claim id. */
  readonly deciding: readonly Candidate[]
}

/**
 * Decides by sections 1 to 3 of the rule for all days: a change for each day on which the stance, the deciding words or
 * how they came to count differ from the day before; `unknown` before the first. The evidence must have been gathered
 * for the target and the holder.
 *
 * A word changes its part on few days only: when it has certainly been said, when its end is certainly over, and when
 * a denial begins or ceases to stand. These are sorted and gone through once, so the work is n log n in the words and
 * their denials, and grows with what the changes list. Only who speaks for whom, where denials change it, is worked
 * out anew for each era.
 */
export function decideTimeline(evidence: Evidence, question: TimelineQuestion): readonly StanceChange[] {
  const { holder, target, rollUp, relations } = question
  const words = evidence.wordsOn(target).filter((word) => isOfRelations(word, relations))
  const eras = evidence.eras()
  const changes: StanceChange[] = []
  eras.forEach((era, index) => {
    const until = eras[index + 1]?.from ?? afterAllDays
    const candidates = candidatesAmong(words, era.speaking, holder, rollUp)
    for (const change of changesIn(era, until, holder, candidates)) {
      if (!isAlike(changes.at(-1) ?? unknownBefore, change)) changes.push(change)
    }
  })
  return changes
}

const unknownBefore: StanceChange = {
  from: beforeAllDays,
  stance: 'unknown',
  orderUncertain: false,
  deciding: [],
}

function isAlike(a: StanceChange, b: StanceChange): boolean {
  if (a.stance !== b.stance || a.orderUncertain !== b.orderUncertain) return false
  if (a.deciding.length !== b.deciding.length) return false
  return a.deciding.every(({ word, path }, index) => {
    const other = b.deciding[index]
    return other?.word === word && (path === other.path || isSamePath(path, other.path))
  })
}

function isSamePath(a: Candidate['path'], b: Candidate['path']): boolean {
  return a.length === b.length && a.every(({ claim }, index) => claim === b[index]?.claim)
}

/** What part a word has on a day: none, one of those that may decide, or the end of an interval. */
type Role = 'none' | 'counting' | 'ended'

/** A word's new part. */
interface Turn {
  readonly day: string
  readonly index: number
  readonly role: Role
}

/** The changes within an era, its first day always among them. */
function* changesIn(
  era: Era,
  until: string,
  holder: string,
  candidates: readonly Candidate[],
): Generator<StanceChange> {
  const state = trackLastWords(candidates)
  const turns = candidates.flatMap((candidate, index) =>
    turnsOf(candidate, era, until).map((turn) => ({ ...turn, index })),
  )
  turns.sort((a, b) => compareTexts(a.day, b.day))
  for (const [day, onDay] of new Map([[era.from, []], ...groupBy(turns, (turn) => turn.day)])) {
    if (!state.take(onDay) && day !== era.from) continue
    const { stance, orderUncertain, deciding } = agree(holder, state.last())
    yield { from: day, stance, orderUncertain, deciding: newestFirst(deciding) }
  }
}

/** When a word's part changes in an era; what it is on the first day, where it has one, comes first. */
function turnsOf({ word }: Candidate, era: Era, until: string): readonly Omit<Turn, 'index'>[] {
  const { claim, implied, day } = word
  if (claim.retracted !== undefined || (!implied && isAttributed(claim, era.speaking))) return []
  const denied = implied ? [] : era.denials.turns(claim)
  const over = implied || claim.until === undefined ? afterAllDays : dayAfter(claim.until)
  const roleOn = (asOf: string): Role => {
    if (asOf < day.last || holdsOn(denied, asOf)) return 'none'
    return asOf < over ? 'counting' : 'ended'
  }
  const days = [era.from, day.last, over, ...denied].filter((one) => one >= era.from && one < until)
  let role: Role = 'none'
  return [...new Set(days)].sort(compareTexts).flatMap((one) => {
    const next = roleOn(one)
    if (next === role) return []
    role = next
    return { day: one, role }
  })
}

/** Keeps the words that nothing supersedes while their parts change. */
interface LastWords {
  /** Takes the turns of a day; says whether the last words may be others now. */
  take(turns: readonly Turn[]): boolean
  last(): readonly Candidate[]
}

/** Section 3: the latest of all beginnings and the latest of all ends supersede whatever any other would. */
function trackLastWords(candidates: readonly Candidate[]): LastWords {
  const latestDays = candidates.map(({ word }) => word.day.last)
  const beginnings = rankByDay(candidates.map(({ word }) => word.day.first))
  const ends = rankByDay(candidates.map(({ word }) => word.claim.untilEarliest ?? beforeAllDays))
  const counting = rankByDay(latestDays)
  let beginning: string | undefined
  let end: string | undefined
  const isLast = (index: number): boolean => {
    const latest = latestDays[index] ?? beforeAllDays
    return latest >= (beginning ?? beforeAllDays) && (end === undefined || latest > end)
  }
  return {
    take(turns) {
      for (const { index, role } of turns) {
        beginnings.set(index, role !== 'none')
        ends.set(index, role === 'ended')
        counting.set(index, role === 'counting')
      }
      const before = { beginning, end }
      beginning = beginnings.latest()
      end = ends.latest()
      if (before.beginning !== beginning || before.end !== end) return true
      return turns.some(({ index }) => isLast(index))
    },
    last() {
      const last: Candidate[] = []
      for (const index of counting.fromLatest()) {
        const candidate = candidates[index]
        if (!candidate || !isLast(index)) break
        last.push(candidate)
      }
      return last
    },
  }
}

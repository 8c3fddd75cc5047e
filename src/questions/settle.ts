/** What some words that count for a holder say together: sections 2 and 3 of the rule. */
import type { Claim } from '../graph/knowledge-graph.ts'
import { stances, type Stance } from '../graph/schema.ts'
import type { Candidate } from './candidates.ts'
import { beforeAllDays } from './days.ts'
import type { DayView, Word, WordFault } from './evidence.ts'

/**
 * Why a candidate decides nothing. `own outranks`: it stands beside disagreeing words of the holder's own and does
 * not differ from the answer, or the answer is mixed.
 */
export type LeftOutReason = WordFault | 'neutral yields' | 'own outranks'

/** A candidate that was left out. */
export interface LeftOut extends Candidate {
  readonly reason: LeftOutReason
  /** The denials that stand, oldest first, where it is denied. */
  readonly denials: readonly Claim[]
}

/** What a holder's stance can be. */
export type StanceResult = Stance | 'mixed' | 'unknown'

/** What sections 2 and 3 make of some candidates. */
export interface Settled extends Agreement {
  readonly superseded: readonly Candidate[]
  readonly leftOut: readonly LeftOut[]
}

/** What words say together that nothing supersedes. */
interface Agreement {
  readonly stance: StanceResult
  /** Whether words that disagree stand side by side because their dates are not precise enough. */
  readonly orderUncertain: boolean
  readonly deciding: readonly Candidate[]
  /** The voices' words that gave way to the holder's own. */
  readonly setAside: readonly Candidate[]
}

/** Judges candidates as of the day of the view. */
export function settle(view: DayView, holder: string, candidates: readonly Candidate[]): Settled {
  const left: LeftOut[] = []
  const counting: Candidate[] = []
  for (const candidate of candidates) {
    const reason = view.reasonToLeaveOut(candidate.word)
    if (reason === undefined) counting.push(candidate)
    else left.push({ ...candidate, reason, denials: denialsFor(view, candidate.word, reason) })
  }
  const ended = left.filter(({ reason }) => reason === 'ended')
  const [superseded, last] = divide(counting, supersededBy(counting, ended))
  const { neutral, ...agreed } = agree(holder, last)
  return { ...agreed, superseded, leftOut: [...left, ...leaveOut(neutral, 'neutral yields')] }
}

function denialsFor(view: DayView, word: Word, reason: WordFault): readonly Claim[] {
  return reason === 'denied' ? view.denialsOf(word.claim) : []
}

export function leaveOut(candidates: readonly Candidate[], reason: LeftOutReason): readonly LeftOut[] {
  return candidates.map((candidate) => ({ ...candidate, reason, denials: [] }))
}

/**
 * Section 3: a word is superseded by one that begins after it for certain, and by an end on or after its latest day.
 * The latest of all beginnings and the latest of all ends supersede whatever any other would.
 */
function supersededBy(
  counting: readonly Candidate[],
  ended: readonly Candidate[],
): (candidate: Candidate) => boolean {
  const beginning = latestOf([...counting, ...ended].map(({ word }) => word.day.first))
  const end = latestOf(ended.map(({ word }) => word.claim.untilEarliest ?? beforeAllDays))
  return ({ word: { day } }) =>
    (beginning !== undefined && beginning > day.last) || (end !== undefined && end >= day.last)
}

/** The latest of some days; undefined without any. */
function latestOf(days: readonly string[]): string | undefined {
  return days.reduce<string | undefined>(
    (latest, day) => (latest === undefined || day > latest ? day : latest),
    undefined,
  )
}

/** Section 3: what the words say together that nothing supersedes. */
export function agree(
  holder: string,
  last: readonly Candidate[],
): Agreement & { readonly neutral: readonly Candidate[] } {
  const common = commonStance(last)
  if (common !== 'mixed')
    return { stance: common, orderUncertain: false, deciding: last, neutral: [], setAside: [] }
  // All of them can have been said on one day, the latest beginning; so a single imprecise one makes the order uncertain.
  const orderUncertain = last.some(({ word }) => word.day.first !== word.day.last)
  const [neutral, outspoken] = divide(last, ({ word }) => word.stance === 'neutral')
  const outspokenStance = commonStance(outspoken)
  const [own, others] = divide(outspoken, ({ word }) => word.voice === holder)
  if (outspokenStance !== 'mixed' || own.length === 0) {
    return { stance: outspokenStance, orderUncertain, deciding: outspoken, neutral, setAside: [] }
  }
  return { stance: commonStance(own), orderUncertain, deciding: own, neutral, setAside: others }
}

function commonStance(candidates: readonly Candidate[]): StanceResult {
  const [first, ...others] = new Set(candidates.map(({ word }) => word.stance))
  return first === undefined ? 'unknown' : others.length > 0 ? 'mixed' : first
}

/** How many of the words say what, in the order supports, opposes, withholds, neutral. */
export function countStances(candidates: readonly Candidate[]): Partial<Record<Stance, number>> {
  const counts: Partial<Record<Stance, number>> = {}
  for (const stance of stances) {
    const count = candidates.filter(({ word }) => word.stance === stance).length
    if (count > 0) counts[stance] = count
  }
  return counts
}

/** The items that belong, and the others. */
export function divide<T>(items: readonly T[], belongs: (item: T) => boolean): [matching: T[], others: T[]] {
  const [matching, others]: [T[], T[]] = [[], []]
  for (const item of items) (belongs(item) ? matching : others).push(item)
  return [matching, others]
}

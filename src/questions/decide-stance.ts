/** Decides which stance a holder takes on a target as of a day: the rule of docs/stance.md, without any store. */
import type { Claim } from '../graph/knowledge-graph.ts'
import { stances, type Stance } from '../graph/schema.ts'
import { afterAllDays, beforeAllDays, compareTexts } from './days.ts'
import { isAttributed } from './denials.ts'
import type { DayView, Evidence, Word } from './evidence.ts'
import { groupBy } from './group-by.ts'
import { pathTo, type PathStep } from './speaking.ts'

/** What is asked. */
export interface StanceQuestion {
  readonly holder: string
  readonly target: string
  /** A full day. */
  readonly asOf: string
  /** Whether the words of those who speak for the holder count. */
  readonly rollUp: boolean
  /** The only relations that count; all where it is absent. */
  readonly relations?: ReadonlySet<string>
}

/** A word that counts for the holder, and how. */
export interface Candidate extends Word {
  /** How its voice speaks for the holder; empty for the holder's own. */
  readonly path: readonly PathStep[]
}

/**
 * Why a word that counts for the holder decides nothing. `own outranks`: it stands beside disagreeing words of the
 * holder's own and does not differ from the answer, or the answer is mixed.
 */
export type LeftOutReason =
  'retracted' | 'attributed' | 'denied' | 'date uncertain' | 'ended' | 'neutral yields' | 'own outranks'

/** A candidate that was left out. */
export interface LeftOut extends Candidate {
  readonly reason: LeftOutReason
  /** The denials that stand, oldest first, where it is denied. */
  readonly denials: readonly Claim[]
}

/** What a holder's stance can be. */
export type StanceResult = Stance | 'mixed' | 'unknown'

/** The stance and all that led to it. Every list is newest first, then by claim id. */
export interface StanceDecision {
  readonly stance: StanceResult
  /** How many of the deciding words say what, in the order supports, opposes, withholds, neutral. */
  readonly counts: Readonly<Partial<Record<Stance, number>>>
  /** Whether words that disagree stand side by side because their dates are not precise enough. */
  readonly orderUncertain: boolean
  readonly deciding: readonly Candidate[]
  readonly superseded: readonly Candidate[]
  readonly leftOut: readonly LeftOut[]
  /** What voices of the holder say that differs from the answer. */
  readonly dissent: readonly Candidate[]
}

/** Decides by sections 1 to 4 of the rule. The evidence must have been gathered for the target and the holder. */
export function decideStance(evidence: Evidence, question: StanceQuestion): StanceDecision {
  const view = evidence.asOf(question.asOf)
  const words = evidence.wordsOn(question.target).filter((word) => isAskedFor(word, question))
  const candidates = words.flatMap((word) => candidateFor(view, word, question))
  const settled = settle(view, question.holder, candidates)
  const { stance, deciding } = settled
  const [differing, outranked] = divide(
    settled.setAside,
    (one) => stance !== 'mixed' && one.stance !== stance,
  )
  return {
    stance,
    counts: countStances(deciding),
    orderUncertain: settled.orderUncertain,
    deciding: newestFirst(deciding),
    superseded: newestFirst(settled.superseded),
    leftOut: newestFirst([...settled.leftOut, ...outranked.map((one) => leaveOut(one, 'own outranks'))]),
    dissent: newestFirst([...differing, ...dissentingLastWords(view, words, question, stance, differing)]),
  }
}

/** An implied support is no claim of any relation, and so not asked for where the question is narrowed to some. */
function isAskedFor(word: Word, { asOf, relations }: StanceQuestion): boolean {
  if (word.day.first > asOf) return false
  return relations === undefined || (!word.implied && relations.has(word.claim.relation))
}

/** Section 1: the word as one that counts for the holder; nothing where it does not. */
function candidateFor(
  view: DayView,
  word: Word,
  { holder, rollUp }: StanceQuestion,
): Candidate | readonly never[] {
  const path = word.voice === holder ? [] : rollUp ? pathOf(view, word, holder) : undefined
  return path ? { ...word, path } : []
}

/** How a word's voice spoke for the holder in saying it. */
function pathOf({ speaking }: DayView, word: Word, holder: string): readonly PathStep[] | undefined {
  const { id, subject, onBehalfOf } = word.claim
  if (word.implied || onBehalfOf === undefined) return pathTo(speaking, word.voice, holder, word.day)
  const first = { from: subject, relation: 'on behalf of', to: onBehalfOf, claim: id, certain: true }
  if (onBehalfOf === holder) return [first]
  const rest = pathTo(speaking, onBehalfOf, holder, word.day)
  return rest && [first, ...rest]
}

/** What sections 2 and 3 make of some candidates. */
interface Settled {
  readonly stance: StanceResult
  readonly orderUncertain: boolean
  readonly deciding: readonly Candidate[]
  readonly superseded: readonly Candidate[]
  readonly leftOut: readonly LeftOut[]
  /** The voices' words that gave way to the holder's own. */
  readonly setAside: readonly Candidate[]
}

function settle(view: DayView, holder: string, candidates: readonly Candidate[]): Settled {
  const left: LeftOut[] = []
  const counting: Candidate[] = []
  for (const candidate of candidates) {
    const reason = reasonToLeaveOut(view, candidate)
    if (reason)
      left.push(leaveOut(candidate, reason, reason === 'denied' ? view.denialsOf(candidate.claim) : []))
    else counting.push(candidate)
  }
  const ended = left.filter(({ reason }) => reason === 'ended')
  const [superseded, last] = divide(counting, supersededBy(counting, ended))
  const { neutral, ...agreed } = agree(holder, last)
  return {
    ...agreed,
    superseded,
    leftOut: [...left, ...neutral.map((one) => leaveOut(one, 'neutral yields'))],
  }
}

/** Section 2: the first reason that holds. An implied support can only be retracted or of uncertain date. */
function reasonToLeaveOut(view: DayView, { claim, implied, day }: Candidate): LeftOutReason | undefined {
  if (claim.retracted !== undefined) return 'retracted'
  if (!implied && isAttributed(claim, view.speaking)) return 'attributed'
  if (!implied && view.denialsOf(claim).length > 0) return 'denied'
  if (day.last > view.day) return 'date uncertain'
  if (!implied && (claim.until ?? afterAllDays) < view.day) return 'ended'
  return undefined
}

function leaveOut(candidate: Candidate, reason: LeftOutReason, denials: readonly Claim[] = []): LeftOut {
  return { ...candidate, reason, denials }
}

/**
 * Section 3: a word is superseded by one that begins after it for certain, and by an end on or after its latest day.
 * The latest of all beginnings and the latest of all ends supersede whatever any other would.
 */
function supersededBy(counting: readonly Candidate[], ended: readonly Candidate[]): (word: Word) => boolean {
  const beginning = latestOf([...counting, ...ended].map(({ day }) => day.first))
  const end = latestOf(ended.map(({ claim }) => claim.untilEarliest ?? beforeAllDays))
  return ({ day }) =>
    (beginning !== undefined && beginning > day.last) || (end !== undefined && end >= day.last)
}

function latestOf(days: readonly string[]): string | undefined {
  return days.reduce<string | undefined>(
    (latest, day) => (latest === undefined || day > latest ? day : latest),
    undefined,
  )
}

/** Section 3: what the words say together that nothing supersedes. */
function agree(
  holder: string,
  last: readonly Candidate[],
): Pick<Settled, 'stance' | 'orderUncertain' | 'deciding' | 'setAside'> & {
  readonly neutral: readonly Candidate[]
} {
  const common = commonStance(last)
  if (common !== 'mixed')
    return { stance: common, orderUncertain: false, deciding: last, neutral: [], setAside: [] }
  // All of them can have been said on one day, the latest beginning; so a single imprecise one makes the order uncertain.
  const orderUncertain = last.some(({ day }) => day.first !== day.last)
  const [neutral, outspoken] = divide(last, ({ stance }) => stance === 'neutral')
  const outspokenStance = commonStance(outspoken)
  const [own, others] = divide(outspoken, ({ voice }) => voice === holder)
  if (outspokenStance !== 'mixed' || own.length === 0) {
    return { stance: outspokenStance, orderUncertain, deciding: outspoken, neutral, setAside: [] }
  }
  return { stance: commonStance(own), orderUncertain, deciding: own, neutral, setAside: others }
}

function commonStance(words: readonly Word[]): StanceResult {
  const [first, ...others] = new Set(words.map(({ stance }) => stance))
  return first === undefined ? 'unknown' : others.length > 0 ? 'mixed' : first
}

function countStances(words: readonly Word[]): Partial<Record<Stance, number>> {
  const counts: Partial<Record<Stance, number>> = {}
  for (const stance of stances) {
    const count = words.filter((word) => word.stance === stance).length
    if (count > 0) counts[stance] = count
  }
  return counts
}

/**
 * Section 4: the last words that differ from the answer, of the voices that speak for the holder on the day of the
 * question, save what is listed already.
 */
function dissentingLastWords(
  view: DayView,
  words: readonly Word[],
  question: StanceQuestion,
  answer: StanceResult,
  listed: readonly Candidate[],
): readonly Candidate[] {
  if (!question.rollUp || answer === 'mixed' || answer === 'unknown') return []
  const known = new Set(listed.map(({ claim }) => claim))
  return Array.from(groupBy(words, ({ voice }) => voice)).flatMap(([voice, own]) => {
    const lastWord = lastWordOf(view, voice, own, question.holder)
    return lastWord.stance === answer ? [] : lastWord.deciding.filter(({ claim }) => !known.has(claim))
  })
}

/** A voice's own last word, without what it said on behalf of somebody who neither is the holder nor speaks for it. */
function lastWordOf(view: DayView, voice: string, words: readonly Word[], holder: string): Settled {
  const path = pathTo(view.speaking, voice, holder, { first: view.day, last: view.day })
  if (!path) return settle(view, voice, [])
  const own = words.flatMap((word) => {
    const pathThen = pathOf(view, word, holder)
    if (!pathThen && !word.implied && word.claim.onBehalfOf !== undefined) return []
    return { ...word, path: pathThen ?? path }
  })
  return settle(view, voice, own)
}

function divide<T>(items: readonly T[], belongs: (item: T) => boolean): [matching: T[], others: T[]] {
  const [matching, others]: [T[], T[]] = [[], []]
  for (const item of items) (belongs(item) ? matching : others).push(item)
  return [matching, others]
}

function newestFirst<T extends Word>(words: readonly T[]): readonly T[] {
  return [...words].sort(
    (a, b) =>
      compareTexts(b.day.first, a.day.first) ||
      compareTexts(b.day.last, a.day.last) ||
      compareTexts(a.claim.id, b.claim.id),
  )
}

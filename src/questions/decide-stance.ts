/** Decides which stance a holder takes on a target as of a day: the rule of docs/stance.md, without any store. */
import type { Claim } from '../graph/knowledge-graph.ts'
import { stances, type Stance } from '../graph/schema.ts'
import { beforeAllDays, compareTexts } from './days.ts'
import type { DayView, Evidence, Word, WordFault } from './evidence.ts'
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
export interface Candidate {
  readonly word: Word
  /** How its voice speaks for the holder; empty for the holder's own. */
  readonly path: readonly PathStep[]
}

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
  const candidates = candidatesAmong(view, words, question)
  const settled = settle(view, question.holder, candidates)
  const { stance, deciding } = settled
  const differs = ({ word }: Candidate): boolean => stance !== 'mixed' && word.stance !== stance
  const [differing, outranked] = divide(settled.setAside, differs)
  return {
    stance,
    counts: countStances(deciding),
    orderUncertain: settled.orderUncertain,
    deciding: newestFirst(deciding),
    superseded: newestFirst(settled.superseded),
    leftOut: newestFirst([...settled.leftOut, ...leaveOut(outranked, 'own outranks')]),
    dissent: newestFirst(
      addLastWords(differing, lastWordsThatDiffer(view, words, candidates, question, stance)),
    ),
  }
}

/** An implied support is no claim of any relation, and so not asked for where the question is narrowed to some. */
function isAskedFor(word: Word, { asOf, relations }: StanceQuestion): boolean {
  if (word.day.first > asOf) return false
  return relations === undefined || (!word.implied && relations.has(word.claim.relation))
}

/** Section 1: the words that count for the holder. */
function candidatesAmong(
  view: DayView,
  words: readonly Word[],
  question: StanceQuestion,
): readonly Candidate[] {
  const { holder, rollUp } = question
  const candidates: Candidate[] = []
  for (const word of words) {
    const path = word.voice === holder ? [] : rollUp ? pathOf(view, word, holder) : undefined
    if (path) candidates.push({ word, path })
  }
  return candidates
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

function leaveOut(candidates: readonly Candidate[], reason: LeftOutReason): readonly LeftOut[] {
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

function countStances(candidates: readonly Candidate[]): Partial<Record<Stance, number>> {
  const counts: Partial<Record<Stance, number>> = {}
  for (const stance of stances) {
    const count = candidates.filter(({ word }) => word.stance === stance).length
    if (count > 0) counts[stance] = count
  }
  return counts
}

/**
 * Section 4: the last words that differ from the answer, of the voices that speak for the holder on the day of the
 * question.
 */
function lastWordsThatDiffer(
  view: DayView,
  words: readonly Word[],
  candidates: readonly Candidate[],
  { holder, rollUp }: StanceQuestion,
  answer: StanceResult,
): readonly Candidate[] {
  if (!rollUp || answer === 'mixed' || answer === 'unknown') return []
  const asCandidates = new Map(candidates.map((candidate) => [candidate.word, candidate]))
  const differing: Candidate[] = []
  for (const [voice, said] of groupBy(words, (word) => word.voice)) {
    const path = pathTo(view.speaking, voice, holder, { first: view.day, last: view.day })
    if (!path) continue
    const own = said.flatMap((word) => asCandidates.get(word) ?? (isOnBehalf(word) ? [] : { word, path }))
    const lastWord = settle(view, voice, own)
    if (lastWord.stance !== answer) for (const one of lastWord.deciding) differing.push(one)
  }
  return differing
}

/** Whether the word is on behalf of somebody. One that does not count for the holder was not on behalf of it. */
function isOnBehalf({ claim, implied }: Word): boolean {
  return !implied && claim.onBehalfOf !== undefined
}

function addLastWords(listed: readonly Candidate[], lastWords: readonly Candidate[]): readonly Candidate[] {
  const known = new Set(listed.map(({ word }) => word))
  return [...listed, ...lastWords.filter(({ word }) => !known.has(word))]
}

function divide<T>(items: readonly T[], belongs: (item: T) => boolean): [matching: T[], others: T[]] {
  const [matching, others]: [T[], T[]] = [[], []]
  for (const item of items) (belongs(item) ? matching : others).push(item)
  return [matching, others]
}

function newestFirst<T extends Candidate>(candidates: readonly T[]): readonly T[] {
  return [...candidates].sort(
    ({ word: a }, { word: b }) =>
      compareTexts(b.day.first, a.day.first) ||
      compareTexts(b.day.last, a.day.last) ||
      compareTexts(a.claim.id, b.claim.id),
  )
}

/** Decides which stance a holder takes on a target as of a day: the rule of docs/stance.md, without any store. */
import type { Stance } from '../graph/schema.ts'
import {
  candidatesAmong,
  isOfRelations,
  isOnBehalf,
  newestFirst,
  type Candidate,
  type Counted,
} from './candidates.ts'
import type { DayView, Evidence, Word } from './evidence.ts'
import { groupBy } from './group-by.ts'
import { countStances, divide, leaveOut, settle, type LeftOut, type StanceResult } from './settle.ts'
import { pathTo } from './speaking.ts'

/** What is asked. */
export interface StanceQuestion extends Counted {
  readonly holder: string
  readonly target: string
  /** A full day. */
  readonly asOf: string
}

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
  const { holder, target, asOf, rollUp, relations } = question
  const view = evidence.asOf(asOf)
  const words = evidence
    .wordsOn(target)
    .filter((word) => word.day.first <= asOf && isOfRelations(word, relations))
  const candidates = candidatesAmong(words, view.speaking, holder, rollUp)
  const settled = settle(view, holder, candidates)
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

function addLastWords(listed: readonly Candidate[], lastWords: readonly Candidate[]): readonly Candidate[] {
  const known = new Set(listed.map(({ word }) => word))
  return [...listed, ...lastWords.filter(({ word }) => !known.has(word))]
}

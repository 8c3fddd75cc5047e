/** Decides which stance everybody takes on a target as of a day, without any store. */
import {
  candidatesAmong,
  holdersOf,
  isOfRelations,
  newestFirst,
  type Candidate,
  type Counted,
} from './candidates.ts'
import type { Stance } from '../graph/schema.ts'
import type { Evidence, Word } from './evidence.ts'
import { countStances, settle, type LeftOut, type StanceResult } from './settle.ts'

/** What is asked. */
export interface StancesQuestion extends Counted {
  readonly target: string
  /** A full day. */
  readonly asOf: string
}

/** The stance of one of those for whom a word counts. */
export interface HolderDecision {
  readonly holder: string
  /** Whether a word is its own or was said on its behalf; otherwise others only spoke for it. */
  readonly speaks: boolean
  readonly stance: StanceResult
  /** How many of the deciding words say what, in the order supports, opposes, withholds, neutral. */
  readonly counts: Readonly<Partial<Record<Stance, number>>>
  readonly orderUncertain: boolean
  /** Newest first, then by claim id. */
  readonly deciding: readonly Candidate[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * Decides by sections 1 to 3 of the rule for each actor for whom a word on the target counts, as for it alone. The
 * evidence must have been gathered for the target and everybody. Each holder looks at its own words only, so the work
 * grows with the words and with how many each of them counts for.
 */
export function decideStances(evidence: Evidence, question: StancesQuestion): readonly HolderDecision[] {
  const { target, asOf, rollUp, relations } = question
  const view = evidence.asOf(asOf)
  const byHolder = new Map<string, Word[]>()
  const speakers = new Set<string>()
  for (const word of evidence.wordsOn(target)) {
    if (word.day.first > asOf || !isOfRelations(word, relations)) continue
    for (const holder of holdersOf(word, view.speaking, rollUp)) {
      const words = byHolder.get(holder)
      if (words) words.push(word)
      else byHolder.set(holder, [word])
      if (holder === word.voice || (!word.implied && holder === word.claim.onBehalfOf)) speakers.add(holder)
    }
  }
  return Array.from(byHolder, ([holder, words]) => {
    const settled = settle(view, holder, candidatesAmong(words, view.speaking, holder, rollUp))
    const { stance, orderUncertain, leftOut } = settled
    const deciding = newestFirst(settled.deciding)
    return {
      holder,
      speaks: speakers.has(holder),
      stance,
      counts: countStances(deciding),
      orderUncertain,
      deciding,
      leftOut,
    }
  })
}

/** The words that count for a holder: section 1 of the rule. */
import { compareTexts } from './days.ts'
import type { Word } from './evidence.ts'
import { pathTo, type PathStep, type Speaking } from './speaking.ts'

/** A word that counts for the holder, and how. */
export interface Candidate {
  readonly word: Word
  /** How its voice speaks for the holder; empty for the holder's own. */
  readonly path: readonly PathStep[]
}

/** Which words a question counts. */
export interface Counted {
  /** Whether the words of those who speak for the holder count. */
  readonly rollUp: boolean
  /** The only relations that count; all where it is absent. */
  readonly relations?: ReadonlySet<string>
}

/** An implied support is no claim of any relation, and so not asked for where the question is narrowed to some. */
export function isOfRelations(word: Word, relations: ReadonlySet<string> | undefined): boolean {
  return relations === undefined || (!word.implied && relations.has(word.claim.relation))
}

/** Those of the words that count for the holder. */
export function candidatesAmong(
  words: Iterable<Word>,
  speaking: Speaking,
  holder: string,
  rollUp: boolean,
): readonly Candidate[] {
  const candidates: Candidate[] = []
  for (const word of words) {
    const path = pathFor(word, speaking, holder, rollUp)
    if (path) candidates.push({ word, path })
  }
  return candidates
}

/** Whom a word may count for: its voice, and with roll-up whom it was said for and whom these speak for. */
export function holdersOf(word: Word, speaking: Speaking, rollUp: boolean): ReadonlySet<string> {
  const speaker = speakerOf(word)
  if (!rollUp) return new Set([word.voice])
  return new Set([word.voice, speaker, ...speaking.spokenForBy(speaker, word.day).keys()])
}

/** How a word came to be the holder's: empty where it is its own, undefined where it is not. */
function pathFor(
  word: Word,
  speaking: Speaking,
  holder: string,
  rollUp: boolean,
): readonly PathStep[] | undefined {
  if (word.voice === holder) return []
  if (!rollUp) return undefined
  const speaker = speakerOf(word)
  const rest = speaker === holder ? [] : pathTo(speaking, speaker, holder, word.day)
  if (!rest || !isOnBehalf(word)) return rest
  const { id, subject } = word.claim
  return [{ from: subject, relation: 'on behalf of', to: speaker, claim: id, certain: true }, ...rest]
}

/** Whether the word is on behalf of somebody. */
export function isOnBehalf({ claim, implied }: Word): boolean {
  return !implied && claim.onBehalfOf !== undefined
}

/** Whose word it is where it counts for others too: of whom it is on behalf of, or else its voice. */
function speakerOf({ voice, implied, claim }: Word): string {
  return (implied ? undefined : claim.onBehalfOf) ?? voice
}

/** By earliest, then latest day, newest first, then by claim id. */
export function newestFirst<T extends Candidate>(candidates: readonly T[]): readonly T[] {
  return [...candidates].sort(
    ({ word: a }, { word: b }) =>
      compareTexts(b.day.first, a.day.first) ||
      compareTexts(b.day.last, a.day.last) ||
      compareTexts(a.claim.id, b.claim.id),
  )
}

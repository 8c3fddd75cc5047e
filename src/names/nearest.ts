/** Which names somebody may have meant who wrote one that does not exist. */
import { distance } from 'fastest-levenshtein'
import { foldName } from './fold.ts'

/** The names that a text is likely meant for, nearest first, at most `limit` (3 by default); often none. */
export type NameFinder = (text: string, limit?: number) => string[]

/** A name, its folded form, and its letters as {@link lettersOf} counts them. */
interface Candidate {
  readonly name: string
  readonly folded: string
  readonly letters: number
}

/**
 * The names among `candidates` that `text` is likely meant for, nearest first, at most `limit`; often none. Names
 * that are equal to it after folding leave no room for others; else come those few typing errors away, those with
 * `text` among their words and those that begin with it. Equally near ones are in code unit order.
 */
export function nearestNames(text: string, candidates: Iterable<string>, limit = 3): string[] {
  return nameFinder(candidates)(text, limit)
}

/**
 * {@link nearestNames} for many texts and the same candidates, which are read and folded once, at the first text:
 * of 100,000 names, each further text takes a few milliseconds.
 */
export function nameFinder(candidates: Iterable<string>): NameFinder {
  let prepared: readonly Candidate[] | undefined
  return (text, limit = 3) => {
    prepared ??= Array.from(new Set(candidates), (name) => prepare(name))
    return rank(prepare(text), prepared).slice(0, limit)
  }
}

function prepare(name: string): Candidate {
  const folded = foldName(name)
  return { name, folded, letters: lettersOf(folded) }
}

function rank(wanted: Candidate, candidates: readonly Candidate[]): string[] {
  const found: { readonly name: string; readonly errors: number }[] = []
  for (const candidate of candidates) {
    const errors = errorsBetween(candidate, wanted)
    if (errors !== undefined) found.push({ name: candidate.name, errors })
  }
  found.sort((a, b) => a.errors - b.errors || (a.name < b.name ? -1 : 1))
  const best = found[0]?.errors === 0 ? found.filter(({ errors }) => errors === 0) : found
  return best.map(({ name }) => name)
}

/** How many typing errors make the wanted text out of a candidate; undefined where they are not similar. */
function errorsBetween(candidate: Candidate, wanted: Candidate): number | undefined {
  if (candidate.folded === wanted.folded) return 0
  const typed = typingErrors(candidate, wanted)
  if (typed !== undefined) return typed
  if (wanted.folded.length < 2 || (wanted.letters & ~candidate.letters) !== 0) return undefined
  if (hasWord(candidate.folded, wanted.folded)) return 1
  return wanted.folded.length > 2 && candidate.folded.startsWith(wanted.folded) ? 2 : undefined
}

/** The edit distance where it is small enough; what costs little is asked first. */
function typingErrors(candidate: Candidate, wanted: Candidate): number | undefined {
  const allowed = allowedErrors(wanted.folded)
  if (Math.abs(candidate.folded.length - wanted.folded.length) > allowed) return undefined
  if (countBits(candidate.letters & ~wanted.letters) > allowed) return undefined
  if (countBits(wanted.letters & ~candidate.letters) > allowed) return undefined
  const errors = isSwapped(candidate.folded, wanted.folded) ? 1 : distance(candidate.folded, wanted.folded)
  return errors <= allowed ? errors : undefined
}

/** How many typing errors a folded text may have: one in three letters, and none in names of two: `US` is not a misspelt `UK`. */
export function allowedErrors(wanted: string): number {
  return Math.min(6, Math.floor(wanted.length / 3))
}

/** Which letters occur, one bit for each (several letters share a bit). A typing error changes at most two bits. */
function lettersOf(text: string): number {
  let letters = 0
  for (let index = 0; index < text.length; index += 1) letters |= 1 << (text.charCodeAt(index) & 31)
  return letters
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Whether the texts differ by two neighbouring letters that changed places: one error, not two. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let first = 0
  while (first < a.length && a[first] === b[first]) first += 1
  return a[first] === b[first + 1] && a[first + 1] === b[first] && a.slice(first + 2) === b.slice(first + 2)
}

const letter = /[\p{L}\p{N}\p{M}]/u

/** Whether `wanted` stands in `name` as one or several whole words. */
function hasWord(name: string, wanted: string): boolean {
  for (let start = name.indexOf(wanted); start !== -1; start = name.indexOf(wanted, start + 1)) {
    if (!letter.test(name.charAt(start - 1)) && !letter.test(name.charAt(start + wanted.length))) return true
  }
  return false
}

/** Tells a server which names can be similar to a text, by what a query can test of each. */
import { foldName } from '../../names/fold.ts'
import { allowedErrors } from '../../names/nearest.ts'

/**
 * What a name has that is similar to a text by src/names/nearest.ts: it contains the text, as a word or at its beginning;
 * or it is the text with two neighbouring letters swapped; or, with some other letters wrong, it has a like number of
 * letters and at least one of the pieces of the text, of which there are more than errors allowed.
 */
export interface SimilarTo {
  /** The folded text. */
  readonly term: string
  readonly swapped: readonly string[]
  readonly pieces: readonly string[]
  /** The least and the most code points that it has. */
  readonly fewest: number
  readonly most: number
}

/** What names are similar to a text; undefined where there are none, since it has too few letters. */
export function similarTo(text: string): SimilarTo | undefined {
  const term = foldName(text)
  if (term.length < 2) return undefined
  const letters = Array.from(term)
  const errors = allowedErrors(term)
  // Errors are counted in code units, of which a letter can have two.
  const [fewest, most] = [letters.length - 2 * errors, letters.length + 2 * errors]
  if (errors === 0) return { term, swapped: [], pieces: [], fewest, most }
  return { term, swapped: swappedLetters(term), pieces: piecesOf(letters, errors + 1), fewest, most }
}

/** In code units, as they are compared. */
function swappedLetters(term: string): readonly string[] {
  return Array.from({ length: term.length - 1 }, (_, at) =>
    [term.slice(0, at), term.charAt(at + 1), term.charAt(at), term.slice(at + 2)].join(''),
  )
}

function piecesOf(letters: readonly string[], count: number): readonly string[] {
  const cuts = Array.from({ length: count + 1 }, (_, index) => Math.floor((index * letters.length) / count))
  return cuts.slice(1).map((end, index) => letters.slice(cuts[index], end).join(''))
}

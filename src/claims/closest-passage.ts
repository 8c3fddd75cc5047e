/** The passage of a text that a quote which does not stand in it was probably taken from. */
import search from 'approx-string-match'
import type { FoldedText } from './folded-text.ts'
import type { PositionedText } from './positioned-text.ts'
import { isInsideWord } from './word-edges.ts'

/** How many errors in a letter of the quote make a similar passage. English has passages with 0.45 for any text. */
const errorRate = 0.4

/** Something like a shorter quote stands in any text. */
const shortest = 4

/** Longer passages do not help a reader; of longer quotes, what surrounds the first difference is searched for. */
const longest = 200

/** Letters of the text times letters of the quote, beyond which a search would keep the user waiting. */
const budget = 100_000_000

/**
 * The passage of `text` with the fewest differences from `quote`, in whole words; undefined where none is near or the
 * text is too long for a search. `folded` is the folded text, and `quote` is folded.
 */
export function closestPassage(text: PositionedText, folded: FoldedText, quote: string): string | undefined {
  if (quote.length < shortest) return undefined
  if (folded.text.length * Math.min(quote.length, longest) > budget) return undefined
  const pattern = quote.length > longest ? aroundDifference(folded.text, quote) : quote
  const [match] = search(folded.text, pattern, Math.floor(pattern.length * errorRate))
  if (!match) return undefined
  const start = wordEdge(text, folded.offsets[match.start] ?? 0, -1)
  const end = wordEdge(text, folded.offsets[match.end] ?? text.text.length, 1)
  return shorten(text.text.slice(start, end).trim())
}

/** The part of a long quote around the place from which on the text does not say the same. */
function aroundDifference(text: string, quote: string): string {
  let same = 0
  let different = quote.length
  while (different - same > 1) {
    const middle = (same + different) >> 1
    if (text.includes(quote.slice(0, middle))) same = middle
    else different = middle
  }
  const start = Math.max(0, Math.min(same - longest / 2, quote.length - longest))
  return quote.slice(start, start + longest)
}

/** The nearest edge of a word, or of a letter where a word goes on for very long. */
function wordEdge({ text, positions }: PositionedText, offset: number, step: 1 | -1): number {
  let edge = offset
  const isInside = () => Math.abs(edge - offset) < 40 && isInsideWord(text, edge)
  while (positions[edge] === -1 || isInside()) edge += step
  return edge
}

function shorten(passage: string): string {
  if (passage.length <= longest + 40) return passage
  return `${Array.from(passage)
    .slice(0, longest)
    .join('')
    .replace(/\s\S*$/, '')} …`
}

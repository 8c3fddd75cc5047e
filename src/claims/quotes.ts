/** Finds quotes in the text of their source, by Unicode code points. */
import { closestPassage } from './closest-passage.ts'
import { foldText, type FoldedText } from './folded-text.ts'
import { normalizeQuote, positionText, type PositionedText } from './positioned-text.ts'
import { cutsWord, isInsideWord } from './word-edges.ts'

/** Where a quote stands in a text. Positions are 0-based, half-open, in code points of the text as it was given. */
export type QuoteMatch =
  | {
      /** The text has the quote, after NFC and with runs of white space equal. */
      readonly kind: 'found'
      readonly start: number
      readonly end: number
      /** How often the text has it. The position is the first that cuts no word, or else the first. */
      readonly count: number
      /** Whether it begins or ends inside a word. */
      readonly cutsWord: boolean
    }
  | {
      /** The text has it but for quotation marks, dashes, case, or what `[...]` leaves out. */
      readonly kind: 'folded'
      readonly start: number
      readonly end: number
      /** What the text has, with runs of white space as one space. */
      readonly exact: string
    }
  | {
      readonly kind: 'absent'
      /** The most similar passage, at most about 200 characters; absent where none is near. */
      readonly closest?: string
    }

export interface QuoteFinder {
  /** Finds a quote; white space at its ends makes no difference. An empty one is absent. */
  find(exact: string): QuoteMatch
  /** Whether `find` would find the quote without folding, for a fraction of its cost. */
  contains(exact: string): boolean
}

/** A passage, by offsets in the normalized text. */
interface Passage {
  readonly start: number
  readonly end: number
}

/** What `[...]` may leave out, in code points. */
const longestGap = 500

/** Quotes in more pieces are not searched for, since nobody writes them. */
const mostPieces = 50

/** For so many absent quotes of a text similar passages are searched for: each search reads all of it. */
const mostSearches = 50

/** Prepares a text for finding quotes in it. The work is done when the first quote is asked for. */
export function quoteFinder(stored: string): QuoteFinder {
  let prepared: PositionedText | undefined
  let folded: FoldedText | undefined
  let searches = 0
  return {
    find(exact) {
      const quote = normalizeQuote(exact)
      prepared ??= positionText(stored)
      const found = findExact(prepared, quote)
      if (found) return found
      folded ??= foldText(prepared.text)
      const match = findFolded(prepared, folded, quote)
      if (match.kind === 'folded' || searches >= mostSearches) return match
      searches += 1
      const closest = closestPassage(prepared, folded, missingPiece(folded, quote))
      return closest === undefined ? match : { ...match, closest }
    },
    contains(exact) {
      prepared ??= positionText(stored)
      return findExact(prepared, normalizeQuote(exact)) !== undefined
    },
  }
}

function findExact(text: PositionedText, quote: string): QuoteMatch | undefined {
  const passages = passagesOf(text.text, quote, (start, end) => hasEdges(text, start, end))
  const isWhole = ({ start, end }: Passage) => !cutsWord(text.text, start, end)
  const whole = passages.find(isWhole)
  const passage = whole ?? passages[0]
  if (!passage) return undefined
  return { kind: 'found', ...place(text, passage), count: passages.length, cutsWord: whole === undefined }
}

function findFolded(text: PositionedText, folded: FoldedText, quote: string): QuoteMatch {
  const pieces = piecesOf(quote)
  const passage = pieces.length > mostPieces ? undefined : findPieces(text, folded, pieces)
  if (passage) {
    return { kind: 'folded', ...place(text, passage), exact: text.text.slice(passage.start, passage.end) }
  }
  return { kind: 'absent' }
}

/** The parts of a quote between what `[...]` leaves out, folded. */
function piecesOf(quote: string): string[] {
  return quote
    .split(/ ?\[ ?(?:\.\.\.|…) ?\] ?/)
    .map((piece) => foldText(piece).text)
    .filter((piece) => piece !== '')
}

/** The first piece that the text does not have; of those that stand in the wrong order, the first of all. */
function missingPiece(folded: FoldedText, quote: string): string {
  const pieces = piecesOf(quote)
  return pieces.find((piece) => !folded.text.includes(piece)) ?? pieces[0] ?? ''
}

/** The first passage with all pieces in order, each soon enough after the one before. */
function findPieces(
  text: PositionedText,
  folded: FoldedText,
  pieces: readonly string[],
): Passage | undefined {
  let passages: readonly Passage[] | undefined
  for (const piece of pieces) {
    const found = wholePassagesOf(text, folded, piece)
    passages = passages ? continuePassages(text, passages, found) : found
  }
  return passages?.[0]
}

/** Where a folded piece stands with no letter next to it: `US` is not to be found in `focus`. */
function wholePassagesOf(
  text: PositionedText,
  { text: folded, offsets }: FoldedText,
  piece: string,
): Passage[] {
  const unfold = (start: number, end: number) => ({ start: offsets[start] ?? 0, end: offsets[end] ?? 0 })
  const isWhole = (foldedStart: number, foldedEnd: number) => {
    const { start, end } = unfold(foldedStart, foldedEnd)
    return hasEdges(text, start, end) && !isInsideWord(text.text, start) && !isInsideWord(text.text, end)
  }
  return passagesOf(folded, piece, isWhole).map(({ start, end }) => unfold(start, end))
}

/**
 * Each of `next` that follows one of `passages` closely enough, together with the nearest of these. Both are in the
 * order of the text; the nearest leaves out least, so that no other needs to be tried.
 */
function continuePassages(
  { positions }: PositionedText,
  passages: readonly Passage[],
  next: readonly Passage[],
): Passage[] {
  const continued: Passage[] = []
  let following = 0
  for (const { start, end } of next) {
    while ((passages[following]?.end ?? Infinity) <= start) following += 1
    const nearest = passages[following - 1]
    if (nearest && (positions[start] ?? 0) - (positions[nearest.end] ?? 0) <= longestGap) {
      continued.push({ start: nearest.start, end })
    }
  }
  return continued
}

/** Where `quote` stands in `text`, as far as `isAllowed`; those that overlap an earlier one do not count. */
function passagesOf(
  text: string,
  quote: string,
  isAllowed: (start: number, end: number) => boolean,
): Passage[] {
  const passages: Passage[] = []
  if (quote === '') return passages
  let start = text.indexOf(quote)
  while (start !== -1) {
    const end = start + quote.length
    const allowed = isAllowed(start, end)
    if (allowed) passages.push({ start, end })
    start = text.indexOf(quote, allowed ? end : start + 1)
  }
  return passages
}

function hasEdges({ positions }: PositionedText, start: number, end: number): boolean {
  return positions[start] !== -1 && positions[end] !== -1
}

function place({ positions }: PositionedText, { start, end }: Passage): Passage {
  return { start: positions[start] ?? 0, end: positions[end] ?? 0 }
}

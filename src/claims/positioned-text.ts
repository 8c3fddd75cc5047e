/** A text in the form in which quotes are compared, which remembers where each of its letters stands in the file. */
import { isAscii, nfc } from '../names/nfc.ts'

export interface PositionedText {
  readonly text: string
  /**
   * For each offset in `text`, its end included: how many code points of the file come before it. -1 where no quote
   * can begin or end: within a surrogate pair, and within letters and marks that NFC changes.
   */
  readonly positions: Int32Array
}

/** A text after NFC, with every run of white space as one space. */
export function positionText(stored: string): PositionedText {
  return joinSpaces(compose(stored))
}

/** A quote in the same form, without white space at its ends. */
export function normalizeQuote(exact: string): string {
  return nfc(exact).replace(/\s+/g, ' ').trim()
}

function compose(stored: string): PositionedText {
  const text = nfc(stored)
  const positions = new Int32Array(text.length + 1).fill(-1)
  let offset = 0
  let position = 0
  for (const piece of text === stored ? [stored] : composablePieces(stored)) {
    const composed = nfc(piece)
    let unit = 0
    for (const codePoint of piece) {
      if (unit === 0 || composed === piece) positions[offset + unit] = position
      unit += codePoint.length
      position += 1
    }
    offset += composed.length
  }
  positions[offset] = position
  return { text, positions }
}

/**
 * Cuts a text where NFC joins nothing: letters with their marks, and more where letters join without being marks
 * (Korean jamo). NFC of the text is NFC of the pieces.
 */
function composablePieces(stored: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const [cluster] of stored.matchAll(/\p{M}+|\P{M}\p{M}*/gu)) {
    if (isAscii(cluster) || nfc(piece + cluster) === nfc(piece) + nfc(cluster)) {
      pieces.push(piece)
      piece = cluster
    } else piece += cluster
  }
  return [...pieces, piece]
}

function joinSpaces({ text, positions }: PositionedText): PositionedText {
  const joined = new Int32Array(positions.length)
  let length = 0
  let from = 0
  for (const { 0: run, index } of text.matchAll(/\s\s+/g)) {
    joined.set(positions.subarray(from, index + 1), length)
    length += index + 1 - from
    from = index + run.length
  }
  joined.set(positions.subarray(from), length)
  return { text: text.replace(/\s+/g, ' '), positions: joined.subarray(0, length + positions.length - from) }
}

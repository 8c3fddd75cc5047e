/** A text in which typography and case make no difference, for quotes that were not copied letter by letter. */

export interface FoldedText {
  readonly text: string
  /** For each offset in `text`, its end included: the offset in the text that was folded. */
  readonly offsets: Int32Array
}

/** Quotation marks with the spaces that French puts inside them, and dashes, also those of a typewriter. */
const typography = /[«‹] ?| ?[»›]|["'`´“”„‟‘’‚‛]|-{2,3}|[‐‑‒–—―−]/g

/** Folds a text: every quotation mark is `'`, every dash is `-`, every letter is lower case. */
export function foldText(text: string): FoldedText {
  const offsets = new Int32Array(text.length + 1)
  let length = 0
  let from = 0
  for (const { 0: mark, index } of text.matchAll(typography)) {
    while (from <= index) offsets[length++] = from++
    from = index + mark.length
  }
  while (from <= text.length) offsets[length++] = from++
  return { text: lowerCase(text.replace(typography, plainMark)), offsets: offsets.subarray(0, length) }
}

function plainMark(mark: string): string {
  return /[-‐-―−]/.test(mark) ? '-' : "'"
}

/** İ is the only letter whose lower case is longer; sigma has two of them. */
function lowerCase(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase().replaceAll('ς', 'σ')
}

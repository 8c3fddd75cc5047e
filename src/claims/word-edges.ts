/** Where words begin and end in a text. */

/** Scripts that put no spaces between words: there any edge may be a word's. ー is of two scripts and so of none. */
const unspaced = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}`
const letter = String.raw`(?![${unspaced}])[\p{L}\p{N}\p{M}]`
const endsInLetter = new RegExp(`${letter}$`, 'u')
const beginsWithLetter = new RegExp(`^${letter}`, 'u')
const beginsWithEnding = new RegExp(`^['’](?!s(?!${letter}))${letter}`, 'u')

/** Whether letters, digits or marks stand on both sides of an offset. */
export function isInsideWord(text: string, offset: number): boolean {
  return endsInLetter.test(before(text, offset)) && beginsWithLetter.test(after(text, offset))
}

/**
 * Whether a passage begins or ends inside a word. It also ends inside one before an apostrophe with a letter after
 * it, for `can` does not say what `can't` says; a possessive `'s` may be left out. It may begin after an apostrophe, as
 * `élection` in `l'élection`.
 */
export function cutsWord(text: string, start: number, end: number): boolean {
  if (isInsideWord(text, start) || isInsideWord(text, end)) return true
  return endsInLetter.test(before(text, end)) && beginsWithEnding.test(after(text, end))
}

function before(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - 2), offset)
}

function after(text: string, offset: number): string {
  return text.slice(offset, offset + 4)
}

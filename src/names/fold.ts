/** The folded form of a name, in which accents, case and white space make no difference. */
import { isAscii } from './nfc.ts'

/** Letters that Unicode does not take apart into a base letter and a mark; ı becomes i by its case. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ß: 'ss',
  ς: 'σ',
}
const mappedLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g')

/** Elsewhere marks are letters in their own right: without them `कि` and `का` were the same. */
const markedLetter = /(?=\p{L})([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu

/**
 * The form in which names are searched: marks stripped after Latin, Greek and Cyrillic letters, ø ł đ ð ħ ı ß æ œ þ
 * spelled in plain letters, case folded, runs of white space one space, none at the ends; NFC. Folding a folded
 * text changes nothing, and texts that are canonically equivalent fold alike.
 */
export function foldName(text: string): string {
  const folded = isAscii(text) ? text.toLowerCase() : foldLetters(text)
  return folded.replace(/\s+/g, ' ').trim()
}

/** Upper case first, since lower case alone keeps ſ apart from s, and ﬁ from fi. */
function foldLetters(text: string): string {
  return text
    .normalize('NFD')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFD')
    .replace(markedLetter, '$1')
    .replace(mappedLetter, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC')
}

/** Reads the classes of a regular expression in square brackets, and makes tests regardless of case. */
import { readCharacterEscape, readClassEscape } from './escapes.ts'
import {
  accept,
  goDeeper,
  invalid,
  peek,
  take,
  type CodePointTest,
  type Flags,
  type Reader,
} from './syntax.ts'

/**
 * Class: `[` [`^`] Union (`&&` Union)* `]`
 * The first bracket is behind.
 */
export function readClass(reader: Reader): CodePointTest {
  return goDeeper(reader, () => {
    const isNegated = accept(reader, '^')
    const tests = [readUnion(reader, true)]
    while (accept(reader, '&&')) tests.push(readUnion(reader, false))
    if (!accept(reader, ']')) throw invalid(reader, 'a class has no ] at its end')
    const present = tests.filter((test) => test !== undefined)
    const test: CodePointTest = (codePoint) => present.every((one) => one(codePoint))
    return isNegated ? (codePoint) => !test(codePoint) : test
  })
}

/** Union: (Class | Range | ClassEscape | Quotation)*; undefined where it is empty. */
function readUnion(reader: Reader, isFirst: boolean): CodePointTest | undefined {
  const tests: CodePointTest[] = []
  for (;;) {
    const next = peek(reader)
    if (next === undefined) throw invalid(reader, 'a class has no ] at its end')
    if (next === ']' && (tests.length > 0 || !isFirst)) break
    if (next === '&' && peek(reader, 1) === '&') break
    if (reader.flags.comments && /[ \t-\r]/.test(next)) reader.at += 1
    else tests.push(...readMembers(reader))
  }
  if (tests.length <= 1) return tests[0]
  return (codePoint) => tests.some((test) => test(codePoint))
}

function readMembers(reader: Reader): readonly CodePointTest[] {
  if (accept(reader, '[')) return [readClass(reader)]
  if (accept(reader, '\\Q')) return readQuotation(reader).map((one) => caseTest(one, one, reader.flags))
  if (accept(reader, '\\')) {
    const test = readClassEscape(reader)
    return [test ? foldedTest(test, reader.flags) : readRange(readCharacterEscape(reader), reader)]
  }
  return [readRange(codePointOf(take(reader, 'a class')), reader)]
}

/** Range: character [`-` character] */
function readRange(first: number, reader: Reader): CodePointTest {
  const after = peek(reader, 1)
  if (peek(reader) !== '-' || after === undefined || after === ']' || after === '[') {
    return caseTest(first, first, reader.flags)
  }
  reader.at += 1
  const last = accept(reader, '\\') ? readCharacterEscape(reader) : codePointOf(take(reader, 'a class'))
  if (last < first) throw invalid(reader, 'a range in a class ends before it begins')
  return caseTest(first, last, reader.flags)
}

/** Quotation: `\Q` character* [`\E`]: each character means itself. The beginning is behind. */
export function readQuotation(reader: Reader): readonly number[] {
  const found: number[] = []
  while (peek(reader) !== undefined && !accept(reader, '\\E'))
    found.push(codePointOf(take(reader, 'a quotation')))
  return found
}

/** The test for the code points from one to another; regardless of case where the flags say so. */
export function caseTest(first: number, last: number, flags: Flags): CodePointTest {
  return foldedTest((codePoint) => codePoint >= first && codePoint <= last, flags)
}

/** The same test, regardless of case where the flags say so. */
export function foldedTest(test: CodePointTest, flags: Flags): CodePointTest {
  if (!flags.ignoreCase) return test
  if (!flags.unicodeCase && !flags.unicodeClasses) {
    return (codePoint) => test(codePoint) || test(otherAsciiCase(codePoint))
  }
  return (codePoint) => test(codePoint) || otherCases(codePoint).some(test)
}

function otherAsciiCase(codePoint: number): number {
  const isLetter = (codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a)
  return isLetter ? codePoint ^ 0x20 : codePoint
}

function otherCases(codePoint: number): readonly number[] {
  const character = String.fromCodePoint(codePoint)
  const upper = character.toUpperCase()
  return [upper, character.toLowerCase(), upper.toLowerCase()]
    .filter((other) => other.length === String.fromCodePoint(codePointOf(other)).length)
    .map(codePointOf)
}

/** The code point of a text that is one. */
export function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0
}

/** Finds code points that have no place in a text: control characters, noncharacters and lone surrogates. */
import type { Stretch } from './split-documents.ts'

// C0 except tab, LF and CR; DEL; C1 except next line; U+FFFE and U+FFFF. With the flag `u`, the last range matches
// only surrogates that are not part of a pair.

const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF\uD800-\uDFFF]+/gu

/** All runs of forbidden code points in a text. */
export function* forbiddenRuns(text: string): Generator<Stretch> {
  for (const match of text.matchAll(forbidden))
    yield { start: match.index, end: match.index + match[0].length }
}

/** The first forbidden code point of a text, such as `U+0007`. */
export function firstForbidden(text: string): string | undefined {
  const offset = text.search(forbidden)
  return offset === -1 ? undefined : codePointName(text, offset)
}

/** The text without its forbidden code points. */
export function stripForbidden(text: string): string {
  return text.replace(forbidden, '')
}

/** The code point at an offset, such as `U+0007`. */
export function codePointName(text: string, offset: number): string {
  const hexadecimal = (text.codePointAt(offset) ?? 0).toString(16).toUpperCase()
  return `U+${hexadecimal.padStart(4, '0')}`
}

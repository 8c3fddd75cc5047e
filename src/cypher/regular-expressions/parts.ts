/** Parts of regular expressions that are always the same. */
import type { Part } from './syntax.ts'

/** Any code point. */
export const anything: Part = { kind: 'code points', test: () => true }

/** Any code point but those that end a line. */
export const anythingInLine: Part = { kind: 'code points', test: (codePoint) => !isLineBreak(codePoint) }

/** Whether a line ends with this code point. */
export function isLineBreak(codePoint: number): boolean {
  return (
    codePoint === 0x0a ||
    codePoint === 0x0d ||
    codePoint === 0x85 ||
    codePoint === 0x2028 ||
    codePoint === 0x2029
  )
}

/** `\R`: one end of a line, also of two characters. */
export const lineBreak: Part = {
  kind: 'choice',
  options: [
    {
      kind: 'sequence',
      parts: [
        { kind: 'code point', codePoint: 0x0d },
        { kind: 'code point', codePoint: 0x0a },
      ],
    },
    {
      kind: 'code points',
      test: (codePoint) => isLineBreak(codePoint) || codePoint === 0x0b || codePoint === 0x0c,
    },
  ],
}

/** Strings in a query text, and escapes in them. */
import type { Token } from './tokens.ts'

const body = { "'": /[^'\\]*(?:\\[^][^'\\]*)*/y, '"': /[^"\\]*(?:\\[^][^"\\]*)*/y }

// String = "'" { any character but "'" and '\' | Escape } "'"
//        | '"' { any character but '"' and '\' | Escape } '"'
/** The string that begins at an offset. Throws nothing: one that does not end, or has a wrong escape, is a fault. */
export function readString(text: string, at: number): Token {
  const pattern = text[at] === "'" ? body["'"] : body['"']
  pattern.lastIndex = at + 1
  const written = pattern.exec(text)?.[0] ?? ''
  const end = at + 1 + written.length
  if (text[end] !== text[at]) return unclosedString(text, at)
  const value = replaceEscapes(written, at + 1, escapes)
  if (typeof value !== 'string') return value
  return { kind: 'string', text: value, keyword: '', start: at, end: end + 1 }
}

/** The escapes of strings: `\n`, `\u00E9`, `\U0001F600`, … */
const escapes = /\\(?:u([0-9A-Fa-f]{4})?|U([0-9A-Fa-f]{8})|([^]))/g

/** The only escapes of names in backticks: `\u00E9`. */
export const unicodeEscapes = /\\u([0-9A-Fa-f]{4})?/g

const single = new Map([
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

// Escape = '\' ( '\' | "'" | '"' | 'b' | 'f' | 'n' | 'r' | 't' | 'u' 4 hex digits | 'U' 8 hex digits )
/**
 * A text with its escapes replaced, or the fault of the first that is wrong. `offset` is where it begins. A backslash
 * before anything else stays, as in Neo4j: `'\d'` are two characters.
 */
export function replaceEscapes(written: string, offset: number, pattern: RegExp): string | Token {
  if (!written.includes('\\')) return written
  let value = ''
  let done = 0
  for (const match of written.matchAll(pattern)) {
    const replaced = valueOf(match[0], match[1] ?? match[2], match[3])
    if (replaced === undefined) return wrongUnicode(offset + match.index, match[0].length)
    value += written.slice(done, match.index) + replaced
    done = match.index + match[0].length
  }
  return value + written.slice(done)
}

function valueOf(escape: string, digits: string | undefined, letter: string | undefined): string | undefined {
  if (letter !== undefined) return single.get(letter) ?? escape
  if (digits === undefined) return undefined
  const code = Number.parseInt(digits, 16)
  return code > 0x10ffff ? undefined : String.fromCodePoint(code)
}

function wrongUnicode(start: number, length: number): Token {
  const fault = {
    detail: 'InvalidUnicodeLiteral',
    message: "Expected four hexadecimal digits of a character after '\\u', or eight after '\\U'.",
    hint: "Write a backslash itself as '\\\\'.",
  }
  return { kind: 'fault', text: '', keyword: '', start, end: start + length, fault }
}

function unclosedString(text: string, at: number): Token {
  const quote = text.charAt(at)
  const fault = {
    detail: 'UnexpectedSyntax',
    message: `The string that begins with ${quote} does not end.`,
    hint: `Close it with ${quote}; within the string, write that as \\${quote}.`,
  }
  return { kind: 'fault', text: '', keyword: '', start: at, end: text.length, fault }
}

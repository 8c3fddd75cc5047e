/** The syntax tree of a regular expression, and what reads its text. */
import { runtimeError, type CypherError } from '../cypher-error.ts'

/** Whether a code point is one of those meant. */
export type CodePointTest = (codePoint: number) => boolean

/** Where in a text something must be, without taking up any of it. */
export type Position =
  | 'start of text'
  | 'end of text'
  /** The same, or before the line break that ends the text. */
  | 'last line end'
  | 'start of line'
  | 'end of line'
  | 'word boundary'
  | 'no word boundary'

/** A part of a regular expression. */
export type Part =
  | { readonly kind: 'code point'; readonly codePoint: number }
  | { readonly kind: 'code points'; readonly test: CodePointTest }
  | { readonly kind: 'position'; readonly position: Position }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly options: readonly Part[] }
  | {
      readonly kind: 'repetition'
      readonly part: Part
      readonly minimum: number
      /** Infinity where there is none. */
      readonly maximum: number
    }

/** What the flags `(?i)` and so on have turned on. */
export interface Flags {
  /** i */
  readonly ignoreCase: boolean
  /** u: also beyond ASCII. */
  readonly unicodeCase: boolean
  /** s: `.` is also a line break. */
  readonly dotAll: boolean
  /** m: `^` and `$` are at every line. */
  readonly multiLine: boolean
  /** x: white space and comments are left out. */
  readonly comments: boolean
  /** U: `\w` and the like also beyond ASCII. */
  readonly unicodeClasses: boolean
}

/** The text of a regular expression, by code points, and how far it has been read. */
export interface Reader {
  readonly source: string
  readonly characters: readonly string[]
  at: number
  flags: Flags
  /** How many groups and classes are open. */
  depth: number
}

/** Begins to read a regular expression. */
export function openReader(source: string): Reader {
  const flags: Flags = {
    ignoreCase: false,
    unicodeCase: false,
    dotAll: false,
    multiLine: false,
    comments: false,
    unicodeClasses: false,
  }
  return { source, characters: Array.from(source), at: 0, flags, depth: 0 }
}

/** The next character, which stays there; undefined at the end. */
export function peek(reader: Reader, ahead = 0): string | undefined {
  return reader.characters[reader.at + ahead]
}

/** Goes past these characters if they come next. Returns whether they did. */
export function accept(reader: Reader, expected: string): boolean {
  for (let place = 0; place < expected.length; place += 1) {
    if (reader.characters[reader.at + place] !== expected[place]) return false
  }
  reader.at += expected.length
  return true
}

/** Goes past the next character and gives it. Throws an ArgumentError at the end. */
export function take(reader: Reader, what: string): string {
  const character = reader.characters[reader.at]
  if (character === undefined) throw invalid(reader, `it ends where ${what} should be`)
  reader.at += 1
  return character
}

/** What stands before the next such character, which is gone past, too. Throws an ArgumentError where there is none. */
export function takeUntil(reader: Reader, end: string, what: string): string {
  const place = reader.characters.indexOf(end, reader.at)
  if (place < 0) throw invalid(reader, `${what} has no ${end} at its end`)
  const text = reader.characters.slice(reader.at, place).join('')
  reader.at = place + 1
  return text
}

const deepest = 200

/** Reads something within brackets, counting how deep it is. Throws an ArgumentError where that is too deep. */
export function goDeeper<Result>(reader: Reader, read: () => Result): Result {
  if (reader.depth >= deepest)
    throw invalid(reader, `its brackets are nested more than ${deepest} levels deep`)
  reader.depth += 1
  const result = read()
  reader.depth -= 1
  return result
}

/** The error for a regular expression that is wrong. */
export function invalid(reader: Reader, reason: string): CypherError {
  return runtimeError(
    'ArgumentError',
    'InvalidRegularExpression',
    `The regular expression ${quote(reader.source)} is not valid: ${reason}, at character ${reader.at + 1}.`,
  )
}

/** The error for a regular expression that Neo4j would take, but not this engine. */
export function unsupported(reader: Reader, what: string, hint: string): CypherError {
  return runtimeError(
    'ArgumentError',
    'UnsupportedRegularExpression',
    `The regular expression ${quote(reader.source)} has ${what}, which is not supported.`,
    { hint },
  )
}

function quote(source: string): string {
  return source.length > 80 ? `'${source.slice(0, 80)}…'` : `'${source}'`
}

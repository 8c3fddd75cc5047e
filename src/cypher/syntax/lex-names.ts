/** Blanks, comments, and names in a query text. */
import { replaceEscapes, unicodeEscapes } from './lex-strings.ts'
import type { Token } from './tokens.ts'

const blanks = /(?:[\s\u001C-\u001F\u180E\u0085]|\/\/[^\r\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/y

/** The offset after all blanks and comments from an offset on. A block comment that does not end is none. */
export function skipBlanks(text: string, at: number): number {
  const code = text.charCodeAt(at)
  // Most often there is nothing, or one space, and no comment.
  if (code > 0x2f && code < 0x80) return at
  blanks.lastIndex = at
  return at + (blanks.exec(text)?.[0].length ?? 0)
}

const plainName = /[A-Za-z_][A-Za-z0-9_]*/y
const anyName = /[\p{ID_Start}\p{Pc}][\p{ID_Continue}\p{Sc}]*/uy
const furtherCharacter = /[\p{ID_Continue}\p{Sc}]/uy

// Name = (letter | connector) { letter | digit | mark | connector | currency sign }
/** The name without backticks that begins at an offset, or undefined where none does. */
export function readName(text: string, at: number): Token | undefined {
  plainName.lastIndex = at
  const plain = plainName.exec(text)?.[0]
  if (plain !== undefined && !isNameCharacter(text, at + plain.length)) {
    return { kind: 'name', text: plain, keyword: plain.toUpperCase(), start: at, end: at + plain.length }
  }
  anyName.lastIndex = at
  const name = anyName.exec(text)?.[0]
  if (name === undefined) return undefined
  return { kind: 'name', text: name, keyword: '', start: at, end: at + name.length }
}

function isNameCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0x80 && code !== 0x24) return false
  furtherCharacter.lastIndex = at
  return furtherCharacter.test(text)
}

// QuotedName = '`' { any character but '`' | '``' } '`'
/** The name in backticks that begins at an offset. Throws nothing: one that does not end is a fault. */
export function readQuotedName(text: string, at: number): Token {
  let end = text.indexOf('`', at + 1)
  while (end !== -1 && text[end + 1] === '`') end = text.indexOf('`', end + 2)
  if (end === -1) return unclosedName(text, at)
  const written = text.slice(at + 1, end)
  const name = replaceEscapes(written, at + 1, unicodeEscapes)
  if (typeof name !== 'string') return name
  return { kind: 'quoted name', text: name.replaceAll('``', '`'), keyword: '', start: at, end: end + 1 }
}

function unclosedName(text: string, at: number): Token {
  const fault = {
    detail: 'UnexpectedSyntax',
    message: 'The name that begins with a backtick does not end.',
    hint: 'Close it with a backtick; a backtick within a name is written twice.',
  }
  return { kind: 'fault', text: '', keyword: '', start: at, end: text.length, fault }
}

/** Cuts a query text into tokens. */
import { codePointText } from './code-point.ts'
import { readName, readQuotedName, skipBlanks } from './lex-names.ts'
import { readString } from './lex-strings.ts'
import { plainArrowSign, type Token, type TokenFault, type TokenKind, type Tokens } from './tokens.ts'

/**
 * The tokens of a text, without its blanks and comments. Never throws: what cannot be read becomes a token of the kind
 * `fault`.
 */
export function tokenize(text: string): Tokens {
  const all: Token[] = []
  let at = skipBlanks(text, 0)
  while (at < text.length) {
    const token = readToken(text, at)
    all.push(token)
    at = skipBlanks(text, token.end)
  }
  const end = all.at(-1)?.end ?? 0
  all.push({ kind: 'end', text: '', keyword: '', start: end, end })
  return { all, closings: matchBrackets(all) }
}

const longSymbols = new Set(['..', '<>', '<=', '>=', '=~', '!=', '||', '::'])
const shortSymbols = new Set(Array.from('()[]{},.:;|&!%+-*/^=<>'))

// Token = Name | QuotedName | Number | String | Parameter | Symbol
function readToken(text: string, at: number): Token {
  const first = text.charAt(at)
  if (isLetter(first)) return readName(text, at) ?? readOther(text, at)
  if (isDigit(first) || (first === '.' && isDigit(text.charAt(at + 1)))) return readNumber(text, at)
  if (shortSymbols.has(first)) return readSymbol(text, at)
  if (first === "'" || first === '"') return readString(text, at)
  if (first === '$') return readParameter(text, at)
  return first === '`' ? readQuotedName(text, at) : readOther(text, at)
}

/** Whether a character begins a name, or may begin one since it is not ASCII. */
function isLetter(character: string): boolean {
  return (
    (character >= 'a' && character <= 'z') ||
    (character >= 'A' && character <= 'Z') ||
    character === '_' ||
    character > '\u007F'
  )
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

// Symbol = one of longSymbols or shortSymbols
function readSymbol(text: string, at: number): Token {
  const two = text.slice(at, at + 2)
  if (two === '/*') return unclosedComment(text, at)
  const symbol = longSymbols.has(two) ? two : text.charAt(at)
  return makeToken('symbol', symbol, at, at + symbol.length)
}

const numbers =
  /0[xXoO][\p{ID_Continue}]*|(?:\d(?:_?\d)*)?\.\d(?:_?\d)*(?:[eE][+-]?\d+)?[\p{ID_Continue}]*|\d(?:_?\d)*[eE][+-]?\d+[\p{ID_Continue}]*|\d[\p{ID_Continue}]*/uy

// Number = what begins with a digit, or a point and a digit, and all letters and digits that follow;
//          number-literals.ts says whether it is one
function readNumber(text: string, at: number): Token {
  const number = matchAt(numbers, text, at)
  return makeToken('number', number, at, at + number.length)
}

const numbered = /[\p{ID_Continue}]+/uy

// Parameter = '$' ( Name | QuotedName | Digits )
function readParameter(text: string, at: number): Token {
  const start = skipBlanks(text, at + 1)
  const name = text[start] === '`' ? readQuotedName(text, start) : readName(text, start)
  if (name?.fault) return { ...name, start: at }
  if (name) return makeToken('parameter', name.text, at, name.end)
  const digits = matchAt(numbered, text, start)
  if (digits !== '') return makeToken('parameter', digits, at, start + digits.length)
  return makeFault(at, at + 1, {
    detail: 'UnexpectedSyntax',
    message: "Expected the name of a parameter after '$'.",
  })
}

function unclosedComment(text: string, at: number): Token {
  return makeFault(at, text.length, {
    detail: 'UnexpectedSyntax',
    message: "The comment that begins with '/*' does not end.",
    hint: "Close it with '*/'.",
  })
}

/** A character that is no part of the language, or one that may only stand in an arrow. */
function readOther(text: string, at: number): Token {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const end = at + character.length
  if (plainArrowSign(character) !== undefined) return makeToken('symbol', character, at, end)
  const hint = hintFor(character)
  return makeFault(at, end, {
    detail: 'UnexpectedSyntax',
    message: `The character ${shown(character)} cannot stand here.`,
    ...(hint === undefined ? {} : { hint }),
  })
}

function shown(character: string): string {
  return /[\p{C}\p{Z}]/u.test(character) ? codePointText(character) : `'${character}'`
}

function hintFor(character: string): string | undefined {
  if (/[\u2018-\u201F\u00AB\u00BB\u00B4]/.test(character))
    return 'Write texts in straight quotes: \'…\' or "…".'
  if (/[\u2190\u2192\u2194\u21D0\u21D2\u27F5\u27F6]/.test(character))
    return 'Write relationships as -->, <-- or -[:TYPE]->.'
  return character === '#' ? 'Write comments as // … or /* … */.' : undefined
}

function matchBrackets(all: readonly Token[]): Int32Array {
  const closings = new Int32Array(all.length).fill(-1)
  const open: number[] = []
  for (const [index, { kind, text }] of all.entries()) {
    if (kind !== 'symbol') continue
    if (text === '(' || text === '[' || text === '{') open.push(index)
    else if (text === ')' || text === ']' || text === '}') {
      const opening = open.pop()
      if (opening !== undefined && pairs.has(`${all[opening]?.text ?? ''}${text}`)) closings[opening] = index
    }
  }
  return closings
}

const pairs = new Set(['()', '[]', '{}'])

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

function makeToken(kind: TokenKind, text: string, start: number, end: number): Token {
  return { kind, text, keyword: '', start, end }
}

function makeFault(start: number, end: number, fault: TokenFault): Token {
  return { kind: 'fault', text: '', keyword: '', start, end, fault }
}

/** The words of a query text: names, numbers, strings, parameters and symbols. */
import type { Place } from './ast.ts'

/** What a token is. `fault`: something that cannot be read, to be told when the parser comes to it. */
export type TokenKind =
  'name' | 'quoted name' | 'number' | 'string' | 'parameter' | 'symbol' | 'end' | 'fault'

/** A token and its place in the text. */
export interface Token extends Place {
  readonly kind: TokenKind
  /**
   * Of a name, its name without backticks; of a string, its value; of a parameter, its name; of a symbol or a number, what
   * stands there.
   */
  readonly text: string
  /** Of a name without backticks, the name in capitals if it is plain ASCII, else empty: any of them may be a keyword. */
  readonly keyword: string
  /** What is wrong with a `fault`. */
  readonly fault?: TokenFault
}

/** Why a piece of text is no token. */
export interface TokenFault {
  readonly detail: string
  readonly message: string
  readonly hint?: string
}

/** The tokens of a text; the last one is its end. */
export interface Tokens {
  readonly all: readonly Token[]
  /** For the index of an opening bracket, the index of the one that closes it; -1 where there is none. */
  readonly closings: Int32Array
}

/** Signs that may stand for `-` in a relationship: hyphens and dashes. */
const dashes = setOf('-\u00AD\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D')
const leftHeads = setOf('<\u27E8\u3008\uFE64\uFF1C')
const rightHeads = setOf('>\u27E9\u3009\uFE65\uFF1E')

function setOf(characters: string): ReadonlySet<string> {
  return new Set(Array.from(characters))
}

/** Whether a token is a line of an arrow, also one of the dashes that look like it. */
export function isDash(token: Token | undefined): boolean {
  return token?.kind === 'symbol' && dashes.has(token.text)
}

/** Whether a token is the head of an arrow to the left. */
export function isLeftHead(token: Token | undefined): boolean {
  return token?.kind === 'symbol' && leftHeads.has(token.text)
}

/** Whether a token is the head of an arrow to the right. */
export function isRightHead(token: Token | undefined): boolean {
  return token?.kind === 'symbol' && rightHeads.has(token.text)
}

/** The plain sign that a character looks like, if it may only stand in an arrow: `-`, `<` or `>`. */
export function plainArrowSign(character: string): string | undefined {
  if (character === '-' || character === '<' || character === '>') return undefined
  if (dashes.has(character)) return '-'
  if (leftHeads.has(character)) return '<'
  return rightHeads.has(character) ? '>' : undefined
}

/** Whether a token is a name, in backticks or not. */
export function isNameToken(token: Token | undefined): boolean {
  return token?.kind === 'name' || token?.kind === 'quoted name'
}

/** Whether a token is this symbol. */
export function isSymbolToken(token: Token | undefined, symbol: string): boolean {
  return token?.kind === 'symbol' && token.text === symbol
}

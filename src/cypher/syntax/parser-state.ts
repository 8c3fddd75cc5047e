/** Where the parser is in the tokens, and the steps it takes over them. */
import { syntaxError } from '../cypher-error.ts'
import type { Name, Place } from './ast.ts'
import { tokenize } from './lexer.ts'
import { isNameToken, isSymbolToken, type Token } from './tokens.ts'
import { unexpected } from './unexpected.ts'

/** A parse under way. */
export interface ParserState {
  readonly text: string
  readonly tokens: readonly Token[]
  /** For the index of an opening bracket, the index of the one that closes it; -1 where there is none. */
  readonly closings: Int32Array
  /** Index of the token to be read next. */
  position: number
  /** How many constructs the parser is in. */
  depth: number
  /** How many clauses were begun. */
  clauses: number
  /** Indexes of the `|` that begin the projection of a comprehension, so that they do not join labels. */
  readonly projectionBars: Set<number>
}

/** The deepest nesting of brackets and the like that is read. */
const nestingLimit = 200

/** A parse that has not begun. */
export function startParsing(text: string): ParserState {
  const { all, closings } = tokenize(text)
  return { text, tokens: all, closings, position: 0, depth: 0, clauses: 0, projectionBars: new Set() }
}

/** The token to be read next, or one after it. */
export function peek(state: ParserState, offset = 0): Token {
  const token = state.tokens[state.position + offset] ?? state.tokens.at(-1)
  if (token === undefined) throw new RangeError('Every text has at least the token of its end.')
  return token
}

/** Takes the next token. */
export function advance(state: ParserState): Token {
  const token = peek(state)
  if (token.kind !== 'end') state.position++
  return token
}

/** The place from an offset to the end of the token read last. */
export function placeFrom(state: ParserState, start: number): Place {
  const last = state.tokens[state.position - 1]
  return { start, end: Math.max(start, last?.end ?? start) }
}

/** Whether the next token, or one after it, is this symbol. */
export function isSymbol(state: ParserState, symbol: string, offset = 0): boolean {
  return isSymbolToken(state.tokens[state.position + offset], symbol)
}

/** Takes the next token if it is this symbol, and says whether. */
export function takeSymbol(state: ParserState, symbol: string): boolean {
  if (!isSymbol(state, symbol)) return false
  state.position++
  return true
}

/** Takes the next token, which must be this symbol. Throws a SyntaxError otherwise. */
export function expectSymbol(state: ParserState, symbol: string, hint?: string): Token {
  if (!isSymbol(state, symbol)) throw unexpected(state, `'${symbol}'`, hint)
  return advance(state)
}

/** Whether the next token, or one after it, is this keyword, given in capitals. */
export function isWord(state: ParserState, word: string, offset = 0): boolean {
  return state.tokens[state.position + offset]?.keyword === word
}

/** Whether the next token and those after it are these keywords. */
export function areWords(state: ParserState, ...words: readonly string[]): boolean {
  return words.every((word, offset) => isWord(state, word, offset))
}

/** Takes the next token if it is this keyword, and says whether. */
export function takeWord(state: ParserState, word: string): boolean {
  if (!isWord(state, word)) return false
  state.position++
  return true
}

/** Takes the next tokens if they are these keywords, and says whether. */
export function takeWords(state: ParserState, ...words: readonly string[]): boolean {
  if (!areWords(state, ...words)) return false
  state.position += words.length
  return true
}

/** Takes the next token, which must be this keyword. Throws a SyntaxError otherwise. */
export function expectWord(state: ParserState, word: string, hint?: string): Token {
  if (!isWord(state, word)) throw unexpected(state, word, hint)
  return advance(state)
}

/** Whether the next token, or one after it, is a name. */
export function isName(state: ParserState, offset = 0): boolean {
  return isNameToken(state.tokens[state.position + offset])
}

/** Takes the next token, which must be a name; `expected` says whose. Throws a SyntaxError otherwise. */
export function expectName(state: ParserState, expected: string): Name {
  if (!isName(state)) throw unexpected(state, expected)
  const { text, start, end } = advance(state)
  return { text, start, end }
}

/** Goes into a construct. Throws a SyntaxError where the nesting is too deep. */
export function enter(state: ParserState): void {
  if (state.depth >= nestingLimit) throw nestingTooDeep(peek(state))
  state.depth++
}

/** Comes out of a construct. */
export function leave(state: ParserState): void {
  state.depth--
}

/** The error for a query that nests too deep. */
export function nestingTooDeep(place: Place): Error {
  const hint = 'Name parts of it with WITH.'
  return syntaxError('NestingTooDeep', 'The query is nested too deep here.', place, hint)
}

// DottedName = Name { '.' Name }
/** Takes a name, perhaps with its namespace; `expected` says whose. Throws a SyntaxError where there is none. */
export function expectDottedName(state: ParserState, expected: string): Name {
  const { start } = peek(state)
  const names = [expectName(state, expected).text]
  while (takeSymbol(state, '.')) names.push(expectName(state, expected).text)
  return { text: names.join('.'), ...placeFrom(state, start) }
}

/** Parses one or more, with commas between. */
export function parseList<Item>(state: ParserState, parseItem: (state: ParserState) => Item): Item[] {
  const items = [parseItem(state)]
  while (takeSymbol(state, ',')) items.push(parseItem(state))
  return items
}

/** Parses none or more, with commas between, and the bracket that closes them. */
export function parseListUntil<Item>(
  state: ParserState,
  closing: string,
  parseItem: (state: ParserState) => Item,
): Item[] {
  const items = isSymbol(state, closing) ? [] : parseList(state, parseItem)
  expectSymbol(state, closing)
  return items
}

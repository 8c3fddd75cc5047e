/** trim with its own words: `trim(LEADING '0' FROM text)`. */
import type { Expression } from './ast.ts'
import { symbolsWithin } from './pattern-ahead.ts'
import { parseExpression } from './parse-expressions.ts'
import {
  advance,
  expectSymbol,
  expectWord,
  isWord,
  peek,
  placeFrom,
  takeWord,
  type ParserState,
} from './parser-state.ts'

/** The function for each side. */
const functions = new Map([
  ['BOTH', 'btrim'],
  ['LEADING', 'ltrim'],
  ['TRAILING', 'rtrim'],
])

/** Whether trim comes next with FROM in its brackets, directly and not as a name at their beginning or end. */
export function isTrim(state: ParserState): boolean {
  if (!isWord(state, 'TRIM')) return false
  const opening = state.position + 1
  const closing = state.closings[opening] ?? -1
  if (symbolsWithin(state, opening, ',').length > 0) return false
  return wordWithin(state, opening + 1, closing - 1, 'FROM')
}

function wordWithin({ tokens, closings }: ParserState, from: number, end: number, word: string): boolean {
  for (let index = from; index < end; index++) {
    if (tokens[index]?.keyword === word) return true
    index = Math.max(index, closings[index] ?? -1)
  }
  return false
}

// Trim = 'trim' '(' ['BOTH' | 'LEADING' | 'TRAILING'] [Expression] 'FROM' Expression ')'
/** Such a call, as a call of `btrim`, `ltrim` or `rtrim`. */
export function parseTrim(state: ParserState): Expression {
  const { start, end } = advance(state)
  expectSymbol(state, '(')
  const text = parseSide(state)
  const characters = isWord(state, 'FROM') ? [] : [parseExpression(state)]
  expectWord(state, 'FROM')
  const given = [parseExpression(state), ...characters]
  expectSymbol(state, ')')
  const name = { text, start, end }
  return { kind: 'call', name, distinct: false, arguments: given, ...placeFrom(state, start) }
}

function parseSide(state: ParserState): string {
  const name = functions.get(peek(state).keyword) ?? 'btrim'
  if (!takeWord(state, 'LEADING') && !takeWord(state, 'TRAILING')) takeWord(state, 'BOTH')
  return name
}

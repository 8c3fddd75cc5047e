/** Looks ahead whether a keyword is meant or a variable of this name. */
import { isSymbol, peek, type ParserState } from './parser-state.ts'

/** Words that follow a value, so that a keyword before them is a variable. */
const afterValue = new Set(['AS', 'AND', 'OR', 'XOR', 'IS', 'IN'])
const openingSymbols = ['(', '[', '{', '+', '-']

/** Whether the token at an offset from the next one may begin an expression, and does not rather go on with one. */
export function startsOperand(state: ParserState, offset: number): boolean {
  const { kind, keyword } = peek(state, offset)
  if (kind === 'end') return false
  if (kind === 'symbol') return openingSymbols.some((symbol) => isSymbol(state, symbol, offset))
  return !afterValue.has(keyword)
}

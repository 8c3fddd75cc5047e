/** all, any, none and single over a list, and reduce. */
import type { Expression, ExpressionOf } from './ast.ts'
import { parseExpression } from './parse-expressions.ts'
import {
  advance,
  expectName,
  expectSymbol,
  expectWord,
  isName,
  isSymbol,
  isWord,
  peek,
  placeFrom,
  type ParserState,
} from './parser-state.ts'

type QuantifierName = ExpressionOf<'quantifier'>['quantifier']

const quantifiers: ReadonlyMap<string, QuantifierName> = new Map([
  ['ALL', 'all'],
  ['ANY', 'any'],
  ['NONE', 'none'],
  ['SINGLE', 'single'],
])

/** Whether a quantifier comes next, and not a function of its name. */
export function isQuantifier(state: ParserState): boolean {
  return quantifiers.has(peek(state).keyword) && isName(state, 2) && isWord(state, 'IN', 3)
}

// Quantifier = ('all' | 'any' | 'none' | 'single') '(' Name 'IN' Expression Where ')'
/** A quantifier. Throws a SyntaxError where it cannot be read. */
export function parseQuantifier(state: ParserState): Expression {
  const { keyword, text, start } = advance(state)
  expectSymbol(state, '(')
  const variable = expectName(state, 'a variable')
  expectWord(state, 'IN')
  const list = parseExpression(state)
  expectWord(state, 'WHERE', `Write ${text}(${variable.text} IN list WHERE condition).`)
  const where = parseExpression(state)
  expectSymbol(state, ')')
  const quantifier = quantifiers.get(keyword) ?? 'all'
  return { kind: 'quantifier', quantifier, variable, list, where, ...placeFrom(state, start) }
}

/** Whether reduce comes next, and not a function of its name. */
export function isReduce(state: ParserState): boolean {
  return isWord(state, 'REDUCE') && isName(state, 2) && isSymbol(state, '=', 3)
}

const reduceHint = 'Write reduce(total = 0, x IN list | total + x).'

// Reduce = 'reduce' '(' Name '=' Expression ',' Name 'IN' Expression '|' Expression ')'
/** A call of reduce. Throws a SyntaxError where it cannot be read. */
export function parseReduce(state: ParserState): Expression {
  const { start } = advance(state)
  expectSymbol(state, '(')
  const accumulator = expectName(state, 'a variable')
  expectSymbol(state, '=')
  const initial = parseExpression(state)
  expectSymbol(state, ',', reduceHint)
  const variable = expectName(state, 'a variable')
  expectWord(state, 'IN', reduceHint)
  const list = parseExpression(state)
  expectSymbol(state, '|', reduceHint)
  const step = parseExpression(state)
  expectSymbol(state, ')')
  return { kind: 'reduce', accumulator, initial, variable, list, step, ...placeFrom(state, start) }
}

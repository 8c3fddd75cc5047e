/** Conditions on a value: STARTS WITH, IN, IS NULL, IS :: TYPE, labels, … */
import { syntaxError } from '../cypher-error.ts'
import type { BinaryOperator, Expression } from './ast.ts'
import { parseSum } from './parse-expressions.ts'
import { parseLabels } from './parse-labels.ts'
import { parseType } from './parse-types.ts'
import {
  advance,
  isName,
  isSymbol,
  isWord,
  peek,
  placeFrom,
  takeSymbol,
  takeWord,
  takeWords,
  type ParserState,
} from './parser-state.ts'
import { unexpected } from './unexpected.ts'

// Predicate = Sum { BinaryPredicate | IsPredicate | '::' Type | Labels }
/** A value with the conditions on it. Throws a SyntaxError where it cannot be read. */
export function parsePredicate(state: ParserState): Expression {
  const { start } = peek(state)
  let operand = parseSum(state)
  for (;;) {
    const next = parseNext(state, operand, start)
    if (next === undefined) return operand
    operand = next
  }
}

function parseNext(state: ParserState, operand: Expression, start: number): Expression | undefined {
  const { kind } = peek(state)
  if (kind !== 'name' && kind !== 'symbol') return undefined
  if (isSymbol(state, ':')) return parseHasLabels(state, operand, start)
  if (isSymbol(state, '::')) return parseIsType(state, operand, false, start)
  if (isWord(state, 'IS')) return parseIs(state, operand, start)
  const operator = takeBinaryOperator(state)
  if (operator === undefined) return undefined
  const right = parseSum(state)
  return { kind: 'binary', operator, left: operand, right, ...placeFrom(state, start) }
}

// BinaryPredicate = ('STARTS' 'WITH' | 'ENDS' 'WITH' | 'CONTAINS' | '=~' | 'IN') Sum
function takeBinaryOperator(state: ParserState): BinaryOperator | undefined {
  if (takeWord(state, 'IN')) return 'in'
  if (takeWords(state, 'STARTS', 'WITH')) return 'starts with'
  if (takeWords(state, 'ENDS', 'WITH')) return 'ends with'
  if (takeWord(state, 'CONTAINS')) return 'contains'
  return takeSymbol(state, '=~') ? '=~' : undefined
}

// IsPredicate = 'IS' ['NOT'] 'NULL' | 'IS' ['NOT'] ('::' | 'TYPED') Type | 'IS' LabelExpression
function parseIs(state: ParserState, operand: Expression, start: number): Expression {
  const not = isWord(state, 'NOT', 1)
  if (!not && !isConditionWord(state, 1)) return parseHasLabels(state, operand, start)
  advance(state)
  if (not) advance(state)
  if (takeWord(state, 'NULL')) return { kind: 'is null', not, operand, ...placeFrom(state, start) }
  if (isSymbol(state, '::') || isWord(state, 'TYPED')) return parseIsType(state, operand, not, start)
  if (isWord(state, 'NORMALIZED')) {
    throw syntaxError('UnsupportedSyntax', 'IS NORMALIZED is not supported.', peek(state))
  }
  throw unexpected(
    state,
    "NULL, '::' or TYPED",
    not && isName(state) ? 'Write IS NOT NULL, or NOT n:Label for nodes without a label.' : undefined,
  )
}

function isConditionWord(state: ParserState, offset: number): boolean {
  const { keyword } = peek(state, offset)
  return (
    keyword === 'NULL' || keyword === 'TYPED' || keyword === 'NORMALIZED' || isSymbol(state, '::', offset)
  )
}

function parseIsType(state: ParserState, operand: Expression, not: boolean, start: number): Expression {
  advance(state)
  const type = parseType(state)
  return { kind: 'is type', not, operand, type, ...placeFrom(state, start) }
}

function parseHasLabels(state: ParserState, operand: Expression, start: number): Expression {
  const labels = parseLabels(state)
  return { kind: 'has labels', operand, labels, ...placeFrom(state, start) }
}

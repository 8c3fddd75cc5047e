/** Expressions by precedence, from OR down to the signs of numbers. */
import type { BinaryOperator, ComparisonOperator, Expression } from './ast.ts'
import { numberValue } from './number-literals.ts'
import { startsOperand } from './operand-ahead.ts'
import { parsePostfix, parsePostfixAfter } from './parse-postfix.ts'
import { parsePredicate } from './parse-predicates.ts'
import {
  advance,
  enter,
  isSymbol,
  isWord,
  leave,
  peek,
  placeFrom,
  takeSymbol,
  takeWord,
  type ParserState,
} from './parser-state.ts'

// Expression = OrExpression
/** An expression. Throws a SyntaxError where there is none. */
export function parseExpression(state: ParserState): Expression {
  enter(state)
  const expression = parseOr(state)
  leave(state)
  return expression
}

// OrExpression = XorExpression { 'OR' XorExpression }
function parseOr(state: ParserState): Expression {
  return parseChain(state, parseXor, takeOr)
}

function takeOr(state: ParserState): BinaryOperator | undefined {
  return takeWord(state, 'OR') ? 'or' : undefined
}

// XorExpression = AndExpression { 'XOR' AndExpression }
function parseXor(state: ParserState): Expression {
  return parseChain(state, parseAnd, takeXor)
}

function takeXor(state: ParserState): BinaryOperator | undefined {
  return takeWord(state, 'XOR') ? 'xor' : undefined
}

// AndExpression = NotExpression { 'AND' NotExpression }
function parseAnd(state: ParserState): Expression {
  return parseChain(state, parseNot, takeAnd)
}

function takeAnd(state: ParserState): BinaryOperator | undefined {
  return takeWord(state, 'AND') ? 'and' : undefined
}

// NotExpression = 'NOT' NotExpression | Comparison
function parseNot(state: ParserState): Expression {
  if (!isWord(state, 'NOT') || !startsOperand(state, 1)) return parseComparison(state)
  enter(state)
  const { start } = advance(state)
  const operand = parseNot(state)
  leave(state)
  return { kind: 'unary', operator: 'not', operand, ...placeFrom(state, start) }
}

const comparisons: ReadonlyMap<string, ComparisonOperator> = new Map([
  ['=', '='],
  ['<>', '<>'],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
])

// Comparison = Predicate { ('=' | '<>' | '<' | '<=' | '>' | '>=') Predicate }
function parseComparison(state: ParserState): Expression {
  const { start } = peek(state)
  const first = parsePredicate(state)
  if (comparisonAhead(state) === undefined) return first
  const operands = [first]
  const operators: ComparisonOperator[] = []
  for (let operator = comparisonAhead(state); operator; operator = comparisonAhead(state)) {
    advance(state)
    operators.push(operator)
    operands.push(parsePredicate(state))
  }
  return { kind: 'comparison', operands, operators, ...placeFrom(state, start) }
}

function comparisonAhead(state: ParserState): ComparisonOperator | undefined {
  const { kind, text } = peek(state)
  return kind === 'symbol' ? comparisons.get(text) : undefined
}

// Sum = Product { ('+' | '-' | '||') Product }
/** A sum, which is the operand of all conditions. Throws a SyntaxError where there is none. */
export function parseSum(state: ParserState): Expression {
  return parseChain(state, parseProduct, takeSumOperator)
}

function takeSumOperator(state: ParserState): BinaryOperator | undefined {
  if (takeSymbol(state, '+')) return '+'
  if (takeSymbol(state, '-')) return '-'
  return takeSymbol(state, '||') ? '||' : undefined
}

// Product = Power { ('*' | '/' | '%') Power }
function parseProduct(state: ParserState): Expression {
  return parseChain(state, parsePower, takeProductOperator)
}

function takeProductOperator(state: ParserState): BinaryOperator | undefined {
  if (takeSymbol(state, '*')) return '*'
  if (takeSymbol(state, '/')) return '/'
  return takeSymbol(state, '%') ? '%' : undefined
}

// Power = Signed { '^' Signed }
function parsePower(state: ParserState): Expression {
  return parseChain(state, parseSigned, takePowerOperator)
}

function takePowerOperator(state: ParserState): BinaryOperator | undefined {
  return takeSymbol(state, '^') ? '^' : undefined
}

// Signed = ('+' | '-') Signed | Postfix
function parseSigned(state: ParserState): Expression {
  const operator = isSymbol(state, '-') ? '-' : '+'
  if (!isSymbol(state, operator)) return parsePostfix(state)
  enter(state)
  const { start } = advance(state)
  const operand = operator === '-' && peek(state).kind === 'number' ? undefined : parseSigned(state)
  leave(state)
  if (operand === undefined) return parseNegativeNumber(state, start)
  return { kind: 'unary', operator, operand, ...placeFrom(state, start) }
}

/** A number after its minus: read as one, since the lowest integer has no positive counterpart. */
function parseNegativeNumber(state: ParserState, start: number): Expression {
  const value = numberValue(advance(state), true)
  return parsePostfixAfter(state, { kind: 'literal', value, ...placeFrom(state, start) })
}

/** Operands of one precedence from left to right: a loop, so that a long chain needs no deep calls. */
function parseChain(
  state: ParserState,
  parseOperand: (state: ParserState) => Expression,
  takeNext: (state: ParserState) => BinaryOperator | undefined,
): Expression {
  const { start } = peek(state)
  let left = parseOperand(state)
  for (let operator = takeNext(state); operator; operator = takeNext(state)) {
    const right = parseOperand(state)
    left = { kind: 'binary', operator, left, right, ...placeFrom(state, start) }
  }
  return left
}

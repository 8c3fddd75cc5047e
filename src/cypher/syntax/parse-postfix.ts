/** What follows a value directly: properties, indexes, slices. */
import type { Expression } from './ast.ts'
import { parseAtom } from './parse-atoms.ts'
import { parseExpression } from './parse-expressions.ts'
import {
  advance,
  expectName,
  expectSymbol,
  isSymbol,
  peek,
  placeFrom,
  takeSymbol,
  type ParserState,
} from './parser-state.ts'

// Postfix = Atom { '.' Name | '[' Expression ']' | '[' [Expression] '..' [Expression] ']' }
/** A value with its properties, indexes and slices. Throws a SyntaxError where it cannot be read. */
export function parsePostfix(state: ParserState): Expression {
  const { start } = peek(state)
  return parsePostfixAfter(state, parseAtom(state), start)
}

/** Properties, indexes and slices of a value that has been read. `start` is where it begins, with its brackets. */
export function parsePostfixAfter(state: ParserState, first: Expression, start = first.start): Expression {
  let subject = first
  for (;;) {
    if (isSymbol(state, '.')) subject = parseProperty(state, subject, start)
    else if (isSymbol(state, '[')) subject = parseIndex(state, subject, start)
    else return subject
  }
}

function parseProperty(state: ParserState, subject: Expression, start: number): Expression {
  advance(state)
  const name = expectName(state, 'the name of a property')
  return { kind: 'property', subject, name, ...placeFrom(state, start) }
}

function parseIndex(state: ParserState, subject: Expression, start: number): Expression {
  advance(state)
  if (takeSymbol(state, '..')) return parseSlice(state, subject, undefined, start)
  const index = parseExpression(state)
  if (takeSymbol(state, '..')) return parseSlice(state, subject, index, start)
  expectSymbol(state, ']')
  return { kind: 'index', subject, index, ...placeFrom(state, start) }
}

function parseSlice(
  state: ParserState,
  subject: Expression,
  from: Expression | undefined,
  start: number,
): Expression {
  const to = isSymbol(state, ']') ? undefined : parseExpression(state)
  expectSymbol(state, ']')
  return {
    kind: 'slice',
    subject,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...placeFrom(state, start),
  }
}

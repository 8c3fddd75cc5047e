/** What stands in square brackets: lists, list comprehensions, pattern comprehensions. */
import type { Expression } from './ast.ts'
import { parseWhere } from './parse-clauses.ts'
import { parseExpression } from './parse-expressions.ts'
import { parsePathPattern } from './parse-paths.ts'
import { isPatternAhead, symbolsWithin } from './pattern-ahead.ts'
import {
  advance,
  expectName,
  expectSymbol,
  expectWord,
  isName,
  isSymbol,
  isWord,
  parseListUntil,
  placeFrom,
  takeSymbol,
  type ParserState,
} from './parser-state.ts'

// ListExpression = ListComprehension | PatternComprehension | List
/** What stands in square brackets. Throws a SyntaxError where it cannot be read. */
export function parseListExpression(state: ParserState): Expression {
  if (isListComprehension(state)) return parseListComprehension(state)
  if (isPatternComprehension(state)) return parsePatternComprehension(state)
  return parseListLiteral(state)
}

/** `[x IN list, y]` is a list. */
function isListComprehension(state: ParserState): boolean {
  return isName(state, 1) && isWord(state, 'IN', 2) && symbolsWithin(state, state.position, ',').length === 0
}

function isPatternComprehension(state: ParserState): boolean {
  const pattern = isName(state, 1) && isSymbol(state, '=', 2) ? 3 : 1
  return isPatternAhead(state, pattern) && symbolsWithin(state, state.position, '|').length > 0
}

// List = '[' [Expression { ',' Expression }] ']'
function parseListLiteral(state: ParserState): Expression {
  const { start } = expectSymbol(state, '[')
  const items = parseListUntil(state, ']', parseExpression)
  return { kind: 'list', items, ...placeFrom(state, start) }
}

// ListComprehension = '[' Name 'IN' Expression [Where] ['|' Expression] ']'
function parseListComprehension(state: ParserState): Expression {
  const bar = keepProjectionBar(state)
  const { start } = advance(state)
  const variable = expectName(state, 'a variable')
  expectWord(state, 'IN')
  const list = parseExpression(state)
  const where = parseWhere(state)
  state.projectionBars.delete(bar)
  const projection = takeSymbol(state, '|') ? { projection: parseExpression(state) } : {}
  expectSymbol(state, ']')
  return { kind: 'list comprehension', variable, list, ...where, ...projection, ...placeFrom(state, start) }
}

// PatternComprehension = '[' [Name '='] PathElement [Where] '|' Expression ']'
function parsePatternComprehension(state: ParserState): Expression {
  const bar = keepProjectionBar(state)
  const { start } = advance(state)
  const pattern = parsePathPattern(state)
  const where = parseWhere(state)
  state.projectionBars.delete(bar)
  expectSymbol(state, '|')
  const projection = parseExpression(state)
  expectSymbol(state, ']')
  return { kind: 'pattern comprehension', pattern, ...where, projection, ...placeFrom(state, start) }
}

/**
 * Keeps the last `|` of a comprehension from joining labels, so that `[n IN nodes WHERE n:A|B | n.name]` is read as it is
 * meant. Gives its index.
 */
function keepProjectionBar(state: ParserState): number {
  const bar = symbolsWithin(state, state.position, '|').at(-1) ?? -1
  if (bar !== -1) state.projectionBars.add(bar)
  return bar
}

/** MATCH, UNWIND, WITH and RETURN. */
import { syntaxError } from '../cypher-error.ts'
import type {
  Expression,
  MatchClause,
  ProjectionClause,
  ProjectionItem,
  SortItem,
  UnwindClause,
} from './ast.ts'
import { parseExpression } from './parse-expressions.ts'
import { parsePathPattern } from './parse-paths.ts'
import {
  advance,
  expectName,
  expectWord,
  isSymbol,
  isWord,
  parseList,
  peek,
  placeFrom,
  takeSymbol,
  takeWord,
  type ParserState,
} from './parser-state.ts'
import { startsOperand } from './operand-ahead.ts'
import { unexpected } from './unexpected.ts'

// Match = ['OPTIONAL'] 'MATCH' PathPattern { ',' PathPattern } [Where]
/** MATCH or OPTIONAL MATCH. Throws a SyntaxError where it cannot be read. */
export function parseMatch(state: ParserState): MatchClause {
  const { start } = peek(state)
  const optional = takeWord(state, 'OPTIONAL')
  expectWord(state, 'MATCH')
  const patterns = parseList(state, parsePathPattern)
  refuseHint(state)
  const where = parseWhere(state)
  return { kind: 'match', optional, patterns, ...where, ...placeFrom(state, start) }
}

function refuseHint(state: ParserState): void {
  if (!isWord(state, 'USING')) return
  throw syntaxError(
    'UnsupportedSyntax',
    'Hints with USING are not supported.',
    peek(state),
    'The planner chooses where to start: leave USING out.',
  )
}

// Where = 'WHERE' Expression
/** A condition, where one follows. */
export function parseWhere(state: ParserState): { readonly where?: Expression } {
  return takeWord(state, 'WHERE') ? { where: parseExpression(state) } : {}
}

// Unwind = 'UNWIND' Expression 'AS' Name
/** UNWIND. Throws a SyntaxError where it cannot be read. */
export function parseUnwind(state: ParserState): UnwindClause {
  const { start } = advance(state)
  const list = parseExpression(state)
  expectWord(state, 'AS', 'Write UNWIND list AS name.')
  const variable = expectName(state, 'a name for each item')
  return { kind: 'unwind', list, variable, ...placeFrom(state, start) }
}

// With   = 'WITH' ProjectionBody [Where]
// Return = 'RETURN' ProjectionBody
// ProjectionBody = ['DISTINCT'] ProjectionItems [OrderBy] [Skip] [Limit]
/** WITH or RETURN. Throws a SyntaxError where it cannot be read. */
export function parseProjection(state: ParserState): ProjectionClause {
  const { start, keyword } = advance(state)
  const kind = keyword === 'WITH' ? 'with' : 'return'
  const distinct = isDistinct(state) && takeWord(state, 'DISTINCT')
  const { all, items } = parseProjectionItems(state)
  const orderBy = parseOrderBy(state)
  const skip = parseSkip(state)
  const limit = takeWord(state, 'LIMIT') ? { limit: parseExpression(state) } : {}
  const where = kind === 'with' ? parseWhere(state) : {}
  refuseWhere(state, kind)
  return { kind, distinct, all, items, orderBy, ...skip, ...limit, ...where, ...placeFrom(state, start) }
}

/** Whether DISTINCT stands there, and not a variable of this name. */
function isDistinct(state: ParserState): boolean {
  return isWord(state, 'DISTINCT') && (startsOperand(state, 1) || isSymbol(state, '*', 1))
}

// ProjectionItems = '*' { ',' ProjectionItem } | ProjectionItem { ',' ProjectionItem }
function parseProjectionItems(state: ParserState): Pick<ProjectionClause, 'all' | 'items'> {
  if (!takeSymbol(state, '*')) return { all: false, items: parseList(state, parseProjectionItem) }
  return { all: true, items: takeSymbol(state, ',') ? parseList(state, parseProjectionItem) : [] }
}

// ProjectionItem = Expression ['AS' Name]
function parseProjectionItem(state: ParserState): ProjectionItem {
  if (isSymbol(state, '*')) throw unexpected(state, 'an expression', 'The * stands before all items.')
  const { start } = peek(state)
  const expression = parseExpression(state)
  const text = state.text.slice(start, placeFrom(state, start).end)
  const alias = takeWord(state, 'AS') ? { alias: expectName(state, 'a name') } : {}
  return { expression, ...alias, text, ...placeFrom(state, start) }
}

// OrderBy = 'ORDER' 'BY' SortItem { ',' SortItem }
function parseOrderBy(state: ParserState): readonly SortItem[] {
  if (!takeWord(state, 'ORDER')) return []
  expectWord(state, 'BY')
  return parseList(state, parseSortItem)
}

// SortItem = Expression ['ASC' | 'ASCENDING' | 'DESC' | 'DESCENDING']
function parseSortItem(state: ParserState): SortItem {
  const { start } = peek(state)
  const expression = parseExpression(state)
  const descending = takeWord(state, 'DESC') || takeWord(state, 'DESCENDING')
  if (!descending && !takeWord(state, 'ASC')) takeWord(state, 'ASCENDING')
  return { expression, descending, ...placeFrom(state, start) }
}

// Skip  = ('SKIP' | 'OFFSET') Expression
// Limit = 'LIMIT' Expression
function parseSkip(state: ParserState): { readonly skip?: Expression } {
  return takeWord(state, 'SKIP') || takeWord(state, 'OFFSET') ? { skip: parseExpression(state) } : {}
}

function refuseWhere(state: ParserState, kind: 'with' | 'return'): void {
  if (kind !== 'return' || !isWord(state, 'WHERE')) return
  throw syntaxError(
    'UnexpectedSyntax',
    'RETURN cannot have WHERE.',
    peek(state),
    'Write the condition before RETURN: MATCH … WHERE …, or WITH … WHERE ….',
  )
}

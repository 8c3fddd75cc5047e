/** EXISTS { … }, COUNT { … } and COLLECT { … }. */
import type { Expression, MatchClause, Place, ProjectionClause, Query } from './ast.ts'
import { parseWhere } from './parse-clauses.ts'
import { isShortestPath, parsePathPattern } from './parse-paths.ts'
import { parseQuery } from './parse-query.ts'
import {
  advance,
  expectSymbol,
  isName,
  isSymbol,
  parseList,
  peek,
  placeFrom,
  type ParserState,
} from './parser-state.ts'

const kinds: ReadonlyMap<string, 'exists' | 'count' | 'collect'> = new Map([
  ['EXISTS', 'exists'],
  ['COUNT', 'count'],
  ['COLLECT', 'collect'],
])

/** Whether a subquery comes next, and not the map projection of a variable with its name. */
export function isSubquery(state: ParserState): boolean {
  return kinds.has(peek(state).keyword) && isSymbol(state, '{', 1) && !isMapProjection(state)
}

function isMapProjection(state: ParserState): boolean {
  if (isSymbol(state, '.', 2)) return true
  return isName(state, 2) && [',', ':', '}'].some((symbol) => isSymbol(state, symbol, 3))
}

// Subquery = ('EXISTS' | 'COUNT') '{' (Query | Patterns) '}'
//          | 'COLLECT' '{' Query '}'
/** A subquery that is a value. Throws a SyntaxError where it cannot be read. */
export function parseSubqueryExpression(state: ParserState): Expression {
  const { keyword, start } = advance(state)
  const kind = kinds.get(keyword) ?? 'exists'
  expectSymbol(state, '{')
  const query = parseBody(state, kind)
  expectSymbol(state, '}')
  return { kind, query, ...placeFrom(state, start) }
}

function parseBody(state: ParserState, kind: 'exists' | 'count' | 'collect'): Query {
  if (kind === 'collect') return parseQuery(state, 'collect')
  const isPattern =
    isSymbol(state, '(') || isShortestPath(state) || (isName(state) && isSymbol(state, '=', 1))
  return isPattern ? parsePatterns(state) : parseQuery(state, 'condition')
}

// Patterns = PathPattern { ',' PathPattern } [Where]
function parsePatterns(state: ParserState): Query {
  const { start } = peek(state)
  const patterns = parseList(state, parsePathPattern)
  const where = parseWhere(state)
  const place = placeFrom(state, start)
  const match: MatchClause = { kind: 'match', optional: false, patterns, ...where, ...place }
  const clauses = [match, returnAll(place)]
  return { parts: [{ clauses, ...place }], unions: [], ...place }
}

/** `RETURN *` where none is written: it takes no room in the text. */
function returnAll({ end }: Place): ProjectionClause {
  return { kind: 'return', distinct: false, all: true, items: [], orderBy: [], start: end, end }
}

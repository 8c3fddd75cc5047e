/** Queries: clauses in their order, joined by UNION. */
import { compileError, syntaxError } from '../cypher-error.ts'
import type { Clause, Query, SingleQuery } from './ast.ts'
import { parseCall } from './parse-calls.ts'
import { parseMatch, parseProjection, parseUnwind } from './parse-clauses.ts'
import { checkClauseOrder, type QueryPosition } from './clause-order.ts'
import {
  enter,
  isSymbol,
  isWord,
  leave,
  peek,
  placeFrom,
  takeWord,
  type ParserState,
} from './parser-state.ts'
import { refusedClause } from './refused-clauses.ts'
import { unexpected } from './unexpected.ts'

// Query = SingleQuery { 'UNION' ['ALL' | 'DISTINCT'] SingleQuery }
/** A query up to its end, a `;`, or the `}` around it. Throws a SyntaxError where there is none. */
export function parseQuery(state: ParserState, position: QueryPosition): Query {
  enter(state)
  const { start } = peek(state)
  const parts = [parseSingleQuery(state, position)]
  const unions: Query['unions'][number][] = []
  while (isWord(state, 'UNION')) {
    unions.push(parseUnion(state))
    checkSameUnions(unions)
    parts.push(parseSingleQuery(state, position))
  }
  leave(state)
  const query = { parts, unions, ...placeFrom(state, start) }
  checkClauseOrder(query, position)
  return query
}

function parseUnion(state: ParserState): Query['unions'][number] {
  const { start } = peek(state)
  takeWord(state, 'UNION')
  const all = takeWord(state, 'ALL')
  if (!all) takeWord(state, 'DISTINCT')
  return { all, place: placeFrom(state, start) }
}

function checkSameUnions(unions: Query['unions']): void {
  const last = unions.at(-1)
  if (last === undefined || unions[0]?.all === last.all) return
  throw syntaxError(
    'InvalidClauseComposition',
    'UNION and UNION ALL cannot be mixed in one query.',
    last.place,
    'Put one of them into CALL { … }.',
  )
}

// SingleQuery = Clause { Clause }
function parseSingleQuery(state: ParserState, position: QueryPosition): SingleQuery {
  const { start } = peek(state)
  const clauses = [parseClause(state, position)]
  while (!isQueryEnd(state)) clauses.push(parseClause(state, position, clauses))
  return { clauses, ...placeFrom(state, start) }
}

function isQueryEnd(state: ParserState): boolean {
  return peek(state).kind === 'end' || isSymbol(state, ';') || isSymbol(state, '}') || isWord(state, 'UNION')
}

// Clause = Match | Unwind | With | Return | Call
function parseClause(state: ParserState, position: QueryPosition, before: readonly Clause[] = []): Clause {
  countClause(state)
  switch (peek(state).keyword) {
    case 'MATCH':
      return parseMatch(state)
    case 'OPTIONAL':
      return isWord(state, 'CALL', 1) ? parseCall(state) : parseMatch(state)
    case 'UNWIND':
      return parseUnwind(state)
    case 'WITH':
    case 'RETURN':
      return parseProjection(state)
    case 'CALL':
      return parseCall(state)
    default:
      throw refusedClause(state, position !== 'statement' && position !== 'call') ?? noClause(state, before)
  }
}

/** The most clauses of a statement, those of its subqueries among them. */
const mostClauses = 1000

function countClause(state: ParserState): void {
  state.clauses += 1
  if (state.clauses <= mostClauses) return
  const message = `The query has more than ${mostClauses.toLocaleString('en')} clauses.`
  throw compileError('LimitExceeded', 'Size', message, {
    place: peek(state),
    hint: 'Run it as several queries; give many values as a list in a parameter, and go through it with UNWIND.',
  })
}

function noClause(state: ParserState, before: readonly Clause[]): Error {
  const last = before.at(-1)
  if (last?.kind === 'return') return unexpected(state, "',', ORDER BY, SKIP, LIMIT or the end of the query")
  return unexpected(
    state,
    last ? 'a clause such as MATCH, WITH or RETURN' : 'a query, such as MATCH … RETURN …',
  )
}

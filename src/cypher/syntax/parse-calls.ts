/** CALL: procedures and subqueries. */
import { syntaxError } from '../cypher-error.ts'
import type { CallProcedureClause, CallSubqueryClause, Expression, Name } from './ast.ts'
import { parseWhere } from './parse-clauses.ts'
import { parseExpression } from './parse-expressions.ts'
import { parseQuery } from './parse-query.ts'
import {
  expectDottedName,
  expectName,
  expectSymbol,
  expectWord,
  isName,
  isSymbol,
  isWord,
  parseList,
  parseListUntil,
  peek,
  placeFrom,
  takeSymbol,
  takeWord,
  type ParserState,
} from './parser-state.ts'
import { unexpected } from './unexpected.ts'

// Call = ['OPTIONAL'] 'CALL' (Subquery | ProcedureCall)
/** CALL of a procedure or a subquery. Throws a SyntaxError where it cannot be read. */
export function parseCall(state: ParserState): CallProcedureClause | CallSubqueryClause {
  const { start } = peek(state)
  const optional = takeWord(state, 'OPTIONAL')
  expectWord(state, 'CALL')
  if (isSymbol(state, '{') || isSymbol(state, '(')) return parseSubquery(state, start, optional)
  return parseProcedureCall(state, start, optional)
}

// Subquery = [Scope] '{' Query '}'
function parseSubquery(state: ParserState, start: number, optional: boolean): CallSubqueryClause {
  const scope = isSymbol(state, '(') ? { scope: parseScope(state) } : {}
  expectSymbol(state, '{')
  const query = parseQuery(state, 'call')
  expectSymbol(state, '}')
  if (isWord(state, 'IN')) {
    throw syntaxError(
      'UnsupportedSyntax',
      'CALL … IN TRANSACTIONS is not supported.',
      peek(state),
      'Leave IN TRANSACTIONS out.',
    )
  }
  return { kind: 'call subquery', optional, query, ...scope, ...placeFrom(state, start) }
}

// Scope = '(' ['*' | Name { ',' Name }] ')'
function parseScope(state: ParserState): '*' | readonly Name[] {
  expectSymbol(state, '(')
  if (!takeSymbol(state, '*')) return parseListUntil(state, ')', (inner) => expectName(inner, 'a variable'))
  expectSymbol(state, ')')
  return '*'
}

// ProcedureCall = DottedName ['(' [Expression { ',' Expression }] ')'] [Yield]
function parseProcedureCall(state: ParserState, start: number, optional: boolean): CallProcedureClause {
  if (!isName(state)) throw unexpected(state, "the name of a procedure, '{' or '('")
  const procedure = expectDottedName(state, 'the name of a procedure')
  const given = isSymbol(state, '(') ? { arguments: parseArguments(state) } : {}
  const yields = takeWord(state, 'YIELD') ? { yield: parseYieldItems(state) } : {}
  const where = yields.yield === undefined || yields.yield === '*' ? {} : parseWhere(state)
  return {
    kind: 'call procedure',
    procedure,
    ...given,
    ...yields,
    ...where,
    optional,
    ...placeFrom(state, start),
  }
}

function parseArguments(state: ParserState): readonly Expression[] {
  expectSymbol(state, '(')
  return parseListUntil(state, ')', parseExpression)
}

// Yield = 'YIELD' ('*' | YieldItem { ',' YieldItem } [Where])
function parseYieldItems(state: ParserState): Exclude<CallProcedureClause['yield'], undefined> {
  return takeSymbol(state, '*') ? '*' : parseList(state, parseYieldItem)
}

// YieldItem = Name ['AS' Name]
function parseYieldItem(state: ParserState): { readonly field: Name; readonly alias?: Name } {
  const field = expectName(state, "a name or '*'")
  return takeWord(state, 'AS') ? { field, alias: expectName(state, 'a name') } : { field }
}

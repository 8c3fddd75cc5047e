/** Which clauses may stand where in a query. */
import { syntaxError, type CypherError } from '../cypher-error.ts'
import type { CallProcedureClause, Clause, Query, SingleQuery } from './ast.ts'

/** Where a query stands: alone, in CALL { … }, in EXISTS { … } or COUNT { … }, or in COLLECT { … }. */
export type QueryPosition = 'statement' | 'call' | 'condition' | 'collect'

/** Throws a SyntaxError where the clauses of a query cannot stand in their order. Queries within it have been checked. */
export function checkClauseOrder(query: Query, position: QueryPosition): void {
  const standalone = position === 'statement' ? standaloneCall(query) : undefined
  if (standalone) {
    checkStandaloneCall(standalone)
    return
  }
  for (const part of query.parts) checkPart(part, position)
}

function standaloneCall({ parts }: Query): CallProcedureClause | undefined {
  const [clause, another] = parts[0]?.clauses ?? []
  return parts.length === 1 && !another && clause?.kind === 'call procedure' ? clause : undefined
}

function checkStandaloneCall({ where }: CallProcedureClause): void {
  if (where === undefined) return
  throw syntaxError(
    'InvalidClauseComposition',
    'A CALL that is the whole query cannot have WHERE.',
    where,
    'Add RETURN with what is yielded.',
  )
}

function checkPart({ clauses }: SingleQuery, position: QueryPosition): void {
  for (const [index, clause] of clauses.entries()) {
    const next = clauses[index + 1]
    if (clause.kind === 'return' && next) throw afterReturn(next)
    if (clause.kind === 'call procedure') checkCallInQuery(clause)
  }
  const last = clauses.at(-1)
  if (last && position !== 'condition' && !canEndQuery(last, position)) throw withoutReturn(last)
}

function afterReturn(next: Clause): CypherError {
  return syntaxError(
    'InvalidClauseComposition',
    'RETURN can only stand at the end of a query.',
    next,
    'Write WITH to go on with what the query has found.',
  )
}

function checkCallInQuery(clause: CallProcedureClause): void {
  if (clause.arguments === undefined) {
    throw syntaxError(
      'InvalidArgumentPassingMode',
      'A CALL within a query needs its arguments in parentheses.',
      clause.procedure,
      `Write ${clause.procedure.text}(…).`,
    )
  }
  if (clause.yield !== '*') return
  throw syntaxError(
    'UnexpectedSyntax',
    'YIELD * can only stand in a CALL that is the whole query.',
    clause,
    'Name what is yielded.',
  )
}

function canEndQuery(last: Clause, position: QueryPosition): boolean {
  if (last.kind === 'return') return true
  if (position === 'collect') return false
  if (last.kind === 'call procedure') return last.yield === undefined
  return (
    last.kind === 'call subquery' &&
    last.query.parts.every(({ clauses }) => clauses.at(-1)?.kind !== 'return')
  )
}

const names = {
  match: 'MATCH',
  unwind: 'UNWIND',
  with: 'WITH',
  return: 'RETURN',
  'call procedure': 'CALL … YIELD',
  'call subquery': 'CALL { … }',
}

function withoutReturn(last: Clause): CypherError {
  return syntaxError(
    'InvalidClauseComposition',
    `A query cannot end with ${names[last.kind]}.`,
    last,
    'End it with RETURN.',
  )
}

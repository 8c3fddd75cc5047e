/** Clauses that are refused by name: those that write, and those that are not supported. */
import { syntaxError, type CypherError } from '../cypher-error.ts'
import { peek, type ParserState } from './parser-state.ts'
import { tokenize } from './lexer.ts'
import type { Token } from './tokens.ts'

const writingWords = new Set([
  ...['CREATE', 'MERGE', 'SET', 'REMOVE', 'DELETE', 'DETACH', 'NODETACH', 'INSERT', 'FOREACH'],
  ...['DROP', 'ALTER', 'GRANT', 'DENY', 'REVOKE', 'RENAME'],
])

/** The words of other clauses that cannot be run, and what to write instead. */
const leftOut = new Map([
  ['USE', 'There is one graph only: leave USE out.'],
  ['LOAD', 'The graph is built from the claim files of the project: there is no LOAD CSV.'],
  ['FINISH', 'End the query with RETURN.'],
  ['SHOW', 'Ask with CALL db.labels(), CALL db.relationshipTypes() or CALL db.propertyKeys().'],
  ['START', 'Write MATCH.'],
  ['USING', 'The planner chooses where to start: leave USING out.'],
])

const orderHint =
  'It follows the items of WITH or RETURN, in this order: ORDER BY, SKIP, LIMIT. Before RETURN, write WITH * ORDER BY ….'

/** Words that belong to other clauses, and where they stand. */
const misplaced = new Map([
  ['EXPLAIN', 'Write EXPLAIN before the whole query.'],
  ['PROFILE', 'Write EXPLAIN before the whole query to see its plan.'],
  ['WHERE', 'WHERE belongs to the MATCH, WITH or YIELD right before it.'],
  ['ORDER', orderHint],
  ['SKIP', orderHint],
  ['OFFSET', orderHint],
  ['LIMIT', orderHint],
])

const writingHint =
  'The graph is built from the claim files of the project: change those, and the graph follows.'

/**
 * The error for a clause at the next token that is refused by name, or undefined where none begins there. `isInExpression`:
 * within EXISTS { … } and the like, where no clause may write in any Cypher.
 */
export function refusedClause(state: ParserState, isInExpression: boolean): CypherError | undefined {
  const token = peek(state)
  if (writingWords.has(token.keyword)) return writingRefused(token, isInExpression)
  const hint = leftOut.get(token.keyword)
  if (hint !== undefined)
    return syntaxError('UnsupportedSyntax', `${token.keyword} is not supported.`, token, hint)
  const place = misplaced.get(token.keyword)
  if (place === undefined) return undefined
  const name = token.keyword === 'ORDER' ? 'ORDER BY' : token.keyword
  return syntaxError('UnexpectedSyntax', `${name} cannot stand here.`, token, place)
}

function writingRefused(token: Token, isInExpression: boolean): CypherError {
  const detail = isInExpression ? 'InvalidClauseComposition' : 'WritingClause'
  return syntaxError(
    detail,
    `${token.keyword} would change the graph, but queries only read.`,
    token,
    writingHint,
  )
}

/**
 * Whether a query has a clause that writes, by its words alone: a word such as CREATE before what may follow it, and not
 * where a name stands.
 */
export function isWriting(text: string): boolean {
  const tokens = tokenize(text).all
  return tokens.some((token, index) => {
    if (!writingWords.has(token.keyword)) return false
    return !namesSomething(tokens[index - 1]) && beginsClause(tokens[index + 1])
  })
}

/** Words after which a value or a name stands, not a clause. */
const beforeValue = new Set([
  ...['AS', 'RETURN', 'WITH', 'DISTINCT', 'BY', 'WHERE', 'UNWIND', 'IN', 'AND', 'OR', 'XOR', 'NOT', 'IS'],
  ...['SKIP', 'LIMIT', 'CASE', 'WHEN', 'THEN', 'ELSE', 'YIELD'],
])

function namesSomething(before: Token | undefined): boolean {
  if (before?.kind === 'symbol') return ![')', ']', '}', '{', ';', '|'].includes(before.text)
  return before !== undefined && beforeValue.has(before.keyword)
}

function beginsClause(next: Token | undefined): boolean {
  if (next === undefined || next.kind === 'end' || next.kind === 'fault') return false
  return next.kind !== 'symbol' || next.text === '('
}

/** Parses a query text into its syntax tree: recursive descent, a function for each production of the grammar. */
import { syntaxError } from '../cypher-error.ts'
import type { Expression, Statement } from './ast.ts'
import { parseExpression as parseExpressionAt } from './parse-expressions.ts'
import { parseQuery } from './parse-query.ts'
import {
  advance,
  isSymbol,
  isWord,
  peek,
  placeFrom,
  startParsing,
  takeSymbol,
  takeWord,
  type ParserState,
} from './parser-state.ts'
import { heightLimit, refuseTallTree } from './tree-height.ts'
import { unexpected } from './unexpected.ts'

// Statement = { Prefix } Query [';']
/** The syntax tree of a query. Throws a CypherError, mostly a SyntaxError, where the text is no query that can be run here. */
export function parseStatement(text: string): Statement {
  const state = startParsing(text)
  const { start } = peek(state)
  const explain = parsePrefixes(state)
  const query = parseQuery(state, 'statement')
  takeSymbol(state, ';')
  expectEnd(state)
  const statement = { explain, query, ...placeFrom(state, start) }
  checkHeight(state, statement)
  return statement
}

/** The syntax tree of a single expression. Throws a CypherError where the text is none. */
export function parseExpression(text: string): Expression {
  const state = startParsing(text)
  const expression = parseExpressionAt(state)
  expectEnd(state)
  checkHeight(state, expression)
  return expression
}

/** Few tokens make no tall tree: each adds two nodes to a branch at most, but for those that every query has. */
function checkHeight({ tokens }: ParserState, tree: object): void {
  if (tokens.length > heightLimit / 3) refuseTallTree(tree)
}

// Prefix = 'EXPLAIN' | 'PROFILE' | Version
function parsePrefixes(state: ParserState): boolean {
  let explain = false
  for (;;) {
    if (takeWord(state, 'EXPLAIN')) explain = true
    else if (isWord(state, 'CYPHER')) parseVersion(state)
    else if (isWord(state, 'PROFILE')) throw profileRefused(state)
    else return explain
  }
}

// Version = 'CYPHER' ['5']
function parseVersion(state: ParserState): void {
  advance(state)
  const token = peek(state)
  if (token.kind === 'number') {
    if (token.text !== '5') throw versionRefused(state)
    advance(state)
  } else if (token.kind === 'name' && isSymbol(state, '=', 1)) {
    throw syntaxError(
      'UnsupportedSyntax',
      'Options after CYPHER are not supported.',
      token,
      'Leave them out.',
    )
  }
}

function versionRefused(state: ParserState): Error {
  const { text } = peek(state)
  return syntaxError(
    'UnsupportedSyntax',
    `Cypher ${text.slice(0, 20)} is not supported.`,
    peek(state),
    'Write CYPHER 5, or nothing.',
  )
}

function profileRefused(state: ParserState): Error {
  return syntaxError(
    'UnsupportedSyntax',
    'PROFILE is not supported.',
    peek(state),
    'Write EXPLAIN to see the plan.',
  )
}

function expectEnd(state: ParserState): void {
  if (peek(state).kind === 'end') return
  const hint = isSymbol(state, ';') || isSymbol(state, ';', -1) ? 'Run one query at a time.' : undefined
  throw unexpected(state, 'the end of the query', hint)
}

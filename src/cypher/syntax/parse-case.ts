/** CASE. */
import { syntaxError } from '../cypher-error.ts'
import type { Expression, ExpressionOf } from './ast.ts'
import { parseExpression } from './parse-expressions.ts'
import {
  advance,
  areWords,
  expectWord,
  isSymbol,
  isWord,
  parseList,
  peek,
  placeFrom,
  takeWord,
  type ParserState,
} from './parser-state.ts'
import { unexpected } from './unexpected.ts'

type Branch = ExpressionOf<'case'>['branches'][number]

// Case = 'CASE' { SearchedBranch } ['ELSE' Expression] 'END'
//      | 'CASE' Expression { SimpleBranch } ['ELSE' Expression] 'END'
/** CASE up to its END. Throws a SyntaxError where it cannot be read. */
export function parseCase(state: ParserState): Expression {
  const { start } = advance(state)
  const subject = isWord(state, 'WHEN') ? {} : { subject: parseExpression(state) }
  if (!isWord(state, 'WHEN')) throw unexpected(state, 'WHEN')
  const branches: Branch[] = []
  while (takeWord(state, 'WHEN')) branches.push(parseBranch(state, subject.subject !== undefined))
  const otherwise = takeWord(state, 'ELSE') ? { otherwise: parseExpression(state) } : {}
  expectWord(state, 'END')
  return { kind: 'case', ...subject, branches, ...otherwise, ...placeFrom(state, start) }
}

// SearchedBranch = 'WHEN' Expression 'THEN' Expression
// SimpleBranch   = 'WHEN' Expression { ',' Expression } 'THEN' Expression
function parseBranch(state: ParserState, isSimple: boolean): Branch {
  if (isSimple) refuseOperator(state)
  const when = isSimple ? parseList(state, parseExpression) : [parseExpression(state)]
  expectWord(state, 'THEN')
  return { when, then: parseExpression(state) }
}

function refuseOperator(state: ParserState): void {
  const isOperator = ['=', '<>', '<', '<=', '>', '>=', '=~', '::'].some((symbol) => isSymbol(state, symbol))
  const isWordOperator =
    areWords(state, 'STARTS', 'WITH') ||
    areWords(state, 'ENDS', 'WITH') ||
    areWords(state, 'IS', 'NULL') ||
    areWords(state, 'IS', 'NOT')
  if (!isOperator && !isWordOperator) return
  throw syntaxError(
    'UnsupportedSyntax',
    'WHEN followed by an operator is not supported.',
    peek(state),
    'Write CASE WHEN value < 1 THEN … instead of CASE value WHEN < 1 THEN ….',
  )
}

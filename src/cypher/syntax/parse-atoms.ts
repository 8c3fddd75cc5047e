/** The smallest expressions: literals, parameters, names, and all that stands in brackets or after a word of its own. */
import type { Expression } from './ast.ts'
import { numberValue } from './number-literals.ts'
import { startsOperand } from './operand-ahead.ts'
import { parseCallExpression } from './parse-functions.ts'
import { parseCase } from './parse-case.ts'
import { parseExpression } from './parse-expressions.ts'
import { parseListExpression } from './parse-lists.ts'
import { parseMapLiteral, parseMapProjection } from './parse-maps.ts'
import { isShortestPath, parsePathElement, parseShortestPath } from './parse-paths.ts'
import { isQuantifier, isReduce, parseQuantifier, parseReduce } from './parse-iterations.ts'
import { isSubquery, parseSubqueryExpression } from './parse-subqueries.ts'
import { isPatternAhead } from './pattern-ahead.ts'
import {
  advance,
  expectSymbol,
  isName,
  isSymbol,
  isWord,
  peek,
  placeFrom,
  type ParserState,
} from './parser-state.ts'
import { unexpected } from './unexpected.ts'

// Atom = Literal | Parameter | '(' Expression ')' | PatternExpression | List | Map | NamedAtom
/** One of the smallest expressions. Throws a SyntaxError where it cannot be read. */
export function parseAtom(state: ParserState): Expression {
  const token = peek(state)
  const place = { start: token.start, end: token.end }
  switch (token.kind) {
    case 'number':
      return { kind: 'literal', value: numberValue(advance(state), false), ...place }
    case 'string':
      advance(state)
      return { kind: 'literal', value: token.text, ...place }
    case 'parameter':
      advance(state)
      return { kind: 'parameter', name: token.text, ...place }
    case 'symbol':
      return parseBracket(state)
    case 'name':
    case 'quoted name':
      return parseNamedAtom(state)
    default:
      throw unexpected(state, 'an expression')
  }
}

function parseBracket(state: ParserState): Expression {
  if (isSymbol(state, '[')) return parseListExpression(state)
  if (isSymbol(state, '{')) return parseMapLiteral(state)
  if (!isSymbol(state, '(')) throw unexpected(state, 'an expression')
  return isPatternAhead(state) ? parsePatternExpression(state) : parseParenthesized(state)
}

// PatternExpression = NodePattern RelationshipPattern NodePattern { RelationshipPattern NodePattern }
function parsePatternExpression(state: ParserState): Expression {
  const { start } = peek(state)
  const pattern = parsePathElement(state)
  return { kind: 'pattern', pattern, ...placeFrom(state, start) }
}

function parseParenthesized(state: ParserState): Expression {
  expectSymbol(state, '(')
  const expression = parseExpression(state)
  expectSymbol(state, ')')
  return expression
}

// NamedAtom = KeywordLiteral | Case | Quantifier | Reduce | ShortestPath | Subquery | Call | MapProjection | Variable
function parseNamedAtom(state: ParserState): Expression {
  if (peek(state).kind === 'name') {
    const special = parseKeywordAtom(state)
    if (special) return special
  }
  if (isCall(state)) return parseCallExpression(state)
  if (isSymbol(state, '{', 1)) return parseMapProjection(state)
  const { text, start, end } = advance(state)
  return { kind: 'variable', name: text, start, end }
}

function parseKeywordAtom(state: ParserState): Expression | undefined {
  if (isWord(state, 'CASE') && startsOperand(state, 1)) return parseCase(state)
  if (isSymbol(state, '(', 1)) {
    if (isQuantifier(state)) return parseQuantifier(state)
    if (isReduce(state)) return parseReduce(state)
    return isShortestPath(state) ? parseShortestPathExpression(state) : undefined
  }
  if (isSubquery(state)) return parseSubqueryExpression(state)
  return parseKeywordLiteral(state)
}

const keywordLiterals = new Map<string, null | boolean | number>([
  ['NULL', null],
  ['TRUE', true],
  ['FALSE', false],
  ['NAN', NaN],
  ['INF', Infinity],
  ['INFINITY', Infinity],
])

// KeywordLiteral = 'NULL' | 'TRUE' | 'FALSE' | 'NAN' | 'INF' | 'INFINITY'
function parseKeywordLiteral(state: ParserState): Expression | undefined {
  const { keyword, start, end } = peek(state)
  const value = keywordLiterals.get(keyword)
  if (value === undefined) return undefined
  advance(state)
  return { kind: 'literal', value, start, end }
}

function parseShortestPathExpression(state: ParserState): Expression {
  const { start } = peek(state)
  const pattern = parseShortestPath(state)
  return { kind: 'shortest path', pattern, ...placeFrom(state, start) }
}

/** Whether a name, perhaps with its namespace, and a bracket come next. */
function isCall(state: ParserState): boolean {
  let offset = 1
  while (isSymbol(state, '.', offset) && isName(state, offset + 1)) offset += 2
  return isSymbol(state, '(', offset)
}

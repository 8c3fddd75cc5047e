/** Calls of functions. */
import type { Expression, Name } from './ast.ts'
import { startsOperand } from './operand-ahead.ts'
import { parseExpression } from './parse-expressions.ts'
import {
  advance,
  expectDottedName,
  expectSymbol,
  isSymbol,
  isWord,
  parseListUntil,
  peek,
  placeFrom,
  takeWord,
  type ParserState,
} from './parser-state.ts'
import { isTrim, parseTrim } from './parse-trim.ts'

// Call = 'count' '(' '*' ')'
//      | 'exists' '(' PatternExpression ')'
//      | 'normalize' '(' Expression ',' ('NFC' | 'NFD' | 'NFKC' | 'NFKD') ')'
//      | DottedName '(' ['DISTINCT' | 'ALL'] [Expression { ',' Expression }] ')'
/** The call of a function. Throws a SyntaxError where it cannot be read. */
export function parseCallExpression(state: ParserState): Expression {
  const { start } = peek(state)
  if (isWord(state, 'COUNT') && isSymbol(state, '*', 2)) return parseCountRows(state)
  if (isTrim(state)) return parseTrim(state)
  const name = expectDottedName(state, 'the name of a function')
  expectSymbol(state, '(')
  const distinct = isModifier(state, 'DISTINCT') && takeWord(state, 'DISTINCT')
  if (!distinct && isModifier(state, 'ALL')) advance(state)
  const given = parseListUntil(state, ')', parseExpression)
  const place = placeFrom(state, start)
  const [first] = given
  if (isExists(name) && given.length === 1 && first?.kind === 'pattern') return { ...first, ...place }
  const isNormalize = name.text.toLowerCase() === 'normalize'
  return { kind: 'call', name, distinct, arguments: isNormalize ? given.map(asNormalForm) : given, ...place }
}

function parseCountRows(state: ParserState): Expression {
  const { start } = advance(state)
  expectSymbol(state, '(')
  expectSymbol(state, '*')
  expectSymbol(state, ')')
  return { kind: 'count rows', ...placeFrom(state, start) }
}

/** Whether this word stands before the argument, and is not itself a variable or the name of a function. */
function isModifier(state: ParserState, word: string): boolean {
  if (!isWord(state, word) || !startsOperand(state, 1)) return false
  return word === 'DISTINCT' || peek(state, 1).kind !== 'symbol'
}

/** The form that normalize() takes is a word of its own, which is given on as a text. */
function asNormalForm(given: Expression, index: number): Expression {
  if (index !== 1 || given.kind !== 'variable' || !/^NFK?[CD]$/i.test(given.name)) return given
  const { start, end } = given
  return { kind: 'literal', value: given.name.toUpperCase(), start, end }
}

function isExists({ text }: Name): boolean {
  return text.toLowerCase() === 'exists'
}

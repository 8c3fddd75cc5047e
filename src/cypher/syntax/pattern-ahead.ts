/** Looks ahead whether a pattern stands at a bracket, or an expression: a few tokens decide, however long both are. */
import type { ParserState } from './parser-state.ts'
import { isDash, isLeftHead, isNameToken, isRightHead, isSymbolToken, type Token } from './tokens.ts'

/**
 * Whether the `(` at an offset from the next token begins a pattern of at least one relationship: `(a)-->(b)`, but not
 * `(a)-1` or `(a)-(b)`.
 */
export function isPatternAhead(state: ParserState, offset = 0): boolean {
  const opening = state.position + offset
  if (!isSymbolToken(state.tokens[opening], '(') || !isElement(state, opening)) return false
  const closing = state.closings[opening] ?? -1
  return closing !== -1 && isRelationship(state, closing + 1)
}

const afterNodeName = [')', ':', '{']
const afterRelationshipName = [']', ':', '{', '*']

/** Whether what is in the bracket at an index may be a node pattern or, in `[`, the detail of a relationship. */
function isElement({ tokens }: ParserState, opening: number): boolean {
  const symbols = isSymbolToken(tokens[opening], '(') ? afterNodeName : afterRelationshipName
  const first = tokens[opening + 1]
  return goesOn(first, symbols) || (isNameToken(first) && goesOn(tokens[opening + 2], symbols))
}

/** Whether a token may follow the name in a pattern's brackets. */
function goesOn(token: Token | undefined, symbols: readonly string[]): boolean {
  if (token?.kind === 'parameter') return true
  if (token?.kind === 'symbol') return symbols.includes(token.text)
  return token?.keyword === 'IS' || token?.keyword === 'WHERE'
}

function isRelationship(state: ParserState, start: number): boolean {
  const { tokens } = state
  const line = isLeftHead(tokens[start]) ? start + 1 : start
  if (!isDash(tokens[line])) return false
  const end = isSymbolToken(tokens[line + 1], '[') ? afterDetail(state, line + 1) : line + 1
  if (!isDash(tokens[end])) return false
  const opening = isRightHead(tokens[end + 1]) ? end + 2 : end + 1
  return isSymbolToken(tokens[opening], '(') && isElement(state, opening)
}

/** The index after the detail of a relationship that opens at an index, or -1 where there is none. */
function afterDetail(state: ParserState, opening: number): number {
  const closing = state.closings[opening] ?? -1
  return closing !== -1 && isElement(state, opening) ? closing + 1 : -1
}

/** The indexes of a symbol directly within the brackets that open at an index, in order. */
export function symbolsWithin({ tokens, closings }: ParserState, opening: number, symbol: string): number[] {
  const closing = closings[opening] ?? -1
  const found: number[] = []
  for (let index = opening + 1; index < closing; index++) {
    if (isSymbolToken(tokens[index], symbol)) found.push(index)
    const inner = closings[index] ?? -1
    if (inner !== -1) index = inner
  }
  return found
}

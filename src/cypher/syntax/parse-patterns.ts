/** Node patterns and relationship patterns. */
import { syntaxError } from '../cypher-error.ts'
import type { Expression, Name, NodePattern, RelationshipPattern } from './ast.ts'
import { integerLiteral } from './number-literals.ts'
import { parseMapLiteral } from './parse-maps.ts'
import { parseLabels, parseRelationshipTypes } from './parse-labels.ts'
import { parseWhere } from './parse-clauses.ts'
import {
  advance,
  enter,
  expectName,
  expectSymbol,
  isName,
  isSymbol,
  isWord,
  leave,
  peek,
  placeFrom,
  takeSymbol,
  type ParserState,
} from './parser-state.ts'
import { isDash, isLeftHead, isRightHead } from './tokens.ts'
import { unexpected } from './unexpected.ts'

// NodePattern = '(' [Name] [Labels] [Properties] [Where] ')'
/** A node pattern. Throws a SyntaxError where there is none. */
export function parseNodePattern(state: ParserState): NodePattern {
  if (!isSymbol(state, '(')) throw unexpected(state, "a node such as '(n)'")
  enter(state)
  const { start } = advance(state)
  const variable = parseElementVariable(state)
  const labels = isSymbol(state, ':') || isWord(state, 'IS') ? { labels: parseLabels(state) } : {}
  const properties = parseProperties(state)
  const where = parseWhere(state)
  expectSymbol(state, ')', hintAfterElement(state, ')'))
  leave(state)
  return { ...variable, ...labels, ...properties, ...where, ...placeFrom(state, start) }
}

/** The name of a node or relationship, where one stands and not the keyword IS or WHERE. */
function parseElementVariable(state: ParserState): { readonly variable?: Name } {
  if (!isName(state)) return {}
  const isKeyword =
    (isWord(state, 'IS') && isLabelTerm(state)) || (isWord(state, 'WHERE') && !endsVariable(state))
  return isKeyword ? {} : { variable: expectName(state, 'a name') }
}

function isLabelTerm(state: ParserState): boolean {
  if (isWord(state, 'WHERE', 1) || isWord(state, 'IS', 1)) return false
  return isName(state, 1) || ['%', '!', '('].some((symbol) => isSymbol(state, symbol, 1))
}

function endsVariable(state: ParserState): boolean {
  if (isWord(state, 'WHERE', 1) || isWord(state, 'IS', 1)) return true
  return [')', ']', ':', '*'].some((symbol) => isSymbol(state, symbol, 1))
}

// Properties = Map | Parameter
function parseProperties(state: ParserState): { readonly properties?: Expression } {
  const token = peek(state)
  if (token.kind === 'parameter') {
    advance(state)
    return { properties: { kind: 'parameter', name: token.text, start: token.start, end: token.end } }
  }
  return isSymbol(state, '{') ? { properties: parseMapLiteral(state) } : {}
}

function hintAfterElement(state: ParserState, closing: string): string | undefined {
  if (isSymbol(state, ':')) return 'Labels stand before the properties.'
  if (isSymbol(state, '{')) return 'Properties stand before WHERE.'
  if (isSymbol(state, '=')) return 'Write properties as {name: value}.'
  if (closing !== ')' || !isName(state) || isWord(state, 'WHERE')) return undefined
  return beginsAfterPattern(state)
    ? 'Close the node before: (n).'
    : 'A label stands after a colon: (n:Label).'
}

/** Whether a word comes that may follow the pattern, so that its bracket has been forgotten. */
function beginsAfterPattern(state: ParserState): boolean {
  return ['RETURN', 'WITH', 'MATCH', 'OPTIONAL', 'UNWIND', 'CALL'].some((word) => isWord(state, word))
}

// RelationshipPattern = ['<'] '-' ['[' RelationshipDetail ']'] '-' ['>']
/** A relationship pattern. Arrow signs may be any of the dashes and brackets that look like them. */
export function parseRelationshipPattern(state: ParserState): RelationshipPattern {
  const { start } = peek(state)
  const isLeft = isLeftHead(peek(state))
  if (isLeft) advance(state)
  expectDash(state)
  const detail = isSymbol(state, '[') ? parseRelationshipDetail(state) : {}
  expectDash(state)
  const isRight = isRightHead(peek(state))
  if (isRight) advance(state)
  const direction = isLeft === isRight ? 'both' : isLeft ? 'left' : 'right'
  return { ...detail, direction, ...placeFrom(state, start) }
}

function expectDash(state: ParserState): void {
  if (!isDash(peek(state))) throw unexpected(state, "'-'", 'Write a relationship as -[:TYPE]-> or -->.')
  advance(state)
}

type RelationshipDetail = Omit<RelationshipPattern, 'direction' | 'start' | 'end'>

// RelationshipDetail = [Name] [Types] [Length] [Properties] [Where]
function parseRelationshipDetail(state: ParserState): RelationshipDetail {
  enter(state)
  expectSymbol(state, '[')
  const variable = parseElementVariable(state)
  const types = isSymbol(state, ':') || isWord(state, 'IS') ? { types: parseRelationshipTypes(state) } : {}
  const length = isSymbol(state, '*') ? { length: parseLength(state) } : {}
  if (isSymbol(state, '..')) throw lengthError(state, "A length needs '*' before it.")
  const properties = parseProperties(state)
  const detail = { ...variable, ...types, ...length, ...properties }
  refuseConditionOnLength(state, detail)
  const where = parseWhere(state)
  expectSymbol(state, ']', hintAfterElement(state, ']'))
  leave(state)
  return { ...detail, ...where }
}

// Length = '*' [Integer] ['..' [Integer]]
function parseLength(state: ParserState): NonNullable<RelationshipPattern['length']> {
  const { start } = advance(state)
  if (isSymbol(state, '-')) throw lengthError(state, 'A length cannot be negative.')
  const minimum = parseBound(state)
  if (!takeSymbol(state, '..')) {
    const fixed = minimum === undefined ? {} : { minimum, maximum: minimum }
    return { ...fixed, ...placeFrom(state, start) }
  }
  const maximum = parseBound(state)
  return {
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...placeFrom(state, start),
  }
}

function parseBound(state: ParserState): bigint | undefined {
  return peek(state).kind === 'number' ? integerLiteral(advance(state)) : undefined
}

function lengthError(state: ParserState, message: string): Error {
  return syntaxError('InvalidRelationshipPattern', message, peek(state), 'Write a length as *2 or *1..3.')
}

function refuseConditionOnLength(state: ParserState, { length, types }: RelationshipDetail): void {
  if (length === undefined) return
  if (isWord(state, 'WHERE')) {
    throw syntaxError(
      'UnsupportedSyntax',
      'A relationship of variable length cannot have WHERE.',
      peek(state),
      'Write the condition in the WHERE of the clause: all(r IN relationships(p) WHERE …).',
    )
  }
  if (types && !isAlternative(types)) {
    throw syntaxError(
      'UnsupportedSyntax',
      "A relationship of variable length can only have types with '|' between them.",
      types,
      'Write the condition in the WHERE of the clause: all(r IN relationships(p) WHERE …).',
    )
  }
}

function isAlternative(types: NonNullable<RelationshipDetail['types']>): boolean {
  if (types.kind === 'or labels') return isAlternative(types.left) && isAlternative(types.right)
  return types.kind === 'label'
}

/** Path patterns: nodes with relationships between them, also within shortestPath. */
import { syntaxError } from '../cypher-error.ts'
import type { Name, NodePattern, PathPattern, RelationshipPattern } from './ast.ts'
import { parseNodePattern, parseRelationshipPattern } from './parse-patterns.ts'
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
  type ParserState,
} from './parser-state.ts'
import { isDash, isLeftHead } from './tokens.ts'
import { unexpected } from './unexpected.ts'

// PathPattern = [Name '='] (ShortestPath | PathElement)
/** A path pattern, perhaps with a name or in shortestPath. Throws a SyntaxError where it cannot be read. */
export function parsePathPattern(state: ParserState): PathPattern {
  const { start } = peek(state)
  const variable = parsePathVariable(state)
  refuseSelector(state)
  const path = isShortestPath(state) ? parseShortestPath(state) : parsePathElement(state)
  return { ...variable, ...path, ...placeFrom(state, start) }
}

function parsePathVariable(state: ParserState): { readonly variable?: Name } {
  if (!isName(state) || !isSymbol(state, '=', 1)) return {}
  const variable = expectName(state, 'a name')
  advance(state)
  return { variable }
}

/** Refuses `SHORTEST 2`, `ANY SHORTEST`, `ALL` and match modes by name. */
function refuseSelector(state: ParserState): void {
  const isSelector = ['SHORTEST', 'ANY', 'ALL', 'REPEATABLE', 'DIFFERENT'].some((word) => isWord(state, word))
  if (!isSelector || isSymbol(state, '=', 1)) return
  const token = peek(state)
  const written = isWord(state, 'SHORTEST', 1) ? `${token.keyword} SHORTEST` : token.keyword
  throw syntaxError(
    'UnsupportedSyntax',
    `${written} before a pattern is not supported.`,
    token,
    written.endsWith('SHORTEST')
      ? 'Write shortestPath((a)-[*]->(b)) or allShortestPaths((a)-[*]->(b)).'
      : 'Leave it out.',
  )
}

/** Whether shortestPath or allShortestPaths and its bracket come next. */
export function isShortestPath(state: ParserState): boolean {
  return (isWord(state, 'SHORTESTPATH') || isWord(state, 'ALLSHORTESTPATHS')) && isSymbol(state, '(', 1)
}

// ShortestPath = ('shortestPath' | 'allShortestPaths') '(' PathElement ')'
/** A shortest path; anything but one relationship between two nodes is refused with a SyntaxError. */
export function parseShortestPath(state: ParserState): PathPattern {
  const token = advance(state)
  const shortest = token.keyword === 'SHORTESTPATH' ? 'shortestPath' : 'allShortestPaths'
  expectSymbol(state, '(')
  const path = parsePathElement(state)
  expectSymbol(state, ')')
  const place = placeFrom(state, token.start)
  if (path.relationships.length !== 1) {
    throw syntaxError(
      'InvalidShortestPath',
      `${shortest} needs a pattern of one relationship between two nodes.`,
      place,
      `Write ${shortest}((a)-[*]->(b)).`,
    )
  }
  return { ...path, shortest, ...place }
}

// PathElement = '(' PathElement ')' | NodePattern { RelationshipPattern NodePattern }
/** Nodes with relationships between them. Throws a SyntaxError where it cannot be read. */
export function parsePathElement(state: ParserState): PathPattern {
  if (isSymbol(state, '(') && isSymbol(state, '(', 1)) return parseParenthesizedPath(state)
  const { start } = peek(state)
  const nodes: NodePattern[] = [parseNodePattern(state)]
  const relationships: RelationshipPattern[] = []
  while (isArrow(state)) {
    relationships.push(parseRelationshipPattern(state))
    refuseQuantifier(state)
    if (isSymbol(state, '(') && isSymbol(state, '(', 1)) throw quantifiedPath(state)
    nodes.push(parseNodePattern(state))
  }
  if (isSymbol(state, '(')) throw adjacentNodes(state)
  return { nodes, relationships, ...placeFrom(state, start) }
}

function isArrow(state: ParserState): boolean {
  return isDash(peek(state)) || (isLeftHead(peek(state)) && isDash(peek(state, 1)))
}

function parseParenthesizedPath(state: ParserState): PathPattern {
  enter(state)
  const { start } = expectSymbol(state, '(')
  const path = parsePathElement(state)
  if (isWord(state, 'WHERE')) {
    throw unexpected(state, "')'", 'Write the condition in the WHERE of the MATCH.')
  }
  expectSymbol(state, ')')
  refuseQuantifier(state)
  if (isArrow(state) || isSymbol(state, '(')) throw quantifiedPath(state)
  leave(state)
  return { ...path, ...placeFrom(state, start) }
}

function refuseQuantifier(state: ParserState): void {
  if (['{', '+', '*'].some((symbol) => isSymbol(state, symbol))) throw quantifiedPath(state)
}

function quantifiedPath(state: ParserState): Error {
  return syntaxError(
    'UnsupportedSyntax',
    'Quantified path patterns are not supported.',
    peek(state),
    'Write the length within the relationship, such as -[:TYPE*1..3]->.',
  )
}

function adjacentNodes(state: ParserState): Error {
  return unexpected(
    state,
    'a relationship between the nodes',
    'Write (a)-->(b) for neighbours, or (a), (b) for any two nodes.',
  )
}

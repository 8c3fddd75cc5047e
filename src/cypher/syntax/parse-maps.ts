/** What stands in braces: maps and map projections. */
import type { Expression, MapEntry, MapProjectionEntry } from './ast.ts'
import { parseExpression } from './parse-expressions.ts'
import {
  enter,
  expectName,
  expectSymbol,
  leave,
  parseListUntil,
  peek,
  placeFrom,
  takeSymbol,
  type ParserState,
} from './parser-state.ts'

// Map = '{' [MapEntry { ',' MapEntry }] '}'
/** A map literal. Throws a SyntaxError where it cannot be read. */
export function parseMapLiteral(state: ParserState): Expression {
  enter(state)
  const { start } = expectSymbol(state, '{')
  const entries = parseListUntil(state, '}', parseMapEntry)
  leave(state)
  return { kind: 'map', entries, ...placeFrom(state, start) }
}

// MapEntry = Name ':' Expression
function parseMapEntry(state: ParserState): MapEntry {
  const key = expectName(state, 'a key')
  expectSymbol(state, ':')
  return { key, value: parseExpression(state) }
}

// MapProjection = Name '{' [MapProjectionEntry { ',' MapProjectionEntry }] '}'
/** A map projection. Throws a SyntaxError where it cannot be read. */
export function parseMapProjection(state: ParserState): Expression {
  const { start } = peek(state)
  const subject = expectName(state, 'a variable')
  expectSymbol(state, '{')
  const entries = parseListUntil(state, '}', parseMapProjectionEntry)
  return { kind: 'map projection', subject, entries, ...placeFrom(state, start) }
}

// MapProjectionEntry = '.' '*' | '.' Name | Name ':' Expression | Name
function parseMapProjectionEntry(state: ParserState): MapProjectionEntry {
  const { start } = peek(state)
  if (takeSymbol(state, '.')) {
    if (takeSymbol(state, '*')) return { kind: 'all properties', ...placeFrom(state, start) }
    const property = expectName(state, "the name of a property or '*'")
    return { kind: 'property', name: property, ...placeFrom(state, start) }
  }
  const name = expectName(state, "'.name', '.*', 'key: value' or a variable")
  if (!takeSymbol(state, ':')) return { kind: 'variable', name, ...placeFrom(state, start) }
  const value = parseExpression(state)
  return { kind: 'entry', key: name, value, ...placeFrom(state, start) }
}

/** Types after `IS ::`. */
import type { TypeExpression, TypeName } from './ast.ts'
import {
  areWords,
  enter,
  expectSymbol,
  isSymbol,
  isWord,
  leave,
  peek,
  placeFrom,
  takeSymbol,
  takeWord,
  takeWords,
  type ParserState,
} from './parser-state.ts'
import { unexpected } from './unexpected.ts'

// Type = ListType { '|' ListType }
/** A type, or several of which one is to fit. Throws a SyntaxError where there is none. */
export function parseType(state: ParserState): TypeExpression {
  enter(state)
  const { start } = peek(state)
  const types = [parseListType(state)]
  while (!state.projectionBars.has(state.position) && takeSymbol(state, '|')) types.push(parseListType(state))
  leave(state)
  const [only] = types
  return only && types.length === 1 ? only : { kind: 'any of', types, ...placeFrom(state, start) }
}

// ListType = SimpleType [NotNull] { ('LIST' | 'ARRAY') [NotNull] }
function parseListType(state: ParserState): TypeExpression {
  const { start } = peek(state)
  let type = parseSimpleType(state)
  while (takeWord(state, 'LIST') || takeWord(state, 'ARRAY')) {
    const notNull = parseNotNull(state)
    type = { kind: 'list type', item: type, notNull, ...placeFrom(state, start) }
  }
  return type
}

// NotNull = 'NOT' 'NULL' | '!'
function parseNotNull(state: ParserState): boolean {
  return takeWords(state, 'NOT', 'NULL') || takeSymbol(state, '!')
}

// SimpleType = ('LIST' | 'ARRAY') '<' Type '>' | 'ANY' ['VALUE'] '<' Type '>' | TypeName
function parseSimpleType(state: ParserState): TypeExpression {
  const { start } = peek(state)
  if (takeWord(state, 'LIST') || takeWord(state, 'ARRAY')) {
    const item = parseInner(state)
    const notNull = parseNotNull(state)
    return { kind: 'list type', item, notNull, ...placeFrom(state, start) }
  }
  const name = parseTypeName(state)
  if (name === 'ANY' && isSymbol(state, '<')) {
    const inner = parseInner(state)
    const types = inner.kind === 'any of' ? inner.types : [inner]
    return { kind: 'any of', types, ...placeFrom(state, start) }
  }
  const notNull = parseNotNull(state)
  return { kind: 'type', name, notNull, ...placeFrom(state, start) }
}

function parseInner(state: ParserState): TypeExpression {
  expectSymbol(state, '<')
  const type = parseType(state)
  expectSymbol(state, '>')
  return type
}

/** The names of types, the longest of those that begin alike first. */
const typeNames: readonly (readonly [words: readonly string[], name: TypeName])[] = [
  [['NOTHING'], 'NOTHING'],
  [['NULL'], 'NULL'],
  [['BOOL'], 'BOOLEAN'],
  [['BOOLEAN'], 'BOOLEAN'],
  [['STRING'], 'STRING'],
  [['VARCHAR'], 'STRING'],
  [['INT'], 'INTEGER'],
  [['INTEGER'], 'INTEGER'],
  [['SIGNED', 'INTEGER'], 'INTEGER'],
  [['FLOAT'], 'FLOAT'],
  [['DATE'], 'DATE'],
  [['LOCAL', 'TIME'], 'LOCAL TIME'],
  [['TIME', 'WITHOUT', 'TIMEZONE'], 'LOCAL TIME'],
  [['TIME', 'WITHOUT', 'TIME', 'ZONE'], 'LOCAL TIME'],
  [['ZONED', 'TIME'], 'ZONED TIME'],
  [['TIME', 'WITH', 'TIMEZONE'], 'ZONED TIME'],
  [['TIME', 'WITH', 'TIME', 'ZONE'], 'ZONED TIME'],
  [['LOCAL', 'DATETIME'], 'LOCAL DATETIME'],
  [['TIMESTAMP', 'WITHOUT', 'TIMEZONE'], 'LOCAL DATETIME'],
  [['TIMESTAMP', 'WITHOUT', 'TIME', 'ZONE'], 'LOCAL DATETIME'],
  [['ZONED', 'DATETIME'], 'ZONED DATETIME'],
  [['TIMESTAMP', 'WITH', 'TIMEZONE'], 'ZONED DATETIME'],
  [['TIMESTAMP', 'WITH', 'TIME', 'ZONE'], 'ZONED DATETIME'],
  [['DURATION'], 'DURATION'],
  [['POINT'], 'POINT'],
  [['NODE'], 'NODE'],
  [['VERTEX'], 'NODE'],
  [['RELATIONSHIP'], 'RELATIONSHIP'],
  [['EDGE'], 'RELATIONSHIP'],
  [['MAP'], 'MAP'],
  [['PATH'], 'PATH'],
  [['PATHS'], 'PATH'],
  [['PROPERTY', 'VALUE'], 'PROPERTY VALUE'],
]

const namesAfterAny: ReadonlySet<TypeName> = new Set(['NODE', 'RELATIONSHIP', 'MAP', 'PROPERTY VALUE'])

// TypeName = one of typeNames | 'ANY' ['VALUE' | 'NODE' | 'RELATIONSHIP' | 'MAP' | 'PROPERTY' 'VALUE']
function parseTypeName(state: ParserState): TypeName {
  if (takeWord(state, 'ANY')) return parseNameAfterAny(state)
  const found = typeNames.find(([words]) => areWords(state, ...words))
  if (!found) throw unexpected(state, 'a type such as INTEGER or LIST<STRING>', typeHint(state))
  takeWords(state, ...found[0])
  return found[1]
}

function parseNameAfterAny(state: ParserState): TypeName {
  const found = typeNames.find(([words, name]) => namesAfterAny.has(name) && areWords(state, ...words))
  if (found) takeWords(state, ...found[0])
  else takeWord(state, 'VALUE')
  return found?.[1] ?? 'ANY'
}

function typeHint(state: ParserState): string | undefined {
  if (isWord(state, 'DATETIME') || isWord(state, 'TIMESTAMP'))
    return 'Write ZONED DATETIME or LOCAL DATETIME.'
  if (isWord(state, 'TIME')) return 'Write ZONED TIME or LOCAL TIME.'
  return isWord(state, 'NUMBER') ? 'Write INTEGER | FLOAT.' : undefined
}

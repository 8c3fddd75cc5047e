/** The error for a token that cannot stand where it stands. */
import { syntaxError, type CypherError } from '../cypher-error.ts'
import { shortened } from '../quoted.ts'
import type { ParserState } from './parser-state.ts'
import { similarWord } from './similar-word.ts'
import { plainArrowSign, type Token } from './tokens.ts'

/** The error for the next token: what was expected instead, such as `')'` or `an expression`, and what to write. */
export function unexpected(state: ParserState, expected: string, hint?: string): CypherError {
  const token = state.tokens[state.position] ?? state.tokens.at(-1)
  if (token === undefined) return syntaxError('UnexpectedSyntax', `Expected ${expected}.`)
  if (token.fault) return syntaxError(token.fault.detail, token.fault.message, token, token.fault.hint)
  const plain = token.kind === 'symbol' ? plainArrowSign(token.text) : undefined
  if (plain !== undefined) {
    return syntaxError(
      'InvalidUnicodeCharacter',
      `The character '${token.text}' can only stand in the arrow of a relationship.`,
      token,
      `Write ${plain}.`,
    )
  }
  return syntaxError(
    'UnexpectedSyntax',
    `Expected ${expected} but found ${describe(token)}.`,
    token,
    hint ?? hintFor(state, token, expected),
  )
}

/** A token as it is named in a message. */
function describe(token: Token): string {
  switch (token.kind) {
    case 'end':
      return 'the end of the query'
    case 'string':
      return `the string '${shortened(token.text)}'`
    case 'parameter':
      return `the parameter $${shortened(token.text)}`
    default:
      return `'${shortened(token.text)}'`
  }
}

/** Hints for words of other languages and other versions. */
const foreignWords = new Map([
  ['LIKE', 'Write CONTAINS, STARTS WITH, ENDS WITH, or =~ with a regular expression.'],
  ['SELECT', 'Cypher asks with MATCH … RETURN ….'],
  ['FROM', 'Cypher asks with MATCH … RETURN ….'],
  ['GROUP', 'There is no GROUP BY: the items without an aggregation are the groups.'],
  ['HAVING', 'There is no HAVING: write WITH … WHERE ….'],
  ['BETWEEN', 'Write low <= value <= high.'],
  ['JOIN', 'Join with a pattern: (a)-[:TYPE]->(b).'],
  ['FILTER', 'Write WITH * WHERE ….'],
  ['LET', 'Write WITH *, … AS name.'],
])

/** Hints for symbols of other languages. */
const foreignSymbols = new Map([
  ['!=', 'Write <> for “not equal”.'],
  ['==', 'Write = for “equal”.'],
  ['&&', 'Write AND.'],
  ['!', 'Write NOT.'],
])

function hintFor(state: ParserState, token: Token, expected: string): string | undefined {
  if (token.kind === 'symbol') {
    const before = state.tokens[state.position - 1]
    const isDoubled = before?.end === token.start && before.text === token.text
    return foreignSymbols.get(isDoubled ? before.text + token.text : token.text)
  }
  if (token.kind === 'end' || token.keyword === '') return undefined
  const foreign = foreignWords.get(token.keyword)
  if (foreign !== undefined || expected.startsWith('an expression')) return foreign
  const similar = similarWord(token.keyword)
  return similar === undefined ? undefined : `Did you mean ${similar}?`
}

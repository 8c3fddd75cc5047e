import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CypherError } from '../../../src/cypher/cypher-error.ts'
import { parseStatement } from '../../../src/cypher/syntax/parse.ts'
import { renderCypherError } from '../../../src/cypher/syntax/render-error.ts'
import { faultOf } from './faults.ts'

describe('10,000 levels of nesting are refused', () => {
  const nest = (open: string, inner: string, close: string): string =>
    open.repeat(10_000) + inner + close.repeat(10_000)
  test.each([
    ['brackets', `RETURN ${nest('(', '1', ')')}`],
    ['brackets that stay open', `RETURN ${'('.repeat(10_000)}`],
    ['lists', `RETURN ${nest('[', '', ']')}`],
    ['comprehensions', `RETURN ${nest('[x IN ', '[]', ']')}`],
    ['lists that begin like comprehensions', `RETURN ${nest('[x IN y, ', '1', ']')}`],
    ['maps', `RETURN ${nest('{a: ', '1', '}')}`],
    ['map projections', `RETURN ${nest('n {a: ', '1', '}')}`],
    ['calls', `RETURN ${nest('f(', '1', ')')}`],
    ['NOT', `RETURN ${nest('NOT ', 'true', '')}`],
    ['signs', `RETURN ${nest('- ', 'x', '')}`],
    ['CASE', `RETURN ${nest('CASE WHEN ', '1', ' THEN 1 END')}`],
    ['properties', `RETURN n${'.a'.repeat(10_000)}`],
    ['indexes', `RETURN n${'[0]'.repeat(10_000)}`],
    ['IS NULL', `RETURN n${' IS NULL'.repeat(10_000)}`],
    ['label brackets', `MATCH (n:${nest('(', 'A', ')')}) RETURN n`],
    ['label negations', `MATCH (n:${nest('!', 'A', '')}) RETURN n`],
    ['path brackets', `MATCH ${nest('(', '', ')')} RETURN 1`],
    ['pattern comprehensions', `RETURN ${nest('[(a)-->(b WHERE ', '1', ') | 1]')}`],
    ['subqueries', nest('CALL { ', 'RETURN 1', ' }')],
    ['EXISTS', `MATCH (n) WHERE ${nest('EXISTS { MATCH (n) WHERE ', 'true', ' }')} RETURN 1`],
    ['types', `RETURN 1 IS :: ${nest('LIST<', 'INT', '>')}`],
    ['types after each other', `RETURN 1 IS :: INT${' LIST'.repeat(10_000)}`],
  ])('%s', (_, text) => {
    expect(faultOf(text)).toMatchObject({
      errorClass: 'SyntaxError',
      detail: 'NestingTooDeep',
      message: 'The query is nested too deep here.',
    })
  })
})

test('100 levels are fine', () => {
  expect(() => parseStatement(`RETURN ${'(1 + '.repeat(100)}1${')'.repeat(100)}`)).not.toThrow()
})

describe('long flat texts are read', () => {
  test.each([
    ['sums', `RETURN ${'1+'.repeat(100_000)}1`],
    ['conditions', `MATCH (n) WHERE ${'a AND '.repeat(30_000)}b RETURN n`],
    ['comparisons', `RETURN ${'a < '.repeat(30_000)}b`],
    ['lists', `RETURN [${'1,'.repeat(30_000)}1]`],
    ['labels', `MATCH (n:A${'|B'.repeat(30_000)}) RETURN n`],
    ['paths', `MATCH (a)${'-->(a)'.repeat(20_000)} RETURN a`],
    ['clauses', `${'MATCH (a) '.repeat(999)}RETURN a`],
  ])('%s', (_, text) => {
    expect(() => parseStatement(text)).not.toThrow()
  })
})

const pieces = [
  ...[
    'MATCH',
    'RETURN',
    'WITH',
    'WHERE',
    'UNWIND',
    'AS',
    'CALL',
    'EXISTS',
    'COUNT',
    'CASE',
    'WHEN',
    'THEN',
    'END',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '-',
    '->',
    '<-',
    '..',
    '*',
    ':',
    '|',
    ',',
    '.',
    '=',
    '<',
    '>',
    '!',
    '%',
    '::',
  ],
  ...[
    'n',
    'r',
    'p =',
    '$a',
    "'",
    '"',
    '`',
    '\\',
    '1',
    '0x',
    '1e',
    '—',
    '/*',
    '//',
    '\n',
    'IN',
    'IS',
    'NOT',
    'NULL',
  ],
  ...['(n)-->(m)', '[x IN xs', 'all(', 'reduce(', 'shortestPath(', '\u202E', '\uD800', '😀', 'UNION', 'SET'],
]

test('any text gives a tree or a CypherError that can be shown', () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 30 })
  fc.assert(
    fc.property(texts, (words) => {
      const text = words.join(' ')
      try {
        parseStatement(text)
      } catch (error) {
        if (!(error instanceof CypherError)) throw error
        expect(error.place).toBeDefined()
        expect(renderCypherError(error, text)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/)
      }
    }),
    { numRuns: 2000 },
  )
})

import { describe, expect, test } from 'vitest'
import { readParameters } from '../../src/cli/query-parameters.ts'
import type { CypherParameter } from '../../src/cypher/result.ts'

describe('readParameters', () => {
  test.each<[string, CypherParameter]>([
    ['51', 51n],
    ['-51', -51n],
    ['+1', 1n],
    ['0x1F', 31n],
    ['9223372036854775807', 2n ** 63n - 1n],
    ['-9223372036854775808', -(2n ** 63n)],
    ['51.0', 51],
    ['.5', 0.5],
    ['1e3', 1000],
    ['true', true],
    ['FALSE', false],
    ['null', null],
    ["'51'", '51'],
    ['"a \\n b"', 'a \n b'],
    ["''", ''],
    [' 51 ', 51n],
    ['["a","b"]', ['a', 'b']],
    ['[1, [2.0, {b: null}], -3]', [1n, [2, { b: null }], -3n]],
    ['{a: 1, `b c`: []}', { a: 1n, 'b c': [] }],
  ])('a literal is what it says: %s', (text, value) => {
    expect(readParameters([`x=${text}`])).toEqual({ x: value })
  })

  test.each([
    '',
    '=',
    'a=b',
    '2024-08-01',
    'Edmundo González',
    "O'Brien",
    "'a",
    '"Hello" he said',
    '1 + 1',
    '007',
    '5 // 6',
    '51;',
    '$other',
    'https://example.org/?a=b',
    'date("2024-08-01")',
    '99999999999999999999 bottles',
    'line\nbreak',
  ])('all else is text: %j', (text) => {
    expect(readParameters([`x=${text}`])).toEqual({ x: text })
  })

  test.each(['[1, 2', '[a]', '{a: b}', '{"a": 1}', '['.repeat(100_000)])(
    'no list or map is %.10s',
    (text) => {
      expect(() => readParameters([`x=${text}`])).toThrow(
        "--param gives `x` a list or map that is none of Cypher; write it as in ['a', 'b'] or {a: 1}, or put it in quotes to make it text.",
      )
    },
  )

  test('a text is composed, as names in the graph are', () => {
    expect(readParameters(['x=Gonza\u0301lez'])).toEqual({ x: 'González' })
  })

  test('names are all before the first =, and may be given with their $', () => {
    expect(readParameters(['$a=1', 'b c=2', 'constructor=3', 'd==e'])).toEqual({
      a: 1n,
      'b c': 2n,
      constructor: 3n,
      d: '=e',
    })
    expect(Object.entries(readParameters(['__proto__=1']))).toEqual([['__proto__', 1n]])
    expect(Object.entries(readParameters(['x={`__proto__`: 1}'])['x'] ?? {})).toEqual([['__proto__', 1n]])
  })

  test.each([
    [['a'], /^--param takes name=value, not `a`; write it as in --param day=2024-08-01\.$/],
    [['=1'], /^--param takes name=value, not `=1`/],
    [['$=1'], /^--param takes name=value/],
    [['a=1', '$a=2'], /^--param gives `a` twice; leave one of them out\.$/],
    [['a=9223372036854775808'], /^--param gives `a` a number that is out of range; put it in quotes/],
    [['a=-1e400'], /out of range/],
  ])('%j is refused', (given, message) => {
    expect(() => readParameters(given)).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringMatching(message) as string }),
    )
  })
})

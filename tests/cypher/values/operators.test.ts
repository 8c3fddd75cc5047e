import { describe, expect, test } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import { indexInto, isIn, slice } from '../../../src/cypher/values/list-operators.ts'
import { floatText, textLength, toText } from '../../../src/cypher/values/text.ts'
import { contains, endsWith, matches, startsWith } from '../../../src/cypher/values/text-operators.ts'
import { faultOf } from '../functions/test-context.ts'
import { listGraph } from '../list-graph.ts'

describe('IN', () => {
  test.each<[Value, Value, boolean | null]>([
    [3n, [1n, null, 3n], true],
    [4n, [1n, null, 3n], null],
    [null, [], false],
    [null, [1n], null],
    [1n, null, null],
    [[1n, 2n], [1n, [1n, 2n]], true],
    [
      [1n, 2n],
      [
        [null, 2n],
        [1n, 2n],
      ],
      true,
    ],
    [[1n, 2n], [[null, 'foo']], false],
    ['1', [1n], false],
  ])('%o in %o: %o', (value, list, expected) => {
    expect(isIn(value, list)).toBe(expected)
  })

  test('needs a list', () => {
    expect(faultOf(() => isIn(1n, 'a'))).toBe(
      'TypeError InvalidArgumentType: IN looks for a value in a LIST, but is given a STRING.',
    )
  })
})

describe('[ ]', () => {
  const graph = listGraph({
    nodes: [{ properties: { name: 'Ann' } }],
    relationships: [{ type: 'T', from: 0, to: 0, properties: { since: 2020n } }],
  })

  test.each<[Value, Value, Value]>([
    [[1n, 2n, 3n], 0n, 1n],
    [[1n, 2n, 3n], -1n, 3n],
    [[1n], 1n, null],
    [[1n], -2n, null],
    [[1n], 2n ** 62n, null],
    [null, 0n, null],
    [[1n], null, null],
    [new Map([['__proto__', 1n]]), '__proto__', 1n],
    [new Map(), 'constructor', null],
    [{ kind: 'node', id: 0 }, 'name', 'Ann'],
    [{ kind: 'relationship', id: 0 }, 'since', 2020n],
  ])('%o[%o]: %o', (subject, index, expected) => {
    expect(indexInto(subject, index, { graph })).toBe(expected)
  })

  test.each<[Value, Value, string]>([
    [[1n], 1.5, 'TypeError InvalidArgumentType: A LIST takes an INTEGER in [ ], but is given a FLOAT.'],
    [[1n], 'a', 'TypeError InvalidArgumentType: A LIST takes an INTEGER in [ ], but is given a STRING.'],
    [new Map(), 0n, 'TypeError MapElementAccessByNonString: '],
    [1n, 0n, 'TypeError InvalidArgumentType: [ ] takes something out of a LIST, MAP, NODE or RELATIONSHIP, '],
    ['abc', 0n, 'but is applied to a STRING.'],
  ])('%o[%o] is an error', (subject, index, message) => {
    expect(faultOf(() => indexInto(subject, index, { graph }))).toContain(message)
  })
})

describe('[ .. ]', () => {
  const list = [1n, 2n, 3n]

  test.each<[Value | undefined, Value | undefined, Value]>([
    [1n, 3n, [2n, 3n]],
    [1n, undefined, [2n, 3n]],
    [undefined, 2n, [1n, 2n]],
    [undefined, undefined, list],
    [0n, 0n, []],
    [-3n, -1n, [1n, 2n]],
    [3n, 1n, []],
    [-5n, 5n, list],
    [null, 3n, null],
    [undefined, null, null],
  ])('from %o to %o: %o', (from, to, expected) => {
    expect(slice(list, from, to)).toEqual(expected)
  })

  test('needs a list and integers', () => {
    expect(slice(null, 0n, 1n)).toBeNull()
    expect(faultOf(() => slice('abc', 0n, 1n))).toContain('TypeError InvalidArgumentType')
    expect(faultOf(() => slice([1n], 0.5, 1n))).toContain(
      'The bounds in [ .. ] must be INTEGERs, but one is a FLOAT.',
    )
  })
})

describe('operators on texts', () => {
  test('compare texts', () => {
    expect(startsWith('abc', 'ab')).toBe(true)
    expect(endsWith('abc', 'ab')).toBe(false)
    expect(contains('abc', '')).toBe(true)
    expect(matches('abc', '(?i)A.*')).toBe(true)
  })

  test('give null for anything else', () => {
    for (const operator of [startsWith, endsWith, contains, matches]) {
      expect(operator('a', null)).toBeNull()
      expect(operator(null, 'a')).toBeNull()
      expect(operator(1n, 'a')).toBeNull()
      expect(operator('a', [])).toBeNull()
    }
  })
})

describe('texts', () => {
  test('are as long as they have code points', () => {
    expect(textLength('😀é')).toBe(2)
    expect(textLength('\uD83Dx')).toBe(2)
    expect(textLength('')).toBe(0)
  })

  test.each([
    [1, '1.0'],
    [2.3, '2.3'],
    [-0, '-0.0'],
    [0.001, '0.001'],
    [0.0001, '1.0E-4'],
    [9999999, '9999999.0'],
    [1e7, '1.0E7'],
    [1.5e300, '1.5E300'],
    [-12345678.9, '-1.23456789E7'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
  ])('of the float %d: %s', (value, expected) => {
    expect(floatText(value)).toBe(expected)
  })

  test('of other values', () => {
    expect(toText(42n)).toBe('42')
    expect(toText(true)).toBe('true')
    expect(toText({ kind: 'date', days: 0 })).toBe('1970-01-01')
    expect(toText([])).toBeUndefined()
    expect(toText(null)).toBeUndefined()
  })
})

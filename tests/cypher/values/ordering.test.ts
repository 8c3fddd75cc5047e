import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import { equals } from '../../../src/cypher/values/equality.ts'
import { compareForOrder, compareValues } from '../../../src/cypher/values/ordering.ts'
import { anyValue } from './arbitrary-value.ts'

const inOrder: readonly Value[] = [
  new Map(),
  new Map([['a', 2n]]),
  new Map([['b', 1n]]),
  { kind: 'node', id: 1 },
  { kind: 'node', id: 2 },
  { kind: 'relationship', id: 0 },
  [],
  ['a'],
  ['a', 1n],
  [1n],
  [1n, 'a'],
  [1n, null],
  [null, 1n],
  [null, 2n],
  { kind: 'path', nodes: [{ kind: 'node', id: 0 }], relationships: [] },
  {
    kind: 'path',
    nodes: [
      { kind: 'node', id: 0 },
      { kind: 'node', id: 1 },
    ],
    relationships: [{ kind: 'relationship', id: 0 }],
  },
  { kind: 'datetime', days: 0, nanoseconds: 0, offset: 0 },
  { kind: 'local datetime', days: 0, nanoseconds: 0 },
  { kind: 'date', days: 0 },
  { kind: 'date', days: 1 },
  { kind: 'time', nanoseconds: 0, offset: 0 },
  { kind: 'local time', nanoseconds: 0 },
  { kind: 'duration', months: 0n, days: 1n, seconds: 0n, nanoseconds: 0 },
  '',
  ' ',
  'B',
  'a',
  'abc',
  'b',
  '\uFFFD',
  '😀',
  false,
  true,
  -Infinity,
  -1.5,
  -1n,
  0.1,
  1n,
  2 ** 53,
  2n ** 53n + 1n,
  Infinity,
  NaN,
  null,
]

describe('compareForOrder', () => {
  test('has all types in order', () => {
    for (const [place, left] of inOrder.entries()) {
      for (const [otherPlace, right] of inOrder.entries()) {
        expect(Math.sign(compareForOrder(left, right)), `${place} and ${otherPlace}`).toBe(
          Math.sign(place - otherPlace),
        )
      }
    }
  })

  test('is a total order', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (one, two, three) => {
        const [order, back] = [compareForOrder(one, two), compareForOrder(two, one)]
        expect(Math.sign(order) + Math.sign(back)).toBe(0)
        if (order <= 0 && compareForOrder(two, three) <= 0) {
          expect(compareForOrder(one, three)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 10_000 },
    )
  })

  test('compares strings by code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        const [one, other] = [left, right].map((text) =>
          Array.from(text, (character) => character.codePointAt(0) ?? 0),
        )
        expect(Math.sign(compareForOrder(left, right))).toBe(
          Math.sign(compareForOrder(numbers(one), numbers(other))),
        )
      }),
    )
  })
})

function numbers(codePoints: readonly number[] = []): Value {
  return codePoints.map(BigInt)
}

describe('compareValues', () => {
  test.each<[Value, Value, number | null]>([
    [1n, 2.5, -1],
    [2n ** 53n + 1n, 2 ** 53, 1],
    [1n, 1, 0],
    [NaN, 1n, NaN],
    [NaN, NaN, NaN],
    [NaN, 'a', null],
    ['a', 'b', -1],
    ['1', 1n, null],
    [false, true, -1],
    [true, 1n, null],
    [null, 1n, null],
    [1n, null, null],
    [[1n, 0n], [1n], 1],
    [[1n, null], [1n], 1],
    [[1n, 2n], [1n, null], null],
    [[1n, 2n], [3n, null], -1],
    [[1n], ['a'], null],
    [[], [], 0],
    [[NaN], [1n], NaN],
    [new Map(), new Map(), null],
    [{ kind: 'node', id: 0 }, { kind: 'node', id: 1 }, null],
    [{ kind: 'date', days: 1 }, { kind: 'date', days: 0 }, 1],
    [{ kind: 'date', days: 1 }, { kind: 'local time', nanoseconds: 0 }, null],
    [
      { kind: 'duration', months: 0n, days: 1n, seconds: 0n, nanoseconds: 0 },
      { kind: 'duration', months: 0n, days: 2n, seconds: 0n, nanoseconds: 0 },
      null,
    ],
  ])('%o and %o: %o', (left, right, expected) => {
    const compared = compareValues(left, right)
    expect(compared === null ? null : Math.sign(compared)).toBe(expected)
  })

  test('agrees with the order and with =', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        const compared = compareValues(left, right)
        if (compared === null || Number.isNaN(compared)) return
        expect(Math.sign(compared)).toBe(Math.sign(compareForOrder(left, right)))
        expect(compared === 0).toBe(equals(left, right))
      }),
      { numRuns: 10_000 },
    )
  })
})

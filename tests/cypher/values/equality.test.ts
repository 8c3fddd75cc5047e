import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import { equals, equivalenceKey } from '../../../src/cypher/values/equality.ts'
import { compareForOrder } from '../../../src/cypher/values/ordering.ts'
import { faultOf, noLimits } from '../functions/test-context.ts'
import { anyValue, hasUnknown } from './arbitrary-value.ts'

const node: Value = { kind: 'node', id: 0 }
const relationship: Value = { kind: 'relationship', id: 0 }
const other: Value = { kind: 'node', id: 1 }

function map(entries: Readonly<Record<string, Value>>): Value {
  return new Map(Object.entries(entries))
}

/** A list within lists. */
function nested(levels: number): Value {
  let value: Value = []
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}

describe('equals', () => {
  test.each<[Value, Value, boolean | null]>([
    [1n, 1, true],
    [1n, 1.5, false],
    [2n ** 53n + 1n, 2 ** 53, false],
    [2n ** 53n, 2 ** 53, true],
    [0, -0, true],
    ['1', 1n, false],
    ['a', 'a', true],
    [true, true, true],
    [true, 1n, false],
    [NaN, NaN, false],
    [NaN, 'a', false],
    [NaN, 1n, false],
    [null, null, null],
    [null, 1n, null],
    [node, node, true],
    [node, other, false],
    [node, relationship, false],
    [node, [], false],
    [[1n, 2n], 'foo', false],
    [[1n, 2n], [1n], false],
    [[null], [1n], null],
    [[1n], [1n, null], false],
    [[1n, 2n], [null, 'foo'], false],
    [[1n, 2n], [null, 2n], null],
    [[[1n], [2n]], [[1n], [null]], null],
    [map({}), map({}), true],
    [map({ k: 1n, l: 2n }), map({ l: 2n, k: 1 }), true],
    [map({}), map({ k: null }), false],
    [map({ k: null }), map({ l: null }), false],
    [map({ k: null }), map({ k: null }), null],
    [map({ k: 1n, l: null }), map({ k: 2n, l: 1n }), false],
    [map({ k: 1n }), [1n], false],
    [{ kind: 'date', days: 1 }, { kind: 'date', days: 1 }, true],
    [{ kind: 'date', days: 1 }, { kind: 'local time', nanoseconds: 1 }, false],
  ])('%o = %o: %o', (left, right, expected) => {
    expect(equals(left, right)).toBe(expected)
    expect(equals(right, left)).toBe(expected)
  })

  test('takes paths for equal that go the same way', () => {
    const path: Value = { kind: 'path', nodes: [node, other], relationships: [relationship] }
    expect(equals(path, { ...path, nodes: [...path.nodes] })).toBe(true)
    expect(equals(path, { ...path, nodes: [other, node] })).toBe(false)
    expect(equals(path, { kind: 'path', nodes: [node], relationships: [] })).toBe(false)
  })

  test('ends in an error where lists are nested very deeply', () => {
    expect(equals(nested(900), nested(900))).toBe(true)
    expect(faultOf(() => equals(nested(100_000), nested(100_000)))).toBe(
      'LimitExceeded NestingDepth: A value has lists or maps nested more than 1,000 levels deep.',
    )
  })

  test('counts the items of lists', () => {
    let steps = 0
    const budget = { ...noLimits, step: (count = 1) => (steps += count) }
    equals(Array(1000).fill(1n), Array(1000).fill(1n), budget)
    expect(steps).toBe(1000)
  })
})

describe('equivalenceKey', () => {
  test('of simple values is cheap', () => {
    expect(equivalenceKey('text')).toBe('text')
    expect(equivalenceKey(5n)).toBe(5)
    expect(equivalenceKey(node)).toBe(node)
    expect(equivalenceKey(null)).toBeNull()
    expect(equivalenceKey(2n ** 60n)).toBe(2n ** 60n)
    expect(equivalenceKey(2 ** 60)).toBe(2n ** 60n)
  })

  test('is shared by null and null, NaN and NaN', () => {
    expect(new Set([NaN, NaN, null, null, 0, -0, 0n].map((value) => equivalenceKey(value))).size).toBe(3)
    expect(equivalenceKey([NaN, null])).toBe(equivalenceKey([NaN, null]))
  })

  test('is shared exactly by values that are the same', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        const isSame = new Set([equivalenceKey(left)]).has(equivalenceKey(right))
        if (!hasUnknown(left) && !hasUnknown(right)) expect(isSame).toBe(equals(left, right))
        expect(isSame).toBe(compareForOrder(left, right) === 0)
      }),
      { numRuns: 20_000 },
    )
  })

  test('is shared by a value and its copy', () => {
    fc.assert(
      fc.property(fc.clone(anyValue, 2), ([left, right]) => {
        expect(new Set([equivalenceKey([left])]).has(equivalenceKey([right]))).toBe(true)
      }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { runtimeError } from '../../../src/cypher/cypher-error.ts'
import type { Value } from '../../../src/cypher/value.ts'
import { call, faultOf, noLimits, testContext } from './test-context.ts'

describe('functions on lists', () => {
  test.each<[string, Value[], Value]>([
    ['head', [[1n, 2n]], 1n],
    ['head', [[]], null],
    ['last', [[1n, 2n]], 2n],
    ['last', [[]], null],
    ['tail', [[1n, 2n, 3n]], [2n, 3n]],
    ['tail', [[]], []],
    ['size', [[1n, null]], 2n],
    ['size', [null], null],
    ['isEmpty', [[]], true],
    ['isEmpty', [[null]], false],
    ['isEmpty', [new Map()], true],
    ['reverse', [[1n, 2n]], [2n, 1n]],
    ['range', [0n, 3n], [0n, 1n, 2n, 3n]],
    ['range', [10n, -10n, -3n], [10n, 7n, 4n, 1n, -2n, -5n, -8n]],
    ['range', [0n, 1n, 2n], [0n]],
    ['range', [0n, -1n], []],
    ['range', [0n, 1n, -1n], []],
    ['range', [0n, -1n, 2n], []],
    ['range', [0n, 0n, -1n], [0n]],
    ['range', [2n ** 63n - 2n, 2n ** 63n - 1n, 5n], [2n ** 63n - 2n]],
  ])('%s(%o): %o', (name, given, expected) => {
    expect(call(name, given)).toStrictEqual(expected)
  })

  test.each<[string, Value[], string]>([
    ['head', [1n], 'TypeError InvalidArgumentValue: head() takes a LIST, but is given an INTEGER.'],
    [
      'size',
      [new Map()],
      'TypeError InvalidArgumentValue: size() takes a LIST or STRING, but is given a MAP.',
    ],
    ['isEmpty', [1n], 'TypeError InvalidArgumentValue'],
    ['reverse', [1n], 'TypeError InvalidArgumentValue'],
    ['range', [2n, 8n, 0n], 'ArgumentError NumberOutOfRange: range() cannot go on in steps of 0.'],
    ['range', [0, 1n], 'ArgumentError InvalidArgumentType: range() takes INTEGERs, but is given a FLOAT.'],
    ['range', [0n, 1n, 'xyz'], 'ArgumentError InvalidArgumentType'],
    ['range', [0n, null], 'ArgumentError InvalidArgumentType'],
    ['range', [0n, 2n ** 62n], 'LimitExceeded ListLength'],
  ])('%s(%o) is an error', (name, given, message) => {
    expect(faultOf(() => call(name, given))).toContain(message)
  })

  test('range() ends where the budget does', () => {
    let made = 0
    const make = (bytes: number) => {
      made += bytes
      if (made > 1_000_000) throw runtimeError('LimitExceeded', 'Memory', 'No more memory.')
    }
    const context = testContext(undefined, { ...noLimits, make })
    expect(faultOf(() => call('range', [1n, 12_000_000n], context))).toBe(
      'LimitExceeded Memory: No more memory.',
    )
    made = 0
    call('range', [1n, 25_000n], context)
    expect(made).toBe(800_000)
  })
})

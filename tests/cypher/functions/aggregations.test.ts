import { describe, expect, test } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import { aggregate, faultOf } from './test-context.ts'

const day: Value = { kind: 'duration', months: 0n, days: 1n, seconds: 0n, nanoseconds: 0 }

describe('aggregations', () => {
  test.each<[string, Value[], Value]>([
    ['count', [1n, null, 'a'], 2n],
    ['count', [], 0n],
    ['collect', [1n, null, 'a'], [1n, 'a']],
    ['collect', [], []],
    ['min', [1n, 'a', null, [1n, 2n], 0.2, 'b'], [1n, 2n]],
    ['max', [1n, 'a', null, [1n, 2n], 0.2, 'b'], 1n],
    ['max', [1n, 2, 5n, null, 3.2, 0.1], 5n],
    ['min', ['a', 'b', 'B', null, 'abc'], 'B'],
    ['min', [], null],
    ['sum', [], 0n],
    ['sum', [1n, 2n, null], 3n],
    ['sum', [1n, 2.5], 3.5],
    ['sum', [day, day], { ...day, days: 2n }],
    ['avg', [], null],
    ['avg', [1n, 2n, 6n], 3],
    ['avg', [day, { ...day, days: 3n }], { ...day, days: 2n }],
    ['stDev', [], 0],
    ['stDev', [5n], 0],
    ['stDev', [2n, 4n, 4n, 4n, 5n, 5n, 7n, 9n], 2.138089935299395],
    ['stDevP', [2n, 4n, 4n, 4n, 5n, 5n, 7n, 9n], 2],
    ['stDevP', [], 0],
  ])('%s of %o: %o', (name, values, expected) => {
    expect(aggregate(name, values)).toStrictEqual(expected)
  })

  test.each<[string, Value[], Value, Value]>([
    ['percentileDisc', [10, 20, 30], 0, 10],
    ['percentileDisc', [30, 10, 20], 0.5, 20],
    ['percentileDisc', [10, 20, 30], 1, 30],
    ['percentileDisc', [1n, 2n, 3n, 4n], 0.5, 2n],
    ['percentileCont', [10, 20, 30], 0.5, 20],
    ['percentileCont', [10n, 20n], 0.25, 12.5],
    ['percentileCont', [10n], 0.5, 10n],
    ['percentileCont', [10, 20, 30], 1n, 30],
    ['percentileCont', [], 0.5, null],
  ])('%s of %o at %d: %o', (name, values, percentile, expected) => {
    expect(aggregate(name, values, [percentile])).toStrictEqual(expected)
  })

  test.each<[string, Value[], Value[], string]>([
    ['sum', [2n ** 63n - 1n, 1n], [], 'ArithmeticError IntegerOverflow'],
    [
      'sum',
      ['a'],
      [],
      'TypeError InvalidArgumentValue: sum() cannot take a STRING: all its values must be numbers, or all durations.',
    ],
    ['sum', [1n, day], [], 'TypeError InvalidArgumentValue'],
    ['sum', [day, 1n], [], 'TypeError InvalidArgumentValue'],
    ['avg', [1n, day], [], 'TypeError InvalidArgumentValue'],
    ['avg', [day, 1n], [], 'TypeError InvalidArgumentValue'],
    ['stDev', ['a'], [], 'stDev() cannot take a STRING: all its values must be numbers.'],
    [
      'percentileCont',
      [10],
      [1.1],
      'ArgumentError NumberOutOfRange: percentileCont() takes a percentile from 0.0 to 1.0, but is given 1.1.',
    ],
    ['percentileDisc', [10], [-1n], 'ArgumentError NumberOutOfRange'],
    ['percentileDisc', [10], ['a'], 'TypeError InvalidArgumentValue'],
  ])('%s of %o and %o is an error', (name, values, further, message) => {
    expect(faultOf(() => aggregate(name, values, further))).toContain(message)
  })
})

import { describe, expect, test } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import {
  add,
  affirm,
  divide,
  multiply,
  negate,
  power,
  remainder,
  subtract,
} from '../../../src/cypher/values/arithmetic.ts'
import { concatenate } from '../../../src/cypher/values/concatenation.ts'
import { faultOf } from '../functions/test-context.ts'

const largest = 2n ** 63n - 1n
const smallest = -(2n ** 63n)

describe('arithmetic', () => {
  test.each<[string, Value, Value]>([
    ['1 + 2', add(1n, 2n), 3n],
    ['1 + 2.5', add(1n, 2.5), 3.5],
    ['null + 1', add(null, 1n), null],
    ['[1] + null', add([1n], null), null],
    ["'a' + 'b'", add('a', 'b'), 'ab'],
    ["'a' + 1", add('a', 1n), 'a1'],
    ["1.0 + 'a'", add(1, 'a'), '1.0a'],
    ["'a' + true", add('a', true), 'atrue'],
    ['[1] + [2]', add([1n], [2n]), [1n, 2n]],
    ['[1] + 2', add([1n], 2n), [1n, 2n]],
    ['1 + [2]', add(1n, [2n]), [1n, 2n]],
    ["[1] + 'a'", add([1n], 'a'), [1n, 'a']],
    ['3 - 5', subtract(3n, 5n), -2n],
    ['3 * 5.0', multiply(3n, 5), 15],
    ['7 / 2', divide(7n, 2n), 3n],
    ['-7 / 2', divide(-7n, 2n), -3n],
    ['7 / 2.0', divide(7n, 2), 3.5],
    ['1 / 0.0', divide(1n, 0), Infinity],
    ['-7 % 3', remainder(-7n, 3n), -1n],
    ['5.5 % 2', remainder(5.5, 2n), 1.5],
    ['2 ^ 3', power(2n, 3n), 8],
    ['-(5)', negate(5n), -5n],
    ['+(5)', affirm(5n), 5n],
    ["'a' || 'b'", concatenate('a', 'b'), 'ab'],
    ['[1] || [2]', concatenate([1n], [2n]), [1n, 2n]],
    ["'a' || null", concatenate('a', null), null],
  ])('%s', (_text, actual, expected) => {
    expect(actual).toStrictEqual(expected)
  })

  test.each<[string, () => Value, string]>([
    [
      '+',
      () => add(largest, 1n),
      'ArithmeticError IntegerOverflow: 9223372036854775808 does not fit into an INTEGER of 64 bits.',
    ],
    ['-', () => subtract(smallest, 1n), 'ArithmeticError IntegerOverflow: '],
    ['*', () => multiply(largest, 2n), 'ArithmeticError IntegerOverflow: '],
    ['/', () => divide(smallest, -1n), 'ArithmeticError IntegerOverflow: '],
    ['unary -', () => negate(smallest), 'ArithmeticError IntegerOverflow: '],
    [
      '/ 0',
      () => divide(1n, 0n),
      'ArithmeticError DivisionByZero: A value is divided by the INTEGER 0 with /.',
    ],
    [
      '/ 0 of a float',
      () => divide(1.5, 0n),
      'ArithmeticError DivisionByZero: A value is divided by the INTEGER 0 with /.',
    ],
    [
      '% 0',
      () => remainder(1n, 0n),
      'ArithmeticError DivisionByZero: A value is divided by the INTEGER 0 with %.',
    ],
    [
      '+ of a boolean',
      () => add(true, 1n),
      'TypeError InvalidArgumentType: The operator + cannot be applied to a BOOLEAN and an INTEGER.',
    ],
    [
      '+ of a map',
      () => add('a', new Map()),
      'TypeError InvalidArgumentType: The operator + cannot be applied to a STRING and a MAP.',
    ],
    [
      '- of texts',
      () => subtract('a', 'b'),
      'TypeError InvalidArgumentType: The operator - cannot be applied to a STRING and a STRING.',
    ],
    [
      'unary - of a text',
      () => negate('a'),
      'TypeError InvalidArgumentType: The sign - cannot be put before a STRING.',
    ],
    [
      '||',
      () => concatenate('a', 1n),
      'TypeError InvalidArgumentType: The operator || puts together two STRINGs or two LISTs, but not a STRING and an INTEGER.',
    ],
  ])('%s can fail', (_text, run, message) => {
    expect(faultOf(run)).toContain(message)
  })

  test('counts with durations', () => {
    const day: Value = { kind: 'duration', months: 0n, days: 1n, seconds: 0n, nanoseconds: 0 }
    const date: Value = { kind: 'date', days: 10 }
    expect(add(date, day)).toEqual({ kind: 'date', days: 11 })
    expect(add(day, date)).toEqual({ kind: 'date', days: 11 })
    expect(subtract(date, day)).toEqual({ kind: 'date', days: 9 })
    expect(add(day, day)).toEqual({ ...day, days: 2n })
    expect(multiply(3n, day)).toEqual({ ...day, days: 3n })
    expect(divide({ ...day, days: 4n }, 2n)).toEqual({ ...day, days: 2n })
    expect(add('on ', date)).toBe('on 1970-01-11')
    expect(faultOf(() => subtract(date, date))).toContain(
      'The operator - cannot be applied to a DATE and a DATE.',
    )
    expect(faultOf(() => subtract(day, date))).toContain('TypeError InvalidArgumentType')
  })

  test('makes no text or list that is too large', () => {
    const text = 'a'.repeat(2 ** 24)
    const list = Array<Value>(2 ** 24).fill(null)
    expect(faultOf(() => add(text, 'b'))).toBe(
      'LimitExceeded TextLength: A STRING would have 16,777,217 characters; it may have 16,777,216.',
    )
    expect(faultOf(() => add(list, 1n))).toContain('LimitExceeded ListLength: ')
  })
})

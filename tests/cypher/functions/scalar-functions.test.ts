import { describe, expect, test } from 'vitest'
import { findAggregation, findFunction, functionNames } from '../../../src/cypher/functions/find-function.ts'
import type { Value } from '../../../src/cypher/value.ts'
import { call, faultOf } from './test-context.ts'

describe('finding a function', () => {
  test('does not regard case', () => {
    expect(findFunction('TOUPPER')?.name).toBe('toUpper')
    expect(findFunction('DATE')?.name).toBe('date')
    expect(findAggregation('percentilecont')?.name).toBe('percentileCont')
  })

  test('finds nothing else', () => {
    expect(findFunction('constructor')).toBeUndefined()
    expect(findFunction('count')).toBeUndefined()
    expect(findAggregation('__proto__')).toBeUndefined()
  })

  test('gives all names once', () => {
    const names = functionNames()
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining(['coalesce', 'count', 'stDevP', 'duration.between']))
  })
})

describe('functions on any value', () => {
  test.each<[string, Value[], Value]>([
    ['coalesce', [null, 2n, 3n], 2n],
    ['coalesce', [null], null],
    ['nullIf', [1n, 1], null],
    ['nullIf', [1n, 2n], 1n],
    ['nullIf', [1n, null], 1n],
    ['nullIf', [null, 1n], null],
    ['exists', [null], false],
    ['exists', [1n], true],
    ['valueType', [null], 'NULL'],
    ['valueType', [[1n]], 'LIST<INTEGER NOT NULL> NOT NULL'],
    ['timestamp', [], 1_700_000_000_000n],
  ])('%s(%o): %o', (name, given, expected) => {
    expect(call(name, given)).toStrictEqual(expected)
  })

  test('randomUUID() gives another one each time', () => {
    expect(call('randomUUID', [])).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(call('randomUUID', [])).not.toBe(call('randomUUID', []))
  })
})

describe('conversions', () => {
  test.each<[string, Value, Value]>([
    ['toBoolean', true, true],
    ['toBoolean', ' TRUE ', true],
    ['toBoolean', 'false', false],
    ['toBoolean', 'f alse', null],
    ['toBoolean', '', null],
    ['toBoolean', '\u2003true\n', true],
    ['toBoolean', '\u00a0true', null],
    ['toBoolean', 0n, false],
    ['toBoolean', 2n, true],
    ['toBoolean', null, null],
    ['toInteger', 82.9, 82n],
    ['toInteger', -82.9, -82n],
    ['toInteger', NaN, 0n],
    ['toInteger', 1e300, 2n ** 63n - 1n],
    ['toInteger', '42', 42n],
    ['toInteger', '-1.7', -1n],
    ['toInteger', '1e3', 1000n],
    ['toInteger', '12.5e1', 125n],
    ['toInteger', '1e-5', 0n],
    ['toInteger', '.5', 0n],
    ['toInteger', '9223372036854775807', 2n ** 63n - 1n],
    ['toInteger', '', null],
    ['toInteger', '.', null],
    ['toInteger', 'foo', null],
    ['toInteger', ' 1', null],
    ['toInteger', true, 1n],
    ['toFloat', 3n, 3],
    ['toFloat', '5', 5],
    ['toFloat', ' -1.5e2 ', -150],
    ['toFloat', '\u00001.5\n', 1.5],
    ['toFloat', '\u00a01.5', null],
    ['toFloat', 'NaN', NaN],
    ['toFloat', '1f', 1],
    ['toFloat', '0x10', null],
    ['toFloat', 'foo', null],
    ['toFloat', '', null],
    ['toString', 42n, '42'],
    ['toString', 2.0, '2.0'],
    ['toString', true, 'true'],
    ['toString', 'apa', 'apa'],
    ['toBooleanOrNull', 1.5, null],
    ['toIntegerOrNull', [], null],
    ['toIntegerOrNull', '7', 7n],
    ['toIntegerOrNull', '9223372036854775808', null],
    ['toIntegerList', ['1e30', '8'], [null, 8n]],
    ['toFloatOrNull', true, null],
    ['toStringOrNull', [], null],
    ['toBooleanList', ['true', null, 1.5, 0n], [true, null, null, false]],
    ['toIntegerList', ['1', 2.5, [], null], [1n, 2n, null, null]],
    ['toFloatList', [1n, 'a'], [1, null]],
    ['toStringList', [1n, 'a', []], ['1', 'a', null]],
    ['toStringList', null, null],
  ])('%s(%o): %o', (name, value, expected) => {
    expect(call(name, [value])).toStrictEqual(expected)
  })

  test.each<[string, Value, string]>([
    ['toBoolean', 1, 'toBoolean() takes a BOOLEAN, STRING or INTEGER, but is given a FLOAT.'],
    ['toInteger', [], 'toInteger() takes a number, STRING or BOOLEAN, but is given a LIST.'],
    [
      'toInteger',
      '9223372036854775808',
      'toInteger() is given `9223372036854775808`, which is too large for an INTEGER.',
    ],
    ['toInteger', '1e999999999', 'too large'],
    ['toFloat', true, 'toFloat() takes a number or STRING, but is given a BOOLEAN.'],
    [
      'toString',
      new Map(),
      'toString() takes a STRING, number, BOOLEAN, date, time or duration, but is given a MAP.',
    ],
    ['toIntegerList', 1n, 'toIntegerList() takes a LIST, but is given an INTEGER.'],
  ])('%s(%o) is an error', (name, value, message) => {
    const fault = faultOf(() => call(name, [value]))
    expect(fault).toContain('TypeError InvalidArgumentValue: ')
    expect(fault).toContain(message)
  })
})

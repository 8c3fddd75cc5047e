import { describe, expect, it } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import { faultOf, prepare, valueOf } from './evaluate.ts'

const truths = [true, false, null]
const mismatch = ['TypeError', 'InvalidArgumentType', 'runtime'] as const

/** The results of an operator for each two of true, false and null, row by row. */
function tableOf(operator: string): readonly Value[] {
  return truths.flatMap((a) => truths.map((b) => valueOf(`${String(a)} ${operator} ${String(b)}`)))
}

/** The same with values that are not known before. */
function tableOfVariables(operator: string): readonly Value[] {
  return truths.flatMap((a) => truths.map((b) => valueOf(`a ${operator} b`, { variables: { a, b } })))
}

describe('AND, OR, XOR, NOT', () => {
  it.each([
    ['AND', [true, false, null, false, false, false, null, false, null]],
    ['OR', [true, true, true, true, false, null, true, null, null]],
    ['XOR', [false, true, null, true, false, null, null, null, null]],
  ])('%s knows three truth values', (operator, table) => {
    expect(tableOf(operator)).toEqual(table)
    expect(tableOfVariables(operator)).toEqual(table)
  })

  it('NOT leaves the unknown unknown', () => {
    expect(['true', 'false', 'null'].map((text) => valueOf(`NOT ${text}`))).toEqual([false, true, null])
  })

  it('joins three and more', () => {
    const variables = { t: true, f: false, n: null }
    expect(valueOf('t AND n AND t', { variables })).toBe(null)
    expect(valueOf('t AND n AND f', { variables })).toBe(false)
    expect(valueOf('f OR n OR f', { variables })).toBe(null)
    expect(valueOf('f OR n OR t', { variables })).toBe(true)
    expect(valueOf('f OR t AND n', { variables })).toBe(null)
    expect(valueOf('t XOR t XOR t', { variables })).toBe(true)
  })

  it('does not compute what does not matter', () => {
    expect(valueOf('false AND 1 / 0 = 1')).toBe(false)
    expect(valueOf('true OR 1 / 0 = 1')).toBe(true)
    expect(faultOf('true AND 1 / 0 = 1')).toEqual(['ArithmeticError', expect.any(String), 'runtime', '1 / 0'])
  })

  it.each([
    ['a AND true', 'a'],
    ['null AND a', 'a'],
    ['true AND true AND a', 'a'],
    ['false OR a', 'a'],
    ['a XOR true', 'a'],
    ['true XOR a', 'a'],
    ['NOT a', 'a'],
  ])('%s refuses what is no BOOLEAN', (text, place) => {
    expect(faultOf(text, { variables: { a: 1n } })).toEqual([...mismatch, place])
  })

  it('joins as many as there are', () => {
    const long = (operator: string, last: string) => `${`x ${operator} `.repeat(20_000)}${last}`
    expect(valueOf(long('AND', 'y'), { variables: { x: true, y: null } })).toBe(null)
    expect(valueOf(long('OR', 'y'), { variables: { x: false, y: true } })).toBe(true)
    expect(valueOf(long('XOR', 'y'), { variables: { x: true, y: true } })).toBe(true)
  })
})

describe('comparisons', () => {
  it.each([
    ['1 = 1.0', true],
    ["'1' = 1", false],
    ["'a' = 'a'", true],
    ["'a' = 'b'", false],
    ['true = false', false],
    ['true = true', true],
    ['null = null', null],
    ['1 = null', null],
    ['1 <> 2', true],
    ['null <> 1', null],
    ['[1, null] = [1, 2]', null],
    ['[1, null] = [2, null]', false],
    ['0.0 / 0.0 = 0.0 / 0.0', false],
    ['0.0 / 0.0 <> 0.0 / 0.0', true],
    ['1 < 1.5', true],
    ['2 <= 2.0', true],
    ['2 > 2', false],
    ['2 >= 3', false],
    ["1 < 'a'", null],
    ['null < 1', null],
    ["'a' < 'b'", true],
    ["'\uFF5E' < '\u{1F600}'", true],
    ['9007199254740993 > 9007199254740992.0', true],
    ['0.0 / 0.0 < 1', false],
    ['0.0 / 0.0 >= 0.0 / 0.0', false],
    ["0.0 / 0.0 > 'a'", null],
    ['[1, 2] < [1, 3]', true],
    ['[1, 2] >= [3, null]', false],
  ])('%s is %s', (text, expected) => {
    expect(valueOf(text)).toBe(expected)
  })

  it.each([
    ["x = 'a'", { x: 'a' }, true],
    ["x = 'a'", { x: 1n }, false],
    ["x = 'a'", { x: null }, null],
    ['x = true', { x: true }, true],
    ['x = true', { x: ['a'] }, false],
    ['x = 1', { x: 1 }, true],
    ['x = y', { x: 'a', y: 'a' }, true],
    ['x = y', { x: 1n, y: 2n }, false],
    ['x <> y', { x: 1n, y: 2n }, true],
    ['x <> y', { x: 1n, y: null }, null],
    ['1 < x <= 3', { x: 3n }, true],
    ['1 < x <= 3', { x: 4n }, false],
    ['1 < x < y', { x: null, y: 1n }, null],
    ['3 < x < y', { x: 2n, y: null }, false],
    ['x < y < 1', { x: null, y: 2n }, false],
    ['x = y = 1', { x: 1n, y: 1n }, true],
  ])('%s with %o is %s', (text, variables, expected) => {
    expect(valueOf(text, { variables })).toBe(expected)
  })

  it('compares as many as there are, and no further than needed', () => {
    expect(valueOf(Array(20_001).fill('x').join(' <= '), { variables: { x: 1n } })).toBe(true)
    expect(valueOf('x < 1 < 1 / 0', { variables: { x: 2n } })).toBe(false)
  })
})

describe('arithmetic', () => {
  it.each([
    ['1 + 2 * 3', 7n],
    ['7 / 2', 3n],
    ['-7 / 2', -3n],
    ['7 % 3', 1n],
    ['7 / 2.0', 3.5],
    ['2 ^ 3', 8],
    ['10 - 3 - 2', 5n],
    ['-(1 + 2)', -3n],
    ['+1', 1n],
    ['1 + null', null],
    ['-null', null],
    ["'a' + 'b'", 'ab'],
    ["'a' || 'b'", 'ab'],
    ['[1] + [2]', [1n, 2n]],
    ['[1] + 2', [1n, 2n]],
    ['[1] || [2]', [1n, 2n]],
    ['null || [2]', null],
  ])('%s is %o', (text, expected) => {
    expect(valueOf(text)).toEqual(expected)
    const operands = text.replace(/\b\d+(\.\d+)?\b/g, (number) => `$\`${number}\``)
    const given = Object.fromEntries(
      (text.match(/\b\d+(\.\d+)?\b/g) ?? []).map((number) => [
        number,
        number.includes('.') ? Number(number) : BigInt(number),
      ]),
    )
    expect(valueOf(operands, { parameters: given })).toEqual(expected)
  })

  it.each([
    ['1 + 1 / 0', 'ArithmeticError', '1 / 0'],
    ['1 + 9223372036854775807 + 1', 'ArithmeticError', '1 + 9223372036854775807'],
    ['1 + (true - 1)', 'TypeError', 'true - 1'],
    ["'a' || 1", 'TypeError', "'a' || 1"],
    ["2 * -'a'", 'TypeError', "-'a'"],
    ["2 * +'a'", 'TypeError', "+'a'"],
  ])('%s is an %s at %s', (text, errorClass, place) => {
    expect(faultOf(text)).toEqual([errorClass, expect.any(String), 'runtime', place])
  })

  it('computes as many as there are', () => {
    expect(valueOf(`x${' + 1'.repeat(100_000)}`, { variables: { x: 5n } })).toBe(100_005n)
    expect(valueOf(`1${' + 1'.repeat(100_000)}`)).toBe(100_001n)
  })

  it('computes what is constant once', () => {
    const { evaluate } = prepare("{a: [1, 2 * 3], b: toUpper('x') + 'y'}")
    const context = {} as Parameters<typeof evaluate>[1]
    expect(evaluate([], context)).toBe(evaluate([], context))
  })

  it('counts the items of lists that are made', () => {
    const { evaluate, frame, context, steps } = prepare('a + b', {
      variables: { a: [1n, 2n], b: [3n] },
    })
    evaluate(frame, context)
    expect(steps()).toBe(3)
  })
})

describe('operators on lists and texts', () => {
  it.each([
    ['1 IN [1, 2]', true],
    ['1.0 IN [1, 2]', true],
    ['3 IN [1, 2]', false],
    ["'1' IN [1, 2]", false],
    ['null IN [1, 2]', null],
    ['null IN []', false],
    ['3 IN [1, null]', null],
    ['1 IN [1, null]', true],
    ['[1] IN [1, [1]]', true],
    ['[1] IN [1, 2]', false],
    ['0.0 / 0.0 IN [0.0 / 0.0]', false],
    ['1 IN null', null],
    ["'abc' STARTS WITH 'ab'", true],
    ["'abc' ENDS WITH 'ab'", false],
    ["'abc' CONTAINS 'b'", true],
    ["'abc' CONTAINS null", null],
    ["'abc' STARTS WITH 1", null],
    ["'abc' =~ 'a.c'", true],
    ["'abc' =~ 'a'", false],
  ])('%s is %s', (text, expected) => {
    expect(valueOf(text)).toBe(expected)
  })

  it.each([
    [1n, true],
    [1, true],
    [9007199254740993n, true],
    [9007199254740992, false],
    ['1', false],
    ['a', true],
    [true, true],
    [null, null],
    [[1n], false],
    [Number.NaN, false],
    [new Map(), false],
  ])('finds %o in a constant list: %s', (x, expected) => {
    expect(valueOf("x IN [1, 9007199254740993, 'a', true]", { variables: { x } })).toBe(expected)
  })

  it('tells where a regular expression is wrong', () => {
    expect(faultOf("x =~ '('", { variables: { x: 'a' } }).at(-1)).toBe("x =~ '('")
  })
})

import { describe, expect, test } from 'vitest'
import type { CypherValue } from '../../../src/cypher/result.ts'
import { compareRows } from './compare-rows.ts'
import { parseExpected } from './expected-value.ts'

const anyOrder = { inOrder: false, ignoreListOrder: false }
const inOrder = { inOrder: true, ignoreListOrder: false }

/** Compares one value with a cell. */
function differs(cell: string, value: CypherValue, ignoreListOrder = false): boolean {
  const result = { columns: ['x'], rows: [[value]] }
  return compareRows([['x'], [cell]], result, { ...inOrder, ignoreListOrder }) !== undefined
}

describe('a cell', () => {
  test('tells integers from floats, and texts from numbers', () => {
    expect(differs('1', 1n)).toBe(false)
    expect(differs('1.0', 1)).toBe(false)
    expect(differs('1', 1)).toBe(true)
    expect(differs('1.0', 1n)).toBe(true)
    expect(differs(`'1'`, 1n)).toBe(true)
    expect(differs('NaN', Number.NaN)).toBe(false)
    expect(differs('0.0', -0)).toBe(false)
    expect(differs('null', false)).toBe(true)
  })

  test('has dates and times as their exact texts', () => {
    expect(differs(`'12:00'`, { kind: 'local time', text: '12:00' })).toBe(false)
    expect(differs(`'12:00'`, { kind: 'local time', text: '12:00:00' })).toBe(true)
  })

  test('has labels, keys and properties in any order, and no others', () => {
    const node = parseExpected('(:B:A {q: 2, p: 1})')
    expect(differs('(:A:B {p: 1, q: 2})', node)).toBe(false)
    expect(differs('(:A:B {p: 1})', node)).toBe(true)
    expect(differs('(:A {p: 1, q: 2})', node)).toBe(true)
    expect(differs('(:A:B {p: 1, q: 2.0})', node)).toBe(true)
    expect(differs('{a: 1, b: 2}', parseExpected('{b: 2, a: 1}'))).toBe(false)
  })

  test('has lists in order unless that is to be ignored', () => {
    expect(differs('[1, 2]', [2n, 1n])).toBe(true)
    expect(differs('[1, 2]', [2n, 1n], true)).toBe(false)
    expect(differs('[[1, 2], 2]', [2n, [2n, 1n]], true)).toBe(false)
    expect(differs('[1, 2, 2]', [2n, 1n, 1n], true)).toBe(true)
  })

  test('has paths with the direction of each step', () => {
    const path = parseExpected('<(:A)<-[:T]-(:B)>')
    expect(differs('<(:A)<-[:T]-(:B)>', path)).toBe(false)
    expect(differs('<(:A)-[:T]->(:B)>', path)).toBe(true)
  })

  test('does not take quotes within a text for its end', () => {
    expect(differs(String.raw`['a\', \'b']`, ['a', 'b'])).toBe(true)
  })
})

describe('rows', () => {
  const result = {
    columns: ['a', 'b'],
    rows: [
      [1n, 'x'],
      [2n, 'y'],
      [2n, 'y'],
    ],
  }
  const columns = ['a', 'b']
  const [first, second] = [
    ['1', `'x'`],
    ['2', `'y'`],
  ] as const

  test('are compared with how often each occurs, in any order or in theirs', () => {
    expect(compareRows([columns, second, first, second], result, anyOrder)).toBeUndefined()
    expect(compareRows([columns, first, first, second], result, anyOrder)).toBeDefined()
    expect(compareRows([columns, first, second], result, anyOrder)).toBeDefined()
    expect(compareRows([columns, first, second, second], result, inOrder)).toBeUndefined()
    expect(compareRows([columns, second, first, second], result, inOrder)).toBeDefined()
  })

  test('have their columns in order', () => {
    expect(compareRows([['b', 'a'], first, second, second], result, anyOrder)).toEqual({
      expected: 'columns b | a',
      actual: 'columns a | b',
    })
  })
})

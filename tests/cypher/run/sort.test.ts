import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RowCount } from '../../../src/cypher/run/row-count.ts'
import { sort } from '../../../src/cypher/run/sort.ts'
import { top } from '../../../src/cypher/run/top.ts'
import type { Value } from '../../../src/cypher/value.ts'
import { givenRows, rowsOf, slot } from './run-operator.ts'

const ascending = { evaluate: slot(0), descending: false }
const descending = { evaluate: slot(0), descending: true }

function count(value: Value): RowCount {
  return { keyword: 'LIMIT', evaluate: () => value, place: { start: 0, end: 0 }, text: '' }
}

describe('sort', () => {
  test('leaves rows with equal keys in their order, also descending', () => {
    const rows = givenRows([
      [1n, 'a'],
      [2n, 'b'],
      [1n, 'c'],
      [null, 'd'],
      [2n, 'e'],
    ])
    expect(rowsOf(sort(rows, [ascending], [0, 1], ''), [1]).flat()).toEqual(['a', 'c', 'b', 'e', 'd'])
    expect(rowsOf(sort(rows, [descending], [0, 1], ''), [1]).flat()).toEqual(['d', 'b', 'e', 'a', 'c'])
  })

  test('gives no more rows than are wanted', () => {
    const rows = givenRows([[3n], [1n], [2n]])
    expect(rowsOf(sort(rows, [ascending], [0], ''), [0], { most: 2 })).toEqual([[1n], [2n]])
  })
})

describe('top', () => {
  test('gives what sorting gives first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 0, max: 12 }), (keys, most) => {
        const rows = keys.map((key, index): Value[] => [BigInt(key), BigInt(index)])
        const keysOfBoth = [ascending, { evaluate: () => null, descending: true }]
        const sorted = rowsOf(sort(givenRows(rows), keysOfBoth, [0, 1], ''), [0, 1])
        const options = { keys: keysOfBoth, slots: [0, 1], counts: [count(BigInt(most))], details: '' }
        expect(rowsOf(top(givenRows(rows), options), [0, 1])).toEqual(sorted.slice(0, most))
      }),
    )
  })

  test('does not ask for rows where none are wanted', () => {
    const rows = givenRows([[1n]])
    const options = { keys: [ascending], slots: [0], counts: [count(0n), count(0n)], details: '' }
    expect(rowsOf(top(rows, options), [0])).toEqual([])
    expect(rows.asked).toBe(0)
  })
})

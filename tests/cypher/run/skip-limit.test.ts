import { expect, test } from 'vitest'
import { limit, skip } from '../../../src/cypher/run/skip-limit.ts'
import type { RowCount } from '../../../src/cypher/run/row-count.ts'
import type { Value } from '../../../src/cypher/value.ts'
import { givenRows, rowsOf } from './run-operator.ts'

function count(keyword: RowCount['keyword'], value: Value): RowCount {
  return { keyword, evaluate: () => value, place: { start: 0, end: 0 }, text: '' }
}

const four = [[1n], [2n], [3n], [4n]]

test('LIMIT asks for no more rows than it lets through', () => {
  const rows = givenRows(four)
  expect(rowsOf(limit(rows, count('LIMIT', 2n)), [0])).toEqual([[1n], [2n]])
  expect(rows.asked).toBe(2)
})

test('LIMIT 0 asks for none', () => {
  const rows = givenRows(four)
  expect(rowsOf(limit(rows, count('LIMIT', 0n)), [0])).toEqual([])
  expect(rows.asked).toBe(0)
})

test('SKIP leaves the first rows out', () => {
  expect(rowsOf(skip(givenRows(four), count('SKIP', 3n)), [0])).toEqual([[4n]])
  expect(rowsOf(skip(givenRows(four), count('SKIP', 9n)), [0])).toEqual([])
})

test.each<[Value, string]>([
  [-1n, 'NegativeIntegerArgument'],
  [1.5, 'InvalidArgumentType'],
  [null, 'InvalidArgumentType'],
])('%s is no number of rows', (value, detail) => {
  const run = (): unknown => rowsOf(limit(givenRows(four), count('LIMIT', value)), [0])
  expect(run).toThrow(expect.objectContaining({ errorClass: 'SyntaxError', detail, phase: 'runtime' }))
})

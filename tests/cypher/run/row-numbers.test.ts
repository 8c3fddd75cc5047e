import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberRows } from '../../../src/cypher/run/row-numbers.ts'
import { distinct } from '../../../src/cypher/run/distinct.ts'
import { emptyContext, givenRows, rowsOf } from './run-operator.ts'

const { budget } = emptyContext()

test('numbers different rows in the order in which they appear', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 })),
      (rows) => {
        const numberRow = numberRows([0, 1, 2], budget)
        const texts: string[] = []
        for (const row of rows) {
          const text = row.join()
          if (!texts.includes(text)) texts.push(text)
          expect(numberRow(row)).toBe(texts.indexOf(text))
        }
      },
    ),
  )
})

test('takes equivalent values for the same', () => {
  const numberRow = numberRows([0], budget)
  const same = [[[1n]], [[1]], [null], [null], [NaN], [NaN], ['1'], [true], [[1n, null]], [[1, null]]]
  expect(same.map((row) => numberRow(row))).toEqual([0, 0, 1, 1, 2, 2, 3, 4, 5, 5])
})

test('without slots all rows are the same', () => {
  expect(rowsOf(distinct(givenRows([[1n], [2n]]), [], ''), [0])).toEqual([[1n]])
})

import { describe, expect, test } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import { beginMeasuring, countOnly, roughBytes } from '../../../src/cypher/values/memory.ts'
import { noLimits } from '../functions/test-context.ts'

const list: Value = Array<Value>(1000).fill(1n)

describe('roughBytes', () => {
  test('counts all that a value holds', () => {
    expect(roughBytes(null)).toBe(0)
    expect(roughBytes('x'.repeat(1000))).toBe(2040)
    expect(roughBytes(list)).toBe(48 + 1000 * 32)
    expect(roughBytes([list, new Map([['a', list]])])).toBe(48 + 16 + 160 + 64 + 2 * roughBytes(list))
    expect(roughBytes({ kind: 'node', id: 1 })).toBe(0)
  })

  test('ends soon where a value holds another again and again', () => {
    const doubled = Array.from({ length: 200 }).reduce<Value>((inner) => [inner, inner], 1n)
    expect(roughBytes(doubled, 1e6)).toBe(1e6)
  })
})

test('rows that have a list in common count it once, if all are kept', () => {
  const [all, some] = [beginMeasuring(true), beginMeasuring(false)]
  expect([all([list, 1n]), all([list, 2n])]).toEqual([48 + 16 + 24 + roughBytes(list), 48 + 16 + 24])
  expect([some([list]), some([list])]).toEqual(Array(2).fill(48 + 8 + roughBytes(list)))
})

test('of what was made only a value counts', () => {
  const budget = { ...noLimits, made: 100_000 }
  countOnly('short', 500, budget)
  expect(budget.made).toBe(550)
  countOnly(list, 500, budget)
  expect(budget.made).toBe(550)
})

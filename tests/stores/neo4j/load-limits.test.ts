import { expect, it } from 'vitest'
import { explainSize, grow, shrink, TooLargeError } from '../../../src/stores/neo4j/load/limits.ts'

const memory = Object.assign(new Error('…'), {
  code: 'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
})
const time = Object.assign(new Error('…'), { code: 'Neo.ClientError.Transaction.TransactionTimedOut' })

it('makes batches smaller, but not tiny because of one that was', () => {
  const limits = { rows: 5000, most: 5000 }
  shrink(limits, 4001)
  expect(limits.rows).toBe(2001)
  shrink(limits, 3)
  expect(limits.rows).toBe(100)
  shrink(limits, 5000)
  expect(limits.rows).toBe(100)
  const few = { rows: 2, most: 2 }
  shrink(few, 2)
  expect(few.rows).toBe(2)
})

it('makes them slowly larger again, up to what they were', () => {
  const limits = { rows: 100, most: 200 }
  grow(limits)
  expect(limits.rows).toBe(105)
  for (let times = 0; times < 50; times += 1) grow(limits)
  expect(limits.rows).toBe(200)
})

it('halves what has not enough memory, and what was slow though it had its turn', () => {
  expect(explainSize(memory, 2, 1, false)).toBeInstanceOf(TooLargeError)
  expect(explainSize(time, 5000, 1, true)).toBeInstanceOf(TooLargeError)
  expect(explainSize(time, 5000, 1, false)).toBe(time)
  expect(explainSize(time, 100, 1, true)).toBe(time)
})

it('tries a single row a few times, and then says what to do', () => {
  expect([explainSize(memory, 1, 4, true), explainSize(memory, 0, 99, true)]).toEqual([memory, memory])
  expect(String(explainSize(memory, 1, 5, true))).toBe(
    'DatabaseError: the server has not the memory to write a single node or claim of the graph; raise ' +
      '`db.memory.transaction.max` and `dbms.memory.transaction.total.max` in its settings, and load again.',
  )
})

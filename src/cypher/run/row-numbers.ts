/** Numbers rows so that rows with equivalent values have the same number. */
import type { Budget } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import { equivalenceKey } from '../values/equality.ts'
import type { Value } from '../value.ts'

/** The number of the row in the frame: 0, 1, 2, … in the order in which different rows appear. */
export type NumberRow = (frame: Frame) => number

/** Begins to number rows by their values in these slots; without any all rows are the same. */
export function numberRows(slots: readonly number[], budget: Budget): NumberRow {
  const [first, ...others] = slots.map((slot) => numberColumn(slot, budget))
  if (!first) return () => 0
  if (others.length === 0) return first
  const columns = others.map((column) => ({ column, pairs: new Map<number, number>() }))
  return (frame) => {
    let number = first(frame)
    for (const { column, pairs } of columns) number = numberOf(number * pairFactor + column(frame), pairs)
    return number
  }
}

/** Two numbers below it make one that is exact; there is no memory for as many rows. */
const pairFactor = 2 ** 26

function numberColumn(slot: number, budget: Budget): NumberRow {
  const numbers = new Map<unknown, number>()
  return (frame) => numberOf(equivalenceKey(frame[slot] as Value, budget), numbers)
}

function numberOf<Key>(key: Key, numbers: Map<Key, number>): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  const next = numbers.size
  numbers.set(key, next)
  return next
}

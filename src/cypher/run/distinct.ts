/** DISTINCT: each row once. */
import { beginMeasuring } from '../values/memory.ts'
import type { Operator, Step } from './operator.ts'
import { numberRows } from './row-numbers.ts'
import { valuesIn } from './slots.ts'

/** What an entry of a hash table takes, in bytes. */
const tableEntry = 48

/** Lets the first of all rows through that have equivalent values in these slots. */
export function distinct(source: Operator, slots: readonly number[], details: string): Step {
  return {
    name: 'Distinct',
    details,
    source,
    begin: (frame, { budget }, onRow) => {
      const numberRow = numberRows(slots, budget)
      const measure = beginMeasuring(true)
      let [seen, kept] = [0, 0]
      return {
        row: () => {
          budget.step()
          if (numberRow(frame) < seen) return true
          seen += 1
          const bytes = tableEntry + measure(valuesIn(frame, slots))
          kept += bytes
          budget.keep(bytes)
          return onRow()
        },
        end: () => budget.release(kept),
      }
    },
  }
}

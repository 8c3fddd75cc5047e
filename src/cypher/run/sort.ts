/** ORDER BY: sorts all rows. */
import type { Frame } from '../expressions/compile-scope.ts'
import { beginMeasuring } from '../values/memory.ts'
import type { Operator, Step } from './operator.ts'
import { putValues } from './slots.ts'
import { compareBy, keysOf, sortRow, type SortKey, type SortRow } from './sort-keys.ts'

/** Gives the rows sorted, with what they have in these slots; rows with equal keys stay in their order. */
export function sort(
  source: Operator,
  keys: readonly SortKey[],
  slots: readonly number[],
  details: string,
): Step {
  const compare = compareBy(keys)
  return {
    name: 'Sort',
    details,
    source,
    begin: (frame, context) => {
      const { budget } = context
      const rows: SortRow[] = []
      const [measureKeys, measureValues] = [beginMeasuring(true), beginMeasuring(true)]
      let kept = 0
      return {
        row: () => {
          budget.step()
          const row = sortRow(keysOf(keys, frame, context), slots, frame)
          const bytes = measureKeys(row.keys) + measureValues(row.values)
          kept += bytes
          budget.keep(bytes)
          rows.push(row)
          return true
        },
        rest: () => {
          rows.sort((a, b) => compare(a.keys, b.keys, budget))
          return sortedRows(rows, slots, frame)
        },
        end: () => budget.release(kept),
      }
    },
  }
}

/** Puts each row into the frame. */
export function* sortedRows(
  rows: readonly SortRow[],
  slots: readonly number[],
  frame: Frame,
): Generator<undefined, void> {
  for (const { values } of rows) {
    putValues(frame, slots, values)
    yield
  }
}

/** ORDER BY with LIMIT: keeps only the first rows of the order while the rows come. */
import { beginMeasuring } from '../values/memory.ts'
import { beginHeap } from './heap.ts'
import type { Operator, Step } from './operator.ts'
import { readRowCount, type RowCount } from './row-count.ts'
import { compareBy, keysOf, sortRow, type SortKey, type SortRow } from './sort-keys.ts'
import { sortedRows } from './sort.ts'

/** What is sorted by, and how many rows are wanted: the sum of these, of which the first ones are then skipped. */
export interface TopOptions {
  readonly keys: readonly SortKey[]
  readonly slots: readonly number[]
  readonly counts: readonly RowCount[]
  readonly details: string
}

/** Gives the first rows of those that sorting would give. */
export function top(source: Operator, { keys, slots, counts, details }: TopOptions): Step {
  const compare = compareBy(keys)
  return {
    name: 'Top',
    details,
    source,
    begin: (frame, context) => {
      const { budget } = context
      const most = counts.reduce((sum, count) => sum + readRowCount(count, frame, context), 0)
      // Rows with equal keys come in their order, so that a later one is never better than one that is kept.
      const heap = beginHeap<NumberedRow>(
        (a, b) => compare(a.row.keys, b.row.keys, budget) || a.number - b.number,
      )
      const [measureKeys, measureValues] = [beginMeasuring(false), beginMeasuring(false)]
      let [number, kept] = [0, 0]
      return {
        row: () => {
          budget.step()
          const rowKeys = keysOf(keys, frame, context)
          const worst = heap.items.length < most ? undefined : heap.items[0]
          if (worst && compare(rowKeys, worst.row.keys, budget) >= 0) return true
          const row = sortRow(rowKeys, slots, frame)
          const bytes = measureKeys(row.keys) + measureValues(row.values)
          const more = bytes - (worst?.bytes ?? 0)
          kept += more
          budget.keep(more)
          const item = { row, bytes, number: number++ }
          if (worst) heap.replaceLast(item)
          else heap.add(item)
          return true
        },
        rest: () =>
          sortedRows(
            heap.sorted().map(({ row }) => row),
            slots,
            frame,
          ),
        end: () => budget.release(kept),
        wantsNone: most === 0,
      }
    },
  }
}

interface NumberedRow {
  readonly row: SortRow
  readonly bytes: number
  /** Which one it is of those that came. */
  readonly number: number
}

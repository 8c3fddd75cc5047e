/** SKIP and LIMIT: leaves out rows at the begin and at the end. */
import type { Operator, Step } from './operator.ts'
import { readRowCount, type RowCount } from './row-count.ts'

/** Leaves out the first rows. */
export function skip(source: Operator, count: RowCount): Step {
  return {
    name: 'Skip',
    details: count.text,
    source,
    begin: (frame, context, onRow) => {
      let left = readRowCount(count, frame, context)
      return {
        row: () => {
          if (left === 0) return onRow()
          left -= 1
          return true
        },
      }
    },
  }
}

/** Wants no more of the source after so many rows. */
export function limit(source: Operator, count: RowCount): Step {
  return {
    name: 'Limit',
    details: count.text,
    source,
    begin: (frame, context, onRow) => {
      let left = readRowCount(count, frame, context)
      return {
        row: () => {
          left -= 1
          return onRow() && left > 0
        },
        wantsNone: left === 0,
      }
    },
  }
}

/** Every row of one part of a pattern with every row of another. */
import { beginKeeping, keepRows, putRow, releaseRows, type KeptRows } from './kept-rows.ts'
import type { Operator, Step } from './operator.ts'

/** For each row of the source: each row of a plan that does not depend on it, which is run once; its slots are kept. */
export function multiply(source: Operator, inner: Operator, slots: readonly number[]): Step {
  return {
    name: 'CartesianProduct',
    details: '',
    source,
    nested: [inner],
    begin: (frame, context, onRow) => {
      let kept: KeptRows | undefined
      return {
        row: () => {
          if (!kept) {
            kept = beginKeeping(slots)
            keepRows(kept, inner, frame, context)
          }
          for (let row = 0; row < kept.count; row++) {
            context.budget.step()
            putRow(kept, row, frame)
            if (!onRow()) return false
          }
          return kept.count > 0
        },
        end: () => {
          if (kept) releaseRows(kept, context)
        },
      }
    },
  }
}

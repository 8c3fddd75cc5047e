/** WITH and RETURN: computes values for each row. */
import type { Operator } from './operator.ts'
import type { Computed } from './slots.ts'

/** Computes each item into its slot; the source itself where there is nothing to compute. */
export function project(source: Operator, items: readonly Computed[], details: string): Operator {
  if (items.length === 0) return source
  return {
    name: 'Projection',
    details,
    source,
    begin: (frame, context, onRow) => ({
      row: () => {
        for (const { slot, evaluate } of items) frame[slot] = evaluate(frame, context)
        return onRow()
      },
    }),
  }
}

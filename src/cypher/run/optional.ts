/** Matches that may fail. */
import { forEachOrNull } from './apply-subquery.ts'
import { forEachRow, type Operator, type Step } from './operator.ts'

/** For each row of the source: the rows of a plan that begins with it, or, where it has none, one with null in the slots. */
export function optionally(source: Operator, inner: Operator, slots: readonly number[]): Step {
  return {
    name: 'Optional',
    details: '',
    source,
    nested: [inner],
    begin: (frame, context, onRow) => {
      const forEach = (each: () => boolean): boolean => forEachRow(inner, frame, context, each)
      return { row: () => forEachOrNull(forEach, slots, frame, onRow) }
    },
  }
}

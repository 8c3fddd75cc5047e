/** What rows are sorted by. */
import type { Budget, Context } from '../context.ts'
import type { Evaluate, Frame } from '../expressions/compile-scope.ts'
import { compareForOrder } from '../values/ordering.ts'
import type { Value } from '../value.ts'
import { valuesIn } from './slots.ts'

/** An item of ORDER BY. */
export interface SortKey {
  readonly evaluate: Evaluate
  readonly descending: boolean
}

/** A row that is kept for sorting. */
export interface SortRow {
  readonly keys: readonly Value[]
  /** Of the slots that are needed afterwards. */
  readonly values: readonly Value[]
}

/**
 * Compares rows by their keys: below 0 where the first is to come first, 0 where it makes no difference. Counts on the
 * budget.
 */
export type CompareKeys = (a: readonly Value[], b: readonly Value[], budget: Budget) => number

/** The order that the keys make. */
export function compareBy(keys: readonly SortKey[]): CompareKeys {
  const signs = keys.map(({ descending }) => (descending ? -1 : 1))
  return (a, b, budget) => {
    budget.step()
    for (let index = 0; index < signs.length; index++) {
      const order = compareForOrder(a[index] as Value, b[index] as Value, budget)
      if (order !== 0) return order * (signs[index] as number)
    }
    return 0
  }
}

/** The keys of the row in the frame. */
export function keysOf(keys: readonly SortKey[], frame: Frame, context: Context): readonly Value[] {
  return keys.map(({ evaluate }) => evaluate(frame, context))
}

/** The row in the frame, to be kept. */
export function sortRow(keys: readonly Value[], slots: readonly number[], frame: Frame): SortRow {
  return { keys, values: valuesIn(frame, slots) }
}

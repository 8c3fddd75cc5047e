/** CALL { … }: runs a subquery for each row. */
import type { Frame } from '../expressions/compile-scope.ts'
import { forEachRow, type Operator, type Step } from './operator.ts'

/** What is run for each row, and what it gives. */
export interface SubqueryOptions {
  readonly plan: Operator
  /** The slots of what it makes. */
  readonly outputs: readonly number[]
  /** It returns nothing, so that each row remains one. */
  readonly isUnit: boolean
  /** A row for which it gives none remains, with nulls. */
  readonly isOptional: boolean
  readonly details: string
}

/** Gives each row once for each row of the subquery. */
export function applySubquery(source: Operator, options: SubqueryOptions): Step {
  const { plan, outputs, isUnit, isOptional, details } = options
  return {
    name: isOptional ? 'OptionalApply' : isUnit ? 'SubqueryForeach' : 'Apply',
    details,
    nested: [plan],
    source,
    begin: (frame, context, onRow) => {
      const { budget } = context
      if (isUnit) {
        return { row: () => (budget.step(), forEachRow(plan, frame, context, () => true), onRow()) }
      }
      const forEach = (each: () => boolean): boolean => {
        budget.step()
        return forEachRow(plan, frame, context, each)
      }
      return { row: isOptional ? () => forEachOrNull(forEach, outputs, frame, onRow) : () => forEach(onRow) }
    },
  }
}

/** Calls `onRow` with each row, or once with nulls where there is none. */
export function forEachOrNull(
  forEach: (onRow: () => boolean) => boolean,
  outputs: readonly number[],
  frame: Frame,
  onRow: () => boolean,
): boolean {
  let rows = 0
  const isWanted = forEach(() => {
    rows += 1
    return onRow()
  })
  if (rows > 0) return isWanted
  for (const slot of outputs) frame[slot] = null
  return onRow()
}

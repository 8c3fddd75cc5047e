/** The items of WITH and RETURN as the planner sees them. */
import { compileExpression } from '../expressions/compile.ts'
import type { Computed } from '../run/slots.ts'
import type { ProjectedItem } from '../semantics/analysis.ts'
import { textOf, variableOf, type QueryScope } from './query-scope.ts'

/** What is to be computed for an item; undefined where it passes a variable on, whose value is in its slot already. */
export function computedItem(
  { expression, from, variable }: ProjectedItem,
  scope: QueryScope,
): Computed | undefined {
  if (!expression || from === variable) return undefined
  return { slot: variable.slot, evaluate: compileExpression(expression, scope) }
}

/** The slot of the variable that an item gives another name to; undefined for anything else. */
export function renamedSlot({ expression, variable }: ProjectedItem, scope: QueryScope): number | undefined {
  if (expression?.kind !== 'variable') return undefined
  const { slot } = variableOf(expression, scope)
  return slot === variable.slot ? undefined : slot
}

/** An item as EXPLAIN shows it: `a.name AS name`. */
export function itemText({ expression, name }: ProjectedItem, scope: QueryScope): string {
  const text = expression && textOf(expression, scope)
  return text === undefined || text === name ? name : `${text} AS ${name}`
}

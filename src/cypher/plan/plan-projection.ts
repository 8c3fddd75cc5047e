/** Plans WITH and RETURN. */
import { compileExpression } from '../expressions/compile.ts'
import { truthOf } from '../expressions/truth.ts'
import { distinct } from '../run/distinct.ts'
import { filterRows } from '../run/filter.ts'
import type { Operator } from '../run/operator.ts'
import { project } from '../run/project.ts'
import type { RowCount } from '../run/row-count.ts'
import { limit, skip } from '../run/skip-limit.ts'
import type { SortKey } from '../run/sort-keys.ts'
import { sort } from '../run/sort.ts'
import { top } from '../run/top.ts'
import type { Projection, Variable } from '../semantics/analysis.ts'
import type { Expression, ProjectionClause } from '../syntax/ast.ts'
import { planAggregation } from './plan-aggregation.ts'
import { projectionOf } from './projection-of.ts'
import { computedItem, itemText } from './projected-items.ts'
import { textOf, type QueryScope } from './query-scope.ts'
import { usedVariables } from './used-variables.ts'

/**
 * Computes the items of the clause for each row or group, makes them distinct, sorts, cuts and filters, in this order.
 * `certain` are variables that are not null.
 */
export function planProjection(
  clause: ProjectionClause,
  source: Operator,
  scope: QueryScope,
  certain: ReadonlySet<Variable>,
): Operator {
  const projection = projectionOf(clause, scope)
  const within = scope.withSlots(projection.slotOf)
  const projected = planItems(clause, projection, source, scope, certain)
  const ordered = planOrder(clause, projection, projected, within)
  const skipped = clause.skip ? skip(ordered, rowCount('SKIP', clause.skip, scope)) : ordered
  const limited = clause.limit ? limit(skipped, rowCount('LIMIT', clause.limit, scope)) : skipped
  return clause.where ? planWhere(clause.where, limited, within) : limited
}

function planItems(
  { distinct: isDistinct }: ProjectionClause,
  projection: Projection,
  source: Operator,
  scope: QueryScope,
  certain: ReadonlySet<Variable>,
): Operator {
  // Groups are distinct by themselves.
  if (projection.isAggregating) return planAggregation(projection, source, scope, certain)
  const { items } = projection
  const details = items.map((item) => itemText(item, scope)).join(', ')
  const computed = items.flatMap((item) => computedItem(item, scope) ?? [])
  const projected = project(source, computed, details)
  return isDistinct
    ? distinct(projected, slotsOf(projection), items.map(({ name }) => name).join(', '))
    : projected
}

function slotsOf({ items }: Projection): readonly number[] {
  return [...new Set(items.map(({ variable }) => variable.slot))]
}

/** Sorts; where no more than some of the first rows are wanted, only those are kept. */
function planOrder(
  clause: ProjectionClause,
  projection: Projection,
  source: Operator,
  scope: QueryScope,
): Operator {
  const { orderBy, where } = clause
  if (orderBy.length === 0) return source
  const keys = orderBy.map(({ expression, descending }): SortKey => {
    return { evaluate: compileExpression(expression, scope), descending }
  })
  const details = orderBy.map((item) => textOf(item, scope)).join(', ')
  const usedLater = where ? usedVariables([where], scope.analysis) : []
  const slots = [...new Set([...slotsOf(projection), ...Array.from(usedLater, ({ slot }) => slot)])]
  const counts = rowCounts(clause, scope)
  if (!clause.limit) return sort(source, keys, slots, details)
  const first = `first ${counts.map(({ text }) => text).join(' + ')}`
  return top(source, { keys, slots, counts, details: `${details} (${first})` })
}

function rowCounts({ limit: most, skip: left }: ProjectionClause, scope: QueryScope): readonly RowCount[] {
  return [...(most ? [rowCount('LIMIT', most, scope)] : []), ...(left ? [rowCount('SKIP', left, scope)] : [])]
}

function rowCount(keyword: RowCount['keyword'], expression: Expression, scope: QueryScope): RowCount {
  const { start, end } = expression
  const evaluate = compileExpression(expression, scope)
  return { keyword, evaluate, place: { start, end }, text: textOf(expression, scope) }
}

function planWhere(where: Expression, source: Operator, scope: QueryScope): Operator {
  const condition = compileExpression(where, scope)
  const isTrue: Parameters<typeof filterRows>[1][number] = (frame, context) =>
    truthOf(condition(frame, context), where) === true
  return filterRows(source, [isTrue], textOf(where, scope))
}

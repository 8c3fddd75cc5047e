/** Finds out where it makes no difference how often a row comes. */
import type { Aggregation, Projection, Variable } from '../semantics/analysis.ts'
import type { Clause } from '../syntax/ast.ts'
import { projectionOf } from './projection-of.ts'
import type { QueryScope } from './query-scope.ts'
import { usedVariables } from './used-variables.ts'

/**
 * The variables that the clause after others uses, when it takes rows that have the same values in these as one row;
 * undefined where it does not, so that each row must come as often as there are ways to find it.
 */
export function distinctVariables(
  next: Clause | undefined,
  scope: QueryScope,
): ReadonlySet<Variable> | undefined {
  if (next?.kind !== 'with' && next?.kind !== 'return') return undefined
  const projection = projectionOf(next, scope)
  if (!takesOnce(projection, next.distinct)) return undefined
  const passedOn = projection.items.flatMap(({ from }) => from ?? [])
  return new Set([...passedOn, ...usedVariables([next], scope.analysis)])
}

function takesOnce({ isAggregating, aggregations }: Projection, isDistinct: boolean): boolean {
  return isAggregating ? aggregations.every(countsOnce) : isDistinct
}

/** Whether the aggregation is the same however often a value comes. */
function countsOnce({ expression }: Aggregation): boolean {
  if (expression.kind === 'count rows') return false
  return expression.distinct || ['min', 'max'].includes(expression.name.text.toLowerCase())
}

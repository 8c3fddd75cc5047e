/** Plans patterns within expressions: conditions and comprehensions. */
import type { ForEachRow } from '../expressions/compile-scope.ts'
import { argument } from '../run/argument.ts'
import { forEachRow } from '../run/operator.ts'
import type { Variable } from '../semantics/analysis.ts'
import type { ExpressionOf } from '../syntax/ast.ts'
import { planPattern } from './plan-match.ts'
import type { PlanScope } from './plan-scope.ts'

/** The matches of a pattern for the row in the frame. Of one that is a condition, perhaps not all: only whether there are any counts. */
export function rowsOfPattern(
  expression: ExpressionOf<'pattern' | 'pattern comprehension'>,
  scope: PlanScope,
): ForEachRow {
  const bound = scope.analysis.imports.get(expression) ?? new Set<Variable>()
  const isCondition = expression.kind === 'pattern'
  const wanted = {
    patterns: [expression.pattern],
    where: isCondition ? undefined : expression.where,
    ...(isCondition && { distinctOn: new Set<Variable>() }),
  }
  const plan = planPattern(wanted, argument, bound, scope)
  return (frame, context, onRow) => forEachRow(plan, frame, context, onRow)
}

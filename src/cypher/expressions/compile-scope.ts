/** What the compiler of expressions needs to know of what stands around an expression, and gets done by the planner. */
import type { Context } from '../context.ts'
import type { Analysis } from '../semantics/analysis.ts'
import type { Expression, ExpressionOf } from '../syntax/ast.ts'
import type { Value } from '../value.ts'

/** The values of all variables of a statement, by slot. One frame serves a whole run: operators write into it. */
export type Frame = Value[]

/** Computes an expression for the row that is in the frame. */
export type Evaluate = (frame: Frame, context: Context) => Value

/** Gives the rows of a nested query one by one in the frame, until `onRow` returns false. Returns whether it never did. */
export type ForEachRow = (frame: Frame, context: Context, onRow: () => boolean) => boolean

/** What is known where an expression is compiled. */
export interface CompileScope {
  readonly analysis: Analysis
  /** Expressions whose values are in slots already: aggregations, grouping keys. */
  readonly slotOf: ReadonlyMap<Expression, number>
  /** The rows of the query of EXISTS, COUNT or COLLECT; its returned variable is in analysis.returns. */
  readonly rowsOfQuery: (expression: ExpressionOf<'exists' | 'count' | 'collect'>) => ForEachRow
  /** The matches of a pattern; of a comprehension, those that satisfy its WHERE. */
  readonly rowsOfPattern: (expression: ExpressionOf<'pattern' | 'pattern comprehension'>) => ForEachRow
  /** The path or the paths; null or an empty list where there are none. */
  readonly shortestPath: (expression: ExpressionOf<'shortest path'>) => Evaluate
}

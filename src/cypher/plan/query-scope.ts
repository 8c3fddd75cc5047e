/** What the planner of whole queries knows beside what that of a pattern does. */
import type { ProcedureDefinition } from '../procedure.ts'
import type { Variable } from '../semantics/analysis.ts'
import type { Expression, Place } from '../syntax/ast.ts'
import type { PlanScope } from './plan-scope.ts'

/** What is known where clauses are planned. */
export interface QueryScope extends PlanScope {
  /** By the name as registered. */
  readonly procedures: ReadonlyMap<string, ProcedureDefinition>
  /** The same, where the values of some expressions are in slots. */
  readonly withSlots: (slotOf: ReadonlyMap<Expression, number>) => QueryScope
}

/** The variable that a part of the syntax tree means or makes. */
export function variableOf(node: object, { analysis }: PlanScope): Variable {
  const variable = analysis.variables.get(node)
  if (!variable) throw new Error('The analysis does not know a variable of the syntax tree.')
  return variable
}

/** The text of a part of the statement on one line. */
export function textOf({ start, end }: Place, { text }: PlanScope): string {
  return text.slice(start, end).replace(/\s+/g, ' ').trim()
}

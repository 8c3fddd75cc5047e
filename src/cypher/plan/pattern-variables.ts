/** Finds the variables of a MATCH. */
import type { Variable } from '../semantics/analysis.ts'
import type { MatchClause } from '../syntax/ast.ts'
import type { PlanScope } from './plan-scope.ts'
import { variableOf } from './query-scope.ts'

/** The variables of patterns that have a name. */
export function patternVariables({ patterns }: MatchClause, scope: PlanScope): readonly Variable[] {
  const elements = patterns.flatMap((pattern) => [pattern, ...pattern.nodes, ...pattern.relationships])
  return elements.filter(({ variable }) => variable).map((element) => variableOf(element, scope))
}

/** Finds what the analysis knows of WITH and RETURN. */
import type { Projection } from '../semantics/analysis.ts'
import type { ProjectionClause } from '../syntax/ast.ts'
import type { PlanScope } from './plan-scope.ts'

/** What the analysis knows of the clause. */
export function projectionOf(clause: ProjectionClause, { analysis }: PlanScope): Projection {
  const projection = analysis.projections.get(clause)
  if (!projection) throw new Error('The analysis does not know a projection of the syntax tree.')
  return projection
}

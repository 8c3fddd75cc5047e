/** Finds out what later clauses need of the variables that a MATCH makes. */
import type { Variable } from '../semantics/analysis.ts'
import type { Clause, Expression, Place, SingleQuery } from '../syntax/ast.ts'
import { patternVariables } from './pattern-variables.ts'
import { projectionOf } from './projection-of.ts'
import type { PlanScope } from './plan-scope.ts'
import { usedVariables } from './used-variables.ts'

/** What is known of the variables of a single query. */
export interface VariableUses {
  /** Those that some MATCH of the query makes, which are never null. */
  readonly certain: ReadonlySet<Variable>
  /** For each variable, the last of the clauses that needs its value. */
  readonly lastUse: ReadonlyMap<Variable, number>
}

/** Looks through the clauses once. */
export function variableUses({ clauses }: SingleQuery, scope: PlanScope): VariableUses {
  const certain = new Set(clauses.flatMap((clause) => madeByMatch(clause, scope)))
  const isCountOnly = (part: object): boolean => isCountOf(part as Expression, certain, scope)
  const lastUse = new Map<Variable, number>()
  for (const [index, clause] of clauses.entries()) {
    const isProjection = clause.kind === 'with' || clause.kind === 'return'
    const taken = isProjection ? projectionOf(clause, scope).items.flatMap(({ from }) => from ?? []) : []
    for (const variable of [...taken, ...usedVariables([clause], scope.analysis, isCountOnly)]) {
      lastUse.set(variable, index)
    }
  }
  return { certain, lastUse }
}

function madeByMatch(clause: Clause, scope: PlanScope): readonly Variable[] {
  if (clause.kind !== 'match' || clause.optional) return []
  return patternVariables(clause, scope).filter(({ place }) => isWithin(place, clause))
}

function isWithin(place: Place, { start, end }: Place): boolean {
  return place.start >= start && place.end <= end
}

/** Whether it is `count(x)` of what is never null, which is the number of rows. */
export function isCountOf(
  expression: Expression,
  certain: ReadonlySet<Variable>,
  { analysis }: PlanScope,
): boolean {
  if (expression.kind !== 'call' || expression.distinct || expression.name.text.toLowerCase() !== 'count')
    return false
  const [counted] = expression.arguments
  const variable = counted?.kind === 'variable' ? analysis.variables.get(counted) : undefined
  return variable !== undefined && certain.has(variable)
}

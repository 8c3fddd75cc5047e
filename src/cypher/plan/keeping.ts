/** What of a match is put into the frame: no more than something needs. */
import type { Keeping } from '../run/pattern-values.ts'
import type { Variable } from '../semantics/analysis.ts'
import { mayBeSame, type PatternRelationship } from './pattern-graph.ts'
import type { Predicate } from './predicates.ts'
import type { ClausePlan } from './stream.ts'

/** How a relationship is put into the frame, for the predicates that are not tested already, and for others. */
export function keepingOf(
  relationship: PatternRelationship,
  clause: ClausePlan,
  tested: readonly Predicate[],
): Keeping {
  const { variable } = relationship
  if (variable.name !== undefined && clause.isWanted(variable)) return 'values'
  if (isAsked(variable, clause, tested)) return 'values'
  return isCompared(relationship, clause) ? 'numbers' : 'nothing'
}

/** Whether something in the clause needs the value of a relationship, but for predicates that are tested already. */
export function isAsked(
  variable: Variable,
  { pattern, predicates }: ClausePlan,
  tested: readonly Predicate[],
): boolean {
  if (pattern.paths.some((path) => path.relationships.includes(variable))) return true
  return predicates.some((predicate) => predicate.needs.has(variable) && !tested.includes(predicate))
}

/** Whether something needs the value of a node, other than the relationship by which it is found. */
export function isNodeAsked(node: Variable, found: PatternRelationship, clause: ClausePlan): boolean {
  if (node.name !== undefined && clause.isWanted(node)) return true
  const { relationships, shortest, paths } = clause.pattern
  const others = [...relationships, ...shortest.map(({ relationship }) => relationship)]
  return (
    others.some((other) => other !== found && (other.left === node || other.right === node)) ||
    paths.some(({ nodes }) => nodes.includes(node)) ||
    clause.predicates.some(({ needs }) => needs.has(node))
  )
}

/** Whether another relationship of the clause must not be the same. */
export function isCompared(relationship: PatternRelationship, { pattern }: ClausePlan): boolean {
  return pattern.relationships.some((other) => other !== relationship && mayBeSame(relationship, other))
}

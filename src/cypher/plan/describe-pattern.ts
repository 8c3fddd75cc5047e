/** Shows parts of patterns, for EXPLAIN. */
import type { Variable } from '../semantics/analysis.ts'
import type { PatternRelationship } from './pattern-graph.ts'
import type { PlanScope } from './plan-scope.ts'
import { textOf } from './query-scope.ts'

/** `(a)`; what has no name is shown without. */
export function describeNode({ name = '' }: Variable): string {
  return `(${name})`
}

/** `(a)-[r:KNOWS*1..3]->(b)`. */
export function describeRelationship(relationship: PatternRelationship, scope: PlanScope): string {
  const { pattern, variable, left, right } = relationship
  const types = pattern.types ? `:${textOf(pattern.types, scope)}` : ''
  const inside = `${variable.name ?? ''}${types}${lengthText(relationship)}`
  const line = inside && `[${inside}]`
  const before = pattern.direction === 'left' ? '<-' : '-'
  const after = pattern.direction === 'right' ? '->' : '-'
  return `${describeNode(left)}${before}${line}${after}${describeNode(right)}`
}

function lengthText({ length }: PatternRelationship): string {
  if (!length) return ''
  const { minimum, maximum } = length
  if (minimum === maximum) return `*${minimum}`
  return `*${minimum}..${maximum === Infinity ? '' : maximum}`
}

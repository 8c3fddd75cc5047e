/** What all ways to find a relationship have in common: its ends, what it must not be, and how it is found when it is there already. */
import { placeBound } from '../run/bound-relationships.ts'
import { hopsOf, turned, type Hop } from '../run/hops.ts'
import type { Operator } from '../run/operator.ts'
import type { TestRelationships } from '../run/variable-length.ts'
import type { Variable } from '../semantics/analysis.ts'
import type { OrderedRelationship } from './expansion-order.ts'
import { mayBeSame, type PatternRelationship } from './pattern-graph.ts'
import type { Stream } from './stream.ts'

/** The slots of the relationships placed before that this one must not be. */
export function unlikeSlots(relationship: PatternRelationship, { placed }: Stream): readonly number[] {
  return placed
    .filter((other) => other !== relationship && mayBeSame(other, relationship))
    .map(({ variable }) => variable.slot)
}

/** The node where it begins to be followed, and the other. */
export function ends(
  { left, right }: PatternRelationship,
  way: OrderedRelationship['way'],
): [Variable, Variable] {
  return way === 'from right' ? [right, left] : [left, right]
}

/** The relationships to follow there. */
export function hopsFrom(
  { types, pattern }: PatternRelationship,
  way: OrderedRelationship['way'],
): readonly Hop[] {
  const hops = hopsOf(types, pattern.direction)
  return way === 'from right' ? turned(hops) : hops
}

/** Finds where a relationship or a list of them lies that is in the frame already. */
export function placedBound(
  stream: Stream,
  relationship: PatternRelationship,
  details: string,
  test: TestRelationships | undefined,
): Operator {
  const { variable, left, right, pattern, types, length } = relationship
  const placement = {
    left: left.slot,
    isLeftBound: stream.bound.has(left),
    relationship: variable.slot,
    right: right.slot,
    isRightBound: stream.bound.has(right),
    direction: pattern.direction,
    types: types && new Set(types),
    length,
    unlike: unlikeSlots(relationship, stream),
    test,
  }
  return placeBound(stream.operator, placement, details)
}

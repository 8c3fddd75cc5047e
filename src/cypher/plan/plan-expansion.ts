/** Plans one step of a pattern: how a relationship or a trail is found. */
import { expandAll, expandInto } from '../run/expand.ts'
import { describeRelationship } from './describe-pattern.ts'
import { ends, hopsFrom, placedBound, unlikeSlots } from './expansion-ends.ts'
import type { OrderedRelationship } from './expansion-order.ts'
import { isNodeAsked, keepingOf } from './keeping.ts'
import { withTrail } from './plan-trail.ts'
import { extended, withFilters, type ClausePlan, type Stream } from './stream.ts'

/** Finds a relationship, then tests what can be tested. */
export function withRelationship(stream: Stream, step: OrderedRelationship, clause: ClausePlan): Stream {
  const { relationship } = step
  const { variable, left, right, length } = relationship
  const planned = length ? withTrail(stream, step, length, clause) : withSingle(stream, step, clause)
  const placed = [...stream.placed, relationship]
  return withFilters(extended(planned, planned.operator, [left, variable, right], { placed }), clause.scope)
}

function withSingle(stream: Stream, { relationship, way }: OrderedRelationship, clause: ClausePlan): Stream {
  const details = describeRelationship(relationship, clause.scope)
  if (way === 'placed') return { ...stream, operator: placedBound(stream, relationship, details, undefined) }
  const [from, to] = ends(relationship, way)
  const expansion = {
    from: from.slot,
    relationship: relationship.variable.slot,
    to: to.slot,
    hops: hopsFrom(relationship, way),
    keeping: keepingOf(relationship, clause, []),
    keepsTarget: isNodeAsked(to, relationship, clause),
    unlike: unlikeSlots(relationship, stream),
  }
  const expand = way === 'into' ? expandInto : expandAll
  return { ...stream, operator: expand(stream.operator, expansion, details) }
}

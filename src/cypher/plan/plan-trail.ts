/** Plans how trails of several relationships are found. */
import { expandToEnds } from '../run/distinct-ends.ts'
import type { Operator } from '../run/operator.ts'
import { expandTrails, type TestRelationships } from '../run/variable-length.ts'
import type { Variable } from '../semantics/analysis.ts'
import { describeRelationship } from './describe-pattern.ts'
import { ends, hopsFrom, placedBound, unlikeSlots } from './expansion-ends.ts'
import type { OrderedRelationship } from './expansion-order.ts'
import { isAsked, isCompared, keepingOf } from './keeping.ts'
import type { PatternRelationship, TrailLength } from './pattern-graph.ts'
import type { Predicate } from './predicates.ts'
import { isReady, type ClausePlan, type Stream } from './stream.ts'
import { without } from './without.ts'

/** A trail, with the conditions on each of its relationships that can be tested on the way. */
export function withTrail(
  stream: Stream,
  step: OrderedRelationship,
  length: TrailLength,
  clause: ClausePlan,
): Stream {
  const { relationship, way } = step
  const { variable } = relationship
  const universal = stream.pending.filter((predicate) => isTestedBy(predicate, relationship, stream, clause))
  const test = testOf(universal)
  // All that the list of relationships has to satisfy has been tested then; a path may have others.
  const tested = universal.filter((predicate) => predicate.universal?.of === variable)
  const pending = without(stream.pending, tested)
  const details = describeRelationship(relationship, clause.scope)
  if (way === 'placed') {
    return { ...stream, pending, operator: placedBound(stream, relationship, details, test) }
  }
  const trail = { length, test, tested, details }
  if (isPrunable(relationship, length, clause, tested)) {
    return { ...stream, pending, operator: prunedTrail(stream, step, trail) }
  }
  return fullTrail({ ...stream, pending }, step, trail, clause)
}

/** Whether the predicate is about each relationship of the trail, and all that it needs beside them is there. */
function isTestedBy(
  { universal }: Predicate,
  { variable }: PatternRelationship,
  { bound }: Stream,
  { pattern }: ClausePlan,
): boolean {
  if (universal?.items !== 'relationships' || !isReady(universal.needs, bound)) return false
  const path = pattern.paths.find((named) => named.variable === universal.of)
  return universal.of === variable || path?.relationships.includes(variable) === true
}

/** One test for all predicates; undefined where there are none. */
export function testOf(predicates: readonly Predicate[]): TestRelationships | undefined {
  const makers = predicates.flatMap(({ universal }) => (universal ? [universal.testItems] : []))
  const [only, ...others] = makers
  if (!only || others.length === 0) return only
  return (frame, context) => {
    const tests = makers.map((make) => make(frame, context))
    return (id) => tests.every((test) => test(id))
  }
}

interface TrailPlan {
  readonly length: TrailLength
  readonly test: TestRelationships | undefined
  /** The predicates that it makes sure of. */
  readonly tested: readonly Predicate[]
  readonly details: string
}

function fullTrail(
  stream: Stream,
  { relationship, way }: OrderedRelationship,
  { length, test, tested, details }: TrailPlan,
  clause: ClausePlan,
): Stream {
  const [from, to] = ends(relationship, way)
  const ofEnd = endPredicates(to, stream)
  const expansion = {
    from: from.slot,
    relationships: relationship.variable.slot,
    to: to.slot,
    isInto: way === 'into',
    hops: hopsFrom(relationship, way),
    ...length,
    keeping: keepingOf(relationship, clause, tested),
    unlike: unlikeSlots(relationship, stream),
    isReversed: way === 'from right',
    test,
    endTests: ofEnd.map((predicate) => predicate.test),
  }
  const conditions = ofEnd.map((predicate) => predicate.details).join(' AND ')
  const operator = expandTrails(stream.operator, expansion, details + (conditions && ` WHERE ${conditions}`))
  return { ...stream, operator, pending: without(stream.pending, ofEnd) }
}

/** What can be tested as soon as the end of a trail is known. */
function endPredicates(to: Variable, { bound, pending }: Stream): readonly Predicate[] {
  const then = new Set([...bound, to])
  return pending.filter(({ needs }) => isReady(needs, then))
}

/** Whether of all trails to a node one is enough, and it need not be known which. */
function isPrunable(
  relationship: PatternRelationship,
  { minimum }: TrailLength,
  clause: ClausePlan,
  tested: readonly Predicate[],
): boolean {
  const { variable } = relationship
  if (!clause.isDistinct || minimum > 1 || clause.isWanted(variable)) return false
  return !isAsked(variable, clause, tested) && !isCompared(relationship, clause)
}

function prunedTrail(
  stream: Stream,
  { relationship, way }: OrderedRelationship,
  { length, test, details }: TrailPlan,
): Operator {
  const [from, to] = ends(relationship, way)
  const expansion = {
    from: from.slot,
    to: to.slot,
    isInto: way === 'into',
    hops: hopsFrom(relationship, way),
    isUndirected: relationship.pattern.direction === 'both',
    minimum: length.minimum === 0 ? (0 as const) : (1 as const),
    maximum: length.maximum,
    test,
  }
  return expandToEnds(stream.operator, expansion, details)
}

/** Plans connected parts of a pattern. */
import { scanNodes } from '../run/scan-nodes.ts'
import { scanRelationships } from '../run/scan-relationships.ts'
import type { Variable } from '../semantics/analysis.ts'
import { unlikeSlots } from './expansion-ends.ts'
import { orderFrom, type ExpansionOrder } from './expansion-order.ts'
import { keepingOf } from './keeping.ts'
import type { PatternGraph, PatternRelationship } from './pattern-graph.ts'
import { withRelationship } from './plan-expansion.ts'
import { startAtNode, startAtRelationship, type StartPoint } from './start-points.ts'
import { extended, withFilters, type ClausePlan, type Stream } from './stream.ts'
import { without } from './without.ts'

/** Nodes that are connected by relationships, and these. */
export interface PatternPart {
  readonly nodes: ReadonlySet<Variable>
  readonly relationships: readonly PatternRelationship[]
}

/** The connected parts of a pattern, in the order of the text. */
export function partsOf({ nodes, relationships }: PatternGraph): readonly PatternPart[] {
  const groups = new Map<Variable, Set<Variable>>()
  for (const node of nodes) groups.set(node, new Set([node]))
  for (const { left, right } of relationships) unite(groups, left, right)
  return [...new Set(groups.values())].map((group) => ({
    nodes: group,
    relationships: relationships.filter(({ left }) => group.has(left)),
  }))
}

/** Puts the smaller of two groups into the larger. */
function unite(groups: Map<Variable, Set<Variable>>, left: Variable, right: Variable): void {
  const [one, other] = [groups.get(left), groups.get(right)]
  if (!one || !other || one === other) return
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  for (const node of small) {
    large.add(node)
    groups.set(node, large)
  }
}

/** All variables of the nodes and relationships. */
export function variablesOfPart({ nodes, relationships }: PatternPart): ReadonlySet<Variable> {
  return new Set([...nodes, ...relationships.map(({ variable }) => variable)])
}

/** Whether something of the part has a value before. */
export function isAnchored({ nodes, relationships }: PatternPart, bound: ReadonlySet<Variable>): boolean {
  return (
    [...nodes].some((node) => bound.has(node)) || relationships.some(({ variable }) => bound.has(variable))
  )
}

/** The order for a part that begins with what has a value already. */
export function anchoredOrder(
  { relationships }: PatternPart,
  { bound, rows }: Stream,
  { estimates }: ClausePlan,
): ExpansionOrder {
  return orderFrom(relationships, bound, rows, estimates)
}

/** Follows relationships one after the other. */
export function withOrder(stream: Stream, { steps, rows }: ExpansionOrder, clause: ClausePlan): Stream {
  const followed = steps.reduce<Stream>((before, step) => withRelationship(before, step, clause), stream)
  return { ...followed, rows }
}

/** How a part is begun and gone through. */
export interface PartPlan {
  readonly start: StartPoint
  readonly order: ExpansionOrder
  /** For each row before it. */
  readonly cost: number
}

/** In larger parts, only from the start with the fewest rows is it tried how the part is gone through. */
const mostTried = 16

/** The cheapest way to find a part of which nothing has a value before, for one row. */
export function bestPlan(part: PatternPart, stream: Stream, clause: ClausePlan): PartPlan {
  const starts = startsOf(part, stream, clause).sort((a, b) => a.scanned - b.scanned)
  const tried = starts.slice(0, part.relationships.length > mostTried ? 1 : starts.length)
  const plans = tried.map((start) => planFrom(start, part, stream, clause))
  return plans.reduce((best, plan) => (plan.cost < best.cost ? plan : best))
}

function startsOf(part: PatternPart, { bound, pending }: Stream, clause: ClausePlan): StartPoint[] {
  const given = { ...clause, predicates: pending, bound }
  const scannable = part.relationships.filter(({ length, left, right }) => !length && left !== right)
  return [
    ...Array.from(part.nodes, (node) => startAtNode(node, given)),
    ...scannable.map((relationship) => startAtRelationship(relationship, given)),
  ]
}

function planFrom(
  start: StartPoint,
  { relationships }: PatternPart,
  { bound }: Stream,
  { estimates }: ClausePlan,
): PartPlan {
  const left = 'node' in start ? relationships : relationships.filter((one) => one !== start.relationship)
  const order = orderFrom(left, new Set([...bound, ...startVariables(start)]), start.rows, estimates)
  return { start, order, cost: start.scanned + order.cost }
}

function startVariables(start: StartPoint): readonly Variable[] {
  if ('node' in start) return [start.node]
  const { left, variable, right } = start.relationship
  return [left, variable, right]
}

/** Begins a part for each row of the stream, and goes through it. */
export function withPart(stream: Stream, { start, order }: PartPlan, clause: ClausePlan): Stream {
  const begun = withStart(stream, start, clause)
  const rows = stream.rows * order.rows
  return withOrder(begun, { ...order, rows }, clause)
}

function withStart(stream: Stream, start: StartPoint, clause: ClausePlan): Stream {
  const pending = without(stream.pending, start.satisfied)
  const adds = startVariables(start)
  if ('node' in start) {
    const operator = scanNodes(stream.operator, start.node.slot, start.find, start.told)
    return withFilters(extended(stream, operator, adds, { pending }), clause.scope)
  }
  const { relationship, told } = start
  const { types, pattern, left, variable, right } = relationship
  const scan = {
    types,
    direction: pattern.direction,
    left: left.slot,
    relationship: variable.slot,
    right: right.slot,
    keeping: keepingOf(relationship, clause, []),
    unlike: unlikeSlots(relationship, stream),
  }
  const operator = scanRelationships(stream.operator, scan, told)
  const placed = [...stream.placed, relationship]
  return withFilters(extended(stream, operator, adds, { pending, placed }), clause.scope)
}

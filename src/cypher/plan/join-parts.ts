/** Plans the parts of a pattern that are not connected, and joins them. */
import { argument } from '../run/argument.ts'
import { filterRows } from '../run/filter.ts'
import { joinByValue } from '../run/hash-join.ts'
import { haveCommon } from '../run/pattern-values.ts'
import { multiply } from '../run/product.ts'
import type { Variable } from '../semantics/analysis.ts'
import { isUsable } from './index-seek.ts'
import { mayBeSame } from './pattern-graph.ts'
import {
  anchoredOrder,
  bestPlan,
  isAnchored,
  variablesOfPart,
  withOrder,
  withPart,
  type PartPlan,
  type PatternPart,
} from './pattern-parts.ts'
import type { Predicate, Side } from './predicates.ts'
import { extended, isReady, withFilters, type ClausePlan, type Stream } from './stream.ts'

/** Finds first what begins at values that are there, those parts first that make the rows the fewest. */
export function withAnchoredParts(stream: Stream, parts: readonly PatternPart[], clause: ClausePlan): Stream {
  const anchored = parts.filter((part) => isAnchored(part, stream.bound))
  const orders = anchored.map((part) => anchoredOrder(part, stream, clause))
  orders.sort((a, b) => a.rows - b.rows)
  return orders.reduce<Stream>((before, order) => {
    const rows = (before.rows * order.rows) / Math.max(stream.rows, 1e-6)
    return withOrder(before, { ...order, rows }, clause)
  }, stream)
}

/** How a part is found beside the rows that there are. */
interface Addition {
  readonly part: PatternPart
  readonly way: 'for each row' | 'by value' | 'product'
  readonly plan: PartPlan
  /** The equality that joins them, and its sides: of the rows that there are, and of the part. */
  readonly join?: { readonly predicate: Predicate; readonly outer: Side; readonly inner: Side }
}

/** Ways in the order in which they make fewer rows. */
const preference: readonly Addition['way'][] = ['for each row', 'by value', 'product']

/**
 * Finds a part more; `before` is what was there before the clause. Of several, the one that is tied most closely to the rows
 * that there are, or else has the fewest rows. Returns the parts that are left, too.
 */
export function withNextPart(
  stream: Stream,
  parts: readonly PatternPart[],
  before: Stream,
  clause: ClausePlan,
): { readonly stream: Stream; readonly left: readonly PatternPart[] } {
  const [best] = parts
    .map((part) => additionOf(part, stream, before, clause))
    .sort(
      (a, b) =>
        preference.indexOf(a.way) - preference.indexOf(b.way) || a.plan.order.rows - b.plan.order.rows,
    )
  if (!best) return { stream, left: [] }
  return {
    stream: withAddition(stream, best, before, clause),
    left: parts.filter((part) => part !== best.part),
  }
}

function additionOf(part: PatternPart, stream: Stream, before: Stream, clause: ClausePlan): Addition {
  if (isSought(part, stream, clause))
    return { part, way: 'for each row', plan: bestPlan(part, stream, clause) }
  const plan = planApart(part, stream, before, clause)
  // There is but one row yet.
  if (clause.isAtOnce && stream.bound.size === before.bound.size) return { part, way: 'for each row', plan }
  const join = joinOf(part, stream, before, clause)
  return join ? { part, way: 'by value', plan, join } : { part, way: 'product', plan }
}

/** How a part is found by itself: the same, whatever has been found of others. */
function planApart(part: PatternPart, stream: Stream, before: Stream, clause: ClausePlan): PartPlan {
  const known = clause.plansApart.get(part) ?? bestPlan(part, apart(stream, before, clause), clause)
  clause.plansApart.set(part, known)
  return known
}

/** Whether a node of the part is found in an index by a value of the rows. */
function isSought(part: PatternPart, { pending, bound }: Stream, { scope }: ClausePlan): boolean {
  return pending.some(({ lookUps }) =>
    lookUps.some(
      (lookUp) =>
        lookUp.value.needs.size > 0 &&
        part.nodes.has(lookUp.variable) &&
        isUsable(lookUp, lookUp.variable, { bound, scope }),
    ),
  )
}

/** Where a part begins that is found by itself. What was there before the clause is the same for all of its rows only if nothing gives rows before. */
function apart({ pending, paths }: Stream, before: Stream, { isAtOnce }: ClausePlan): Stream {
  const bound = isAtOnce ? before.bound : new Set<Variable>()
  return { operator: argument, bound, pending, paths, placed: [], rows: 1 }
}

function joinOf(
  part: PatternPart,
  { pending, bound }: Stream,
  before: Stream,
  { isAtOnce }: ClausePlan,
): Addition['join'] {
  const inside = new Set([...variablesOfPart(part), ...(isAtOnce ? before.bound : [])])
  for (const predicate of pending) {
    const [left, right] = predicate.equality ?? []
    if (!left || !right) continue
    if (isTied(left, right, bound, inside)) return { predicate, outer: left, inner: right }
    if (isTied(right, left, bound, inside)) return { predicate, outer: right, inner: left }
  }
  return undefined
}

function isTied(
  outer: Side,
  inner: Side,
  bound: ReadonlySet<Variable>,
  inside: ReadonlySet<Variable>,
): boolean {
  if (!isReady(outer.needs, bound) || !isReady(inner.needs, inside)) return false
  return !isReady(outer.needs, inside) && !isReady(inner.needs, bound)
}

function withAddition(stream: Stream, addition: Addition, before: Stream, clause: ClausePlan): Stream {
  const { plan, way, join } = addition
  if (way === 'for each row') return withPart(stream, plan, clause)
  const inner = withPart(apart(stream, before, clause), plan, clause)
  // What is kept in memory is the smaller, if both can be found by themselves.
  const isSwapped = clause.isAtOnce && inner.rows > stream.rows
  const [outer, kept] = isSwapped ? [inner, stream] : [stream, inner]
  const slots = [...kept.bound].filter((variable) => !outer.bound.has(variable)).map(({ slot }) => slot)
  const [outerKey, keptKey] = isSwapped ? [join?.inner, join?.outer] : [join?.outer, join?.inner]
  const operator =
    outerKey && keptKey
      ? joinByValue(
          outer.operator,
          outerKey.evaluate,
          { plan: kept.operator, slots, key: keptKey.evaluate },
          join?.predicate.details ?? '',
        )
      : multiply(outer.operator, kept.operator, slots)
  const pending = outer.pending.filter(
    (predicate) => kept.pending.includes(predicate) && predicate !== join?.predicate,
  )
  const joined = extended(outer, operator, kept.bound, {
    pending,
    paths: outer.paths.filter((path) => kept.paths.includes(path)),
    placed: [...stream.placed, ...inner.placed],
    rows: stream.rows * inner.rows * (join ? 0.1 : 1),
  })
  return withFilters(withDifferent(joined, stream, inner), clause.scope)
}

/** Relationships of one clause are never the same, also in parts that are found apart. */
function withDifferent(joined: Stream, first: Stream, second: Stream): Stream {
  const pairs = first.placed.flatMap((one) =>
    second.placed
      .filter((other) => mayBeSame(one, other))
      .map((other): [Variable, Variable] => [one.variable, other.variable]),
  )
  if (pairs.length === 0) return joined
  const tests = pairs.map(
    ([one, other]) =>
      (frame: Parameters<typeof haveCommon>[0]) =>
        !haveCommon(frame, one.slot, other.slot),
  )
  const details = pairs.map(([one, other]) => `${one.name ?? '_'} <> ${other.name ?? '_'}`).join(' AND ')
  return { ...joined, operator: filterRows(joined.operator, tests, details) }
}

/** What has been planned of a clause so far: rows with some variables, and what is still to be asked of them. */
import { assemblePath } from '../run/assemble-path.ts'
import { filterRows } from '../run/filter.ts'
import type { Operator } from '../run/operator.ts'
import type { Variable } from '../semantics/analysis.ts'
import type { Estimates } from './estimates.ts'
import type { NamedPath, PatternGraph, PatternRelationship } from './pattern-graph.ts'
import type { PartPlan, PatternPart } from './pattern-parts.ts'
import type { PlanScope } from './plan-scope.ts'
import type { Predicate } from './predicates.ts'
import { textOf } from './query-scope.ts'
import { without } from './without.ts'

/** A plan under way. */
export interface Stream {
  readonly operator: Operator
  /** The variables that have a value in each row. */
  readonly bound: ReadonlySet<Variable>
  /** The predicates that are not tested yet. */
  readonly pending: readonly Predicate[]
  /** The paths that are not put into the frame yet. */
  readonly paths: readonly NamedPath[]
  /** The relationships of the clause that are among the bound variables. */
  readonly placed: readonly PatternRelationship[]
  /** How many rows, roughly. */
  readonly rows: number
}

/** What is the same for the whole clause. */
export interface ClausePlan {
  readonly scope: PlanScope
  readonly pattern: PatternGraph
  /** All predicates of the clause. */
  readonly predicates: readonly Predicate[]
  readonly estimates: Estimates
  /** Whether the value of a variable matters beyond the clause. */
  readonly isWanted: (variable: Variable) => boolean
  /** Whether it is of no interest how often a row comes. */
  readonly isDistinct: boolean
  /** Nothing gives rows before the clause: it begins once, and what was bound before does not change until it ends. */
  readonly isAtOnce: boolean
  /** How parts are found by themselves, as far as it is known. */
  readonly plansApart: Map<PatternPart, PartPlan>
}

/** With an operator more, which gives further variables a value. */
export function extended(
  stream: Stream,
  operator: Operator,
  adds: Iterable<Variable>,
  changes: Partial<Stream> = {},
): Stream {
  return { ...stream, operator, bound: new Set([...stream.bound, ...adds]), ...changes }
}

/** Whether all of these variables have a value. */
export function isReady(needs: Iterable<Variable>, bound: ReadonlySet<Variable>): boolean {
  for (const need of needs) if (!bound.has(need)) return false
  return true
}

/** Tests what can be tested, with the paths that it takes. */
export function withFilters(stream: Stream, scope: PlanScope): Stream {
  const filtered = withReadyFilters(stream)
  const path = filtered.paths.find((named) => isReadyAndAsked(named, filtered))
  return path ? withFilters(withPath(filtered, path, scope), scope) : filtered
}

function withReadyFilters(stream: Stream): Stream {
  const ready = stream.pending.filter(({ needs }) => isReady(needs, stream.bound))
  if (ready.length === 0) return stream
  const details = ready.map(({ details }) => details).join(' AND ')
  const operator = filterRows(
    stream.operator,
    ready.map(({ test }) => test),
    details,
  )
  return { ...stream, operator, pending: without(stream.pending, ready) }
}

/** Whether the path can be put together, and a predicate then be tested. */
function isReadyAndAsked(path: NamedPath, { pending, bound }: Stream): boolean {
  if (!isReady([...path.nodes, ...path.relationships], bound)) return false
  const then = new Set([...bound, path.variable])
  return pending.some(({ needs }) => needs.has(path.variable) && isReady(needs, then))
}

/** Puts a path into the frame. */
export function withPath(stream: Stream, path: NamedPath, scope: PlanScope): Stream {
  const slotOf = ({ slot }: Variable): number => slot
  const parts = {
    path: path.variable.slot,
    nodes: path.nodes.map(slotOf),
    relationships: path.relationships.map(slotOf),
  }
  const operator = assemblePath(stream.operator, parts, textOf(path.pattern, scope))
  const paths = stream.paths.filter((other) => other !== path)
  return extended(stream, operator, [path.variable], { paths })
}

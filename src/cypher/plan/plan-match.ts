/** Plans MATCH and OPTIONAL MATCH. */
import { compileError } from '../cypher-error.ts'
import { argument, isArgument } from '../run/argument.ts'
import { filterRows } from '../run/filter.ts'
import type { Operator } from '../run/operator.ts'
import { optionally } from '../run/optional.ts'
import { nodeIn } from '../run/pattern-values.ts'
import type { Variable } from '../semantics/analysis.ts'
import type { Expression, MatchClause, PathPattern } from '../syntax/ast.ts'
import { describeNode } from './describe-pattern.ts'
import { predicatesOfElements } from './element-predicates.ts'
import { estimatesOf } from './estimates.ts'
import { withAnchoredParts, withNextPart } from './join-parts.ts'
import { patternGraphOf, variablesOfPattern, type PatternGraph } from './pattern-graph.ts'
import { isAnchored, partsOf, type PatternPart } from './pattern-parts.ts'
import type { PlanScope } from './plan-scope.ts'
import { predicatesOfCondition, type Predicate } from './predicates.ts'
import { withShortestPaths } from './shortest-path.ts'
import { withFilters, withPath, type ClausePlan, type Stream } from './stream.ts'

/** What else is known of the rows that are wanted. */
export interface MatchOptions {
  /** Only these variables matter, beside those that were bound, and it does not matter how often a row comes. */
  readonly distinctOn?: ReadonlySet<Variable>
  /** Only these variables matter, beside those that were bound; every row does. Without either, all with a name matter. */
  readonly neededAfter?: ReadonlySet<Variable>
}

/** A pattern to be found: several of a clause, or one that is an expression. */
export interface WantedPattern extends MatchOptions {
  readonly patterns: readonly PathPattern[]
  readonly where: Expression | undefined
}

/**
 * The plan of a clause: for each row of the source, the rows of its matches. `bound` are the variables that have a value in
 * the rows of the source.
 */
export function planMatch(
  clause: MatchClause,
  source: Operator,
  bound: ReadonlySet<Variable>,
  scope: PlanScope,
  options: MatchOptions = {},
): Operator {
  const wanted = { ...options, patterns: clause.patterns, where: clause.where }
  if (!clause.optional) return planPattern(wanted, source, bound, scope)
  const inner = planPattern(wanted, argument, bound, scope)
  const made = [...variablesOfPattern(patternGraphOf(clause.patterns, scope))]
  const slots = made.filter((variable) => !bound.has(variable)).map(({ slot }) => slot)
  return optionally(source, inner, slots)
}

/** The plan of patterns that are to match together. */
export function planPattern(
  wanted: WantedPattern,
  source: Operator,
  bound: ReadonlySet<Variable>,
  scope: PlanScope,
): Operator {
  const clause = clausePlanOf(wanted, isArgument(source), scope)
  const { pattern, predicates, isAtOnce } = clause
  const rows = isAtOnce ? 1 : rowsOfSource
  const begin: Stream = {
    operator: source,
    bound,
    pending: predicates,
    paths: pattern.paths,
    placed: [],
    rows,
  }
  const parts = partsOf(pattern)
  // What begins a query should be a scan, not a filter before it, so that the run comes up for breath between its rows.
  const before = bound.size === 0 && isAtOnce ? begin : withFilters(withNodesNotNull(begin, parts), scope)
  const found = withParts(before, parts, clause)
  return found.paths.reduce<Stream>((stream, path) => withPath(stream, path, scope), found).operator
}

/** What is not known of the rows before a clause. */
const rowsOfSource = 100

/** More than that in one clause is refused: each is a step of its own. */
const mostElements = 1000

function clausePlanOf(
  { patterns, where, distinctOn, neededAfter }: WantedPattern,
  isAtOnce: boolean,
  scope: PlanScope,
): ClausePlan {
  const whole = patternGraphOf(patterns, scope)
  checkSize(whole)
  const asked = [
    ...patterns.flatMap((pattern) => predicatesOfElements(pattern, scope)),
    ...(where ? predicatesOfCondition(where, scope) : []),
  ]
  const predicates = asked.map((predicate) =>
    predicate.isVolatile ? lateTested(predicate, whole) : predicate,
  )
  const matters = distinctOn ?? neededAfter
  const isWanted = (variable: Variable): boolean => matters?.has(variable) ?? true
  const isAsked = (variable: Variable): boolean =>
    isWanted(variable) || predicates.some(({ needs }) => needs.has(variable))
  return {
    scope,
    pattern: { ...whole, paths: whole.paths.filter(({ variable }) => isAsked(variable)) },
    predicates,
    estimates: estimatesOf(scope.graph, predicates),
    isWanted,
    isDistinct: distinctOn !== undefined,
    isAtOnce,
    plansApart: new Map(),
  }
}

/** What gives another value each time is to be computed for each match. */
function lateTested(predicate: Predicate, pattern: PatternGraph): Predicate {
  const { test, details, needs } = predicate
  const elements = [...pattern.nodes, ...pattern.relationships.map(({ variable }) => variable)]
  return { test, details, needs: new Set([...needs, ...elements]), lookUps: [], isVolatile: true }
}

function checkSize({ nodes, relationships, shortest }: PatternGraph): void {
  const size = nodes.size + relationships.length + shortest.length
  if (size <= mostElements) return
  throw compileError(
    'LimitExceeded',
    'PatternSize',
    `The patterns of one clause have ${size} nodes and relationships, more than ${mostElements}.`,
    { hint: 'Match them in several queries, or with a pattern of variable length.' },
  )
}

/** A node that was bound before and stands alone must not be null. */
function withNodesNotNull(stream: Stream, parts: readonly PatternPart[]): Stream {
  const alone = parts.filter(({ relationships }) => relationships.length === 0)
  const bound = alone.flatMap(({ nodes }) => [...nodes]).filter((node) => stream.bound.has(node))
  if (bound.length === 0) return stream
  const tests = bound.map(
    ({ slot }) =>
      (frame: Parameters<typeof nodeIn>[0]) =>
        nodeIn(frame, slot) !== null,
  )
  const details = bound.map((node) => `${describeNode(node)} IS NOT NULL`).join(' AND ')
  return { ...stream, operator: filterRows(stream.operator, tests, details) }
}

/** Finds all parts of the pattern; shortest paths as soon as their ends are there. */
function withParts(before: Stream, parts: readonly PatternPart[], clause: ClausePlan): Stream {
  let stream = withShortestPaths(withAnchoredParts(before, parts, clause), clause)
  let left: readonly PatternPart[] = parts.filter((part) => !isAnchored(part, before.bound))
  while (left.length > 0) {
    const next = withNextPart(stream, left, before, clause)
    stream = withShortestPaths(next.stream, clause)
    left = next.left
  }
  return stream
}

/** Plans shortest paths, of MATCH and as values. */
import type { Evaluate } from '../expressions/compile-scope.ts'
import { hopsOf } from '../run/hops.ts'
import { findShortest, forEachShortestPath, type ShortestPaths } from '../run/shortest-paths.ts'
import type { Variable } from '../semantics/analysis.ts'
import type { ExpressionOf } from '../syntax/ast.ts'
import type { PathValue } from '../value.ts'
import { predicatesOfElements } from './element-predicates.ts'
import { shortestOf, type ShortestPattern } from './pattern-graph.ts'
import { testOf } from './plan-trail.ts'
import type { PlanScope } from './plan-scope.ts'
import type { Predicate } from './predicates.ts'
import { textOf } from './query-scope.ts'
import { extended, isReady, withFilters, type ClausePlan, type Stream } from './stream.ts'
import { without } from './without.ts'

/** Searches the shortest paths of the clause whose ends are there. */
export function withShortestPaths(stream: Stream, clause: ClausePlan): Stream {
  return clause.pattern.shortest
    .filter(({ relationship: { variable, left, right } }) => {
      return !stream.bound.has(variable) && isReady([left, right], stream.bound)
    })
    .reduce<Stream>((before, shortest) => withShortestPath(before, shortest, clause), stream)
}

function withShortestPath(stream: Stream, shortest: ShortestPattern, { scope }: ClausePlan): Stream {
  const made = variablesOfShortest(shortest)
  const then = new Set([...stream.bound, ...made])
  const about = stream.pending.filter(
    ({ needs }) => made.some((variable) => needs.has(variable)) && isReady(needs, then),
  )
  const wanted = shortestPaths(shortest, about, stream.bound)
  const operator = findShortest(stream.operator, wanted, textOf(shortest.pattern, scope))
  const pending = without(stream.pending, about)
  return withFilters(extended(stream, operator, made, { pending }), scope)
}

function variablesOfShortest({ relationship, path }: ShortestPattern): readonly Variable[] {
  return path ? [relationship.variable, path] : [relationship.variable]
}

/** What is searched: on the way, conditions on each relationship or node are tested, at its end those on the whole path. */
function shortestPaths(
  shortest: ShortestPattern,
  about: readonly Predicate[],
  bound: ReadonlySet<Variable>,
): ShortestPaths {
  const { pattern, relationship, path } = shortest
  const { variable, left, right, types, length } = relationship
  const onTheWay = about.filter(({ universal }) => universal && isReady(universal.needs, bound))
  const conditions = without(about, onTheWay).map(({ test }) => test)
  const { start, end } = pattern
  return {
    from: left.slot,
    relationships: variable.slot,
    isSingle: !length,
    to: right.slot,
    path: path?.slot,
    hops: hopsOf(types, relationship.pattern.direction),
    minimum: length?.minimum === 0 ? 0 : 1,
    maximum: length?.maximum ?? 1,
    all: pattern.shortest === 'allShortestPaths',
    testRelationships: testOf(onTheWay.filter(({ universal }) => universal?.items === 'relationships')),
    testNodes: testOf(onTheWay.filter(({ universal }) => universal?.items === 'nodes')),
    conditions,
    place: { start, end },
  }
}

/** A shortest path as a value: null where there is none; of `allShortestPaths`, the list of all. null from or to null. */
export function shortestPathOf(expression: ExpressionOf<'shortest path'>, scope: PlanScope): Evaluate {
  const shortest = shortestOf(expression.pattern, scope)
  const { variable, left, right } = shortest.relationship
  const predicates = predicatesOfElements(expression.pattern, scope)
  const about = predicates.filter(({ needs }) => needs.has(variable))
  const ofEnds = without(predicates, about).map(({ test }) => test)
  const wanted = shortestPaths(
    shortest,
    about,
    scope.analysis.imports.get(expression) ?? new Set([left, right]),
  )
  return (frame, context) => {
    if (frame[left.slot] === null || frame[right.slot] === null) return null
    const paths: PathValue[] = []
    if (ofEnds.every((passes) => passes(frame, context))) {
      forEachShortestPath(frame, context, wanted, (path) => paths.push(path) > 0)
    }
    return wanted.all ? paths : (paths[0] ?? null)
  }
}

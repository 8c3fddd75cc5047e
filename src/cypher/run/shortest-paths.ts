/** `shortestPath` and `allShortestPaths` between two nodes that are in the frame. */
import type { Context } from '../context.ts'
import { runtimeError } from '../cypher-error.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import type { Place } from '../syntax/ast.ts'
import type { PathValue } from '../value.ts'
import { pathAlong } from './assemble-path.ts'
import type { RowTest } from './filter.ts'
import type { Hop } from './hops.ts'
import type { Operator, Step } from './operator.ts'
import { nodeIn } from './pattern-values.ts'
import { forEachShortest } from './shortest-search.ts'
import { beginWalk, forEachTrail, type RelationshipTest } from './trails.ts'
import type { TestRelationships } from './variable-length.ts'

/** What is searched between which nodes, and the slots. */
export interface ShortestPaths {
  readonly from: number
  /** For the relationships; a single one where the pattern has no `*`. */
  readonly relationships: number
  readonly isSingle: boolean
  readonly to: number
  /** For the path, where it has a name. */
  readonly path: number | undefined
  readonly hops: readonly Hop[]
  readonly minimum: 0 | 1
  /** May be Infinity. */
  readonly maximum: number
  /** `allShortestPaths`: not only one of them. */
  readonly all: boolean
  readonly testRelationships: TestRelationships | undefined
  /** Also of both ends. */
  readonly testNodes: TestNodes | undefined
  /** Conditions on the path as a whole: the shortest that satisfies them is searched. */
  readonly conditions: readonly RowTest[]
  readonly place: Place
}

/** Makes the test of nodes for the row in the frame. */
export type TestNodes = (frame: Frame, context: Context) => (node: number) => boolean

/** For each row of the source: a row for each of the paths. */
export function findShortest(source: Operator, wanted: ShortestPaths, details: string): Step {
  return {
    name: 'ShortestPath',
    details,
    source,
    begin: (frame, context, onRow) => ({
      row: () => forEachShortestPath(frame, context, wanted, onRow),
    }),
  }
}

/**
 * Calls `onPath` with each of the paths, which is in the frame then, until it returns false. Returns whether it never did.
 * There is none from or to null. Throws a CypherError where both ends are the same node.
 */
export function forEachShortestPath(
  frame: Frame,
  context: Context,
  wanted: ShortestPaths,
  onPath: (path: PathValue) => boolean,
): boolean {
  const [start, end] = [nodeIn(frame, wanted.from), nodeIn(frame, wanted.to)]
  if (start === null || end === null) return true
  if (start === end && wanted.minimum > 0) throw sameEnds(wanted.place)
  const search = {
    ...wanted,
    start: start.id,
    end: end.id,
    acceptsRelationship: wanted.testRelationships?.(frame, context),
    acceptsNode: wanted.testNodes?.(frame, context),
    isFound: false,
    isWanted: true,
  }
  const offer = (relationships: readonly number[]): boolean =>
    offerPath(frame, context, search, pathAlong(context, start, relationships), onPath)
  const length = searchByBreadth(context, search, offer)
  if (length !== undefined && !search.isFound) searchByLength(context, search, length + 1, offer)
  return search.isWanted
}

/** A search that is under way. */
interface Search extends ShortestPaths {
  readonly start: number
  readonly end: number
  readonly acceptsRelationship: RelationshipTest | undefined
  readonly acceptsNode: ((node: number) => boolean) | undefined
  isFound: boolean
  isWanted: boolean
}

/** Tells of a path if it satisfies the conditions. Returns whether further ones of its length are wanted. */
function offerPath(
  frame: Frame,
  context: Context,
  search: Search,
  path: PathValue,
  onPath: (path: PathValue) => boolean,
): boolean {
  const { relationships } = path
  frame[search.relationships] = search.isSingle ? (relationships[0] ?? null) : relationships
  if (search.path !== undefined) frame[search.path] = path
  if (!search.conditions.every((passes) => passes(frame, context))) return true
  search.isFound = true
  search.isWanted = onPath(path)
  return search.isWanted && search.all
}

/** Returns the length of the shortest paths, whether or not they satisfy the conditions; undefined where there is none. */
function searchByBreadth(
  context: Context,
  search: Search,
  offer: (relationships: readonly number[]) => boolean,
): number | undefined {
  const { start, end, acceptsNode } = search
  if (start !== end) return forEachShortest(context, search, start, end, offer) || undefined
  if (acceptsNode && !acceptsNode(start)) return undefined
  offer([])
  return 0
}

/** Goes through all trails in the order of their lengths, until some satisfy the conditions. */
function searchByLength(
  context: Context,
  search: Search,
  from: number,
  offer: (relationships: readonly number[]) => boolean,
): void {
  const walk = beginWalk()
  const accepts = acceptance(context, search)
  let isAtEnd = false
  for (let length = from; length <= search.maximum && !search.isFound && !isAtEnd; length++) {
    isAtEnd = true
    const trails = { hops: search.hops, minimum: length, maximum: length, accepts }
    forEachTrail(context, walk, trails, search.start, (_, end) => {
      isAtEnd = false
      return end !== search.end || offer(walk.relationships.slice(0, length))
    })
  }
}

/** Whether a path may have a relationship, as to itself and to its ends. */
function acceptance(
  { graph }: Context,
  { acceptsRelationship, acceptsNode }: Search,
): RelationshipTest | undefined {
  if (!acceptsNode) return acceptsRelationship
  return (id) =>
    (!acceptsRelationship || acceptsRelationship(id)) &&
    acceptsNode(graph.startOf(id)) &&
    acceptsNode(graph.endOf(id))
}

function sameEnds(place: Place): Error {
  return runtimeError(
    'ArgumentError',
    'ShortestPathCommonEndNodes',
    'The shortest path algorithm does not work when the start and end nodes are the same.',
    {
      place,
      hint: 'Leave such rows out with `WHERE a <> b`, or match `p = (a)-[*]-(a)` with `ORDER BY length(p) LIMIT 1`.',
    },
  )
}

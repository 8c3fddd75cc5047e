/** Finds the shortest paths between two nodes: breadth first from both ends, until the two meet. */
import type { Context } from '../context.ts'
import { borrowMarks, returnMarks } from './borrowed-marks.ts'
import { beginCursor, moveOn, openCursor, type Cursor } from './cursor.ts'
import { turned, type Hop } from './hops.ts'
import type { RelationshipTest } from './trails.ts'

/** Which paths are searched. */
export interface ShortestSearch {
  readonly hops: readonly Hop[]
  /** Of relationships; may be Infinity. */
  readonly maximum: number
  readonly acceptsRelationship: RelationshipTest | undefined
  /** Also asked for both ends. */
  readonly acceptsNode: ((node: number) => boolean) | undefined
}

/** The nodes that are reached from one end. */
interface Side {
  /** By node: how many relationships from the end, plus 1; 0 where it is not reached. */
  readonly distances: Int32Array
  readonly reached: number[]
  /** The nodes at the greatest distance yet begin here in `reached`. */
  frontier: number
  /** That distance. */
  depth: number
  readonly hops: readonly Hop[]
  readonly cursor: Cursor
}

/**
 * Finds the shortest paths between two different nodes; `onPath` is called with the relationships of each, in a list that
 * is used again, until it returns false. Returns their length, 0 where there is no path.
 */
export function forEachShortest(
  context: Context,
  search: ShortestSearch,
  start: number,
  end: number,
  onPath: (relationships: readonly number[]) => boolean,
): number {
  if (search.acceptsNode && !(search.acceptsNode(start) && search.acceptsNode(end))) return 0
  const left = beginSide(context, search.hops, start)
  const right = beginSide(context, turned(search.hops), end)
  const meetings = meet(context, search, left, right)
  const length = meetings.length > 0 ? left.depth + right.depth : 0
  for (const meeting of meetings) {
    if (!forEachPathThrough(context, search, left, right, meeting, onPath)) break
  }
  endSide(context, left)
  endSide(context, right)
  return length
}

function beginSide(context: Context, hops: readonly Hop[], node: number): Side {
  const distances = borrowMarks(context, context.graph.nodeCount)
  distances[node] = 1
  return { distances, reached: [node], frontier: 0, depth: 0, hops, cursor: beginCursor() }
}

function endSide(context: Context, { distances, reached }: Side): void {
  for (const node of reached) distances[node] = 0
  returnMarks(context, distances)
}

/** The nodes in the middle of all shortest paths: at the distance `depth` from both sides. */
function meet(context: Context, search: ShortestSearch, left: Side, right: Side): readonly number[] {
  while (left.depth + right.depth < search.maximum) {
    const [leftSize, rightSize] = [frontierSize(left), frontierSize(right)]
    if (leftSize === 0 || rightSize === 0) return []
    const meetings =
      leftSize <= rightSize ? grow(context, search, left, right) : grow(context, search, right, left)
    if (meetings.length > 0) return meetings
  }
  return []
}

function frontierSize({ reached, frontier }: Side): number {
  return reached.length - frontier
}

/** Goes one relationship further on one side. Returns the new nodes that the other side has reached, too. */
function grow(context: Context, search: ShortestSearch, side: Side, other: Side): readonly number[] {
  const { distances, reached, cursor, hops } = side
  const meetings: number[] = []
  const end = reached.length
  side.depth += 1
  for (let at = side.frontier; at < end; at++) {
    openCursor(cursor, context, hops, reached[at] as number)
    while (moveOn(cursor, context, hops)) {
      const { relationship, target } = cursor
      if (distances[target] !== 0 || !isAccepted(search, relationship, target)) continue
      distances[target] = side.depth + 1
      reached.push(target)
      if (other.distances[target] !== 0) meetings.push(target)
    }
  }
  side.frontier = end
  return meetings
}

function isAccepted(
  { acceptsRelationship, acceptsNode }: ShortestSearch,
  relationship: number,
  target: number,
): boolean {
  return (!acceptsRelationship || acceptsRelationship(relationship)) && (!acceptsNode || acceptsNode(target))
}

/**
 * Goes through the shortest paths that have a node in their middle: from it back to the start, each step to a node that is
 * nearer, then from it to the end. Returns whether `onPath` never returned false.
 */
function forEachPathThrough(
  context: Context,
  search: ShortestSearch,
  left: Side,
  right: Side,
  middle: number,
  onPath: (relationships: readonly number[]) => boolean,
): boolean {
  const length = left.depth + right.depth
  const [toStart, toEnd] = [turned(left.hops), turned(right.hops)]
  const relationships: number[] = []
  const cursors: Cursor[] = []
  const open = (step: number): void => {
    const isLeft = step < left.depth
    const node = step === 0 || step === left.depth ? middle : (cursors[step - 1] as Cursor).target
    openCursor((cursors[step] ??= beginCursor()), context, isLeft ? toStart : toEnd, node)
  }
  const findNearer = (step: number): boolean => {
    const isLeft = step < left.depth
    const { distances } = isLeft ? left : right
    const cursor = cursors[step] as Cursor
    const distance = (distances[cursor.node] as number) - 1
    while (moveOn(cursor, context, isLeft ? toStart : toEnd)) {
      if (
        distances[cursor.target] !== distance ||
        search.acceptsRelationship?.(cursor.relationship) === false
      ) {
        continue
      }
      relationships[isLeft ? left.depth - 1 - step : step] = cursor.relationship
      return true
    }
    return false
  }
  open(0)
  for (let step = 0; step >= 0;) {
    if (!findNearer(step)) step -= 1
    else if (step === length - 1) {
      if (!onPath(relationships)) return false
    } else {
      step += 1
      open(step)
    }
  }
  return true
}

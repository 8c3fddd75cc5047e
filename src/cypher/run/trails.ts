/** Goes through the trails from a node: paths on which no relationship comes twice. */
import type { Context } from '../context.ts'
import { borrowMarks, returnMarks } from './borrowed-marks.ts'
import { beginCursor, moveOn, openCursor, type Cursor } from './cursor.ts'
import type { Hop } from './hops.ts'

/** Whether a trail may use a relationship. */
export type RelationshipTest = (relationship: number) => boolean

/** Which trails are wanted. */
export interface Trails {
  readonly hops: readonly Hop[]
  readonly minimum: number
  /** May be Infinity. */
  readonly maximum: number
  readonly accepts: RelationshipTest | undefined
}

/** Where a walk along trails is; used again for the next. */
export interface Walk {
  /** At each node of the trail, what of its relationships comes next. */
  readonly cursors: (Cursor | undefined)[]
  /** Of the trail that is told of, and perhaps more: its length counts. */
  readonly relationships: number[]
}

/** A walk that has not begun. */
export function beginWalk(): Walk {
  return { cursors: [], relationships: [] }
}

/**
 * Goes through the trails depth first; `onTrail` is called with the length of each and the node where it ends, until it
 * returns false. Returns whether it never did.
 */
export function forEachTrail(
  context: Context,
  walk: Walk,
  trails: Trails,
  start: number,
  onTrail: (length: number, end: number) => boolean,
): boolean {
  const { minimum, maximum } = trails
  if (minimum === 0 && !onTrail(0, start)) return false
  if (maximum === 0 || minimum > maximum) return true
  const used = borrowMarks(context, context.graph.relationshipCount)
  const depth = followTrails(context, walk, trails, start, used, onTrail)
  for (let at = 0; at < depth; at++) used[walk.relationships[at] as number] = 0
  returnMarks(context, used)
  return depth < 0
}

/** Returns the depth at which the walk was broken off; -1 where it was not. */
function followTrails(
  context: Context,
  { cursors, relationships }: Walk,
  { hops, minimum, maximum, accepts }: Trails,
  start: number,
  used: Int32Array,
  onTrail: (length: number, end: number) => boolean,
): number {
  let depth = 0
  let cursor = (cursors[0] ??= beginCursor())
  openCursor(cursor, context, hops, start)
  for (;;) {
    if (!moveOn(cursor, context, hops)) {
      if (depth === 0) return -1
      depth -= 1
      cursor = cursors[depth] as Cursor
      used[cursor.relationship] = 0
      continue
    }
    const { relationship, target } = cursor
    if (used[relationship] !== 0 || (accepts && !accepts(relationship))) continue
    relationships[depth] = relationship
    if (depth + 1 >= minimum && !onTrail(depth + 1, target)) return depth
    if (depth + 1 >= maximum) continue
    used[relationship] = 1
    depth += 1
    cursor = cursors[depth] ??= beginCursor()
    openCursor(cursor, context, hops, target)
  }
}

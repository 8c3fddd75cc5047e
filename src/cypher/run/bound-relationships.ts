/** Places relationships that are in the frame already in a pattern: puts their ends into it, or compares them. */
import type { Context } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import type { NodeValue, RelationshipValue, Value } from '../value.ts'
import type { Direction } from './hops.ts'
import type { Operator, Step } from './operator.ts'
import { haveCommon, nodeIn, relationshipIn, relationshipsIn } from './pattern-values.ts'
import type { TestRelationships } from './variable-length.ts'

/** Where the relationships are, and how they may lie. */
export interface Placement {
  readonly left: number
  /** Its node was in the frame before. */
  readonly isLeftBound: boolean
  readonly relationship: number
  readonly right: number
  readonly isRightBound: boolean
  readonly direction: Direction
  /** undefined: all types. */
  readonly types: ReadonlySet<string> | undefined
  /** How many there may be, where the slot has a list of them. */
  readonly length: { readonly minimum: number; readonly maximum: number } | undefined
  /** Slots of relationships that must be others. */
  readonly unlike: readonly number[]
  readonly test: TestRelationships | undefined
}

/** For each row of the source: a row for each way in which its relationships lie as the pattern wants. */
export function placeBound(source: Operator, placement: Placement, details: string): Step {
  return {
    name: 'ProjectEndpoints',
    details,
    source,
    begin: (frame, context, onRow) => ({
      row: () => {
        const trail = trailIn(frame, placement)
        if (!trail || !isFit(frame, context, placement, trail)) return true
        for (const start of startsOf(frame, context, placement, trail)) {
          const end = endFrom(context, placement, trail, start)
          if (end !== undefined && put(frame, placement, context.node(start), context.node(end))) {
            if (!onRow()) return false
          }
        }
        return true
      },
    }),
  }
}

function trailIn(
  frame: Frame,
  { relationship, length }: Placement,
): readonly RelationshipValue[] | undefined {
  if (length) return relationshipsIn(frame, relationship) ?? undefined
  const single = relationshipIn(frame, relationship)
  return single ? [single] : undefined
}

function isFit(
  frame: Frame,
  context: Context,
  { relationship, length, types, unlike, test }: Placement,
  trail: readonly RelationshipValue[],
): boolean {
  if (length && (trail.length < length.minimum || trail.length > length.maximum)) return false
  if (types && !trail.every(({ id }) => types.has(context.graph.typeOf(id)))) return false
  const accepts = test?.(frame, context)
  if (accepts && !trail.every(({ id }) => accepts(id))) return false
  return new Set(trail).size === trail.length && !unlike.some((slot) => haveCommon(frame, relationship, slot))
}

/** The nodes at which the trail may begin. */
function startsOf(
  frame: Frame,
  { graph }: Context,
  { left, isLeftBound, direction }: Placement,
  [first]: readonly RelationshipValue[],
): Iterable<number> {
  if (isLeftBound) {
    const node = nodeIn(frame, left)
    return node ? [node.id] : []
  }
  if (!first) return Array(graph.nodeCount).keys()
  const [start, end] = [graph.startOf(first.id), graph.endOf(first.id)]
  if (direction === 'both' && start !== end) return [start, end]
  return [direction === 'left' ? end : start]
}

/** Where the trail ends that begins at a node; undefined where it does not hang together. */
function endFrom(
  { graph }: Context,
  { direction }: Placement,
  trail: readonly RelationshipValue[],
  begin: number,
): number | undefined {
  let at = begin
  for (const { id } of trail) {
    const [start, end] = [graph.startOf(id), graph.endOf(id)]
    if (direction !== 'left' && start === at) at = end
    else if (direction !== 'right' && end === at) at = start
    else return undefined
  }
  return at
}

/** Whether the ends fit what is in the frame; puts them there. */
function put(frame: Frame, placement: Placement, start: NodeValue, end: NodeValue): boolean {
  const { left, isLeftBound, right, isRightBound } = placement
  if (isRightBound && (frame[right] as Value) !== end) return false
  if (!isLeftBound) frame[left] = start
  if (left === right) return start === end
  if (!isRightBound) frame[right] = end
  return true
}

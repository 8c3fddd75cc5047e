/** Follows trails of several relationships from nodes that are in the frame. */
import type { Context } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import type { RowTest } from './filter.ts'
import type { Hop } from './hops.ts'
import type { Operator, Receiver, Step } from './operator.ts'
import { isAmong, keptTrail, nodeIn, type Keeping } from './pattern-values.ts'
import { beginWalk, forEachTrail, type RelationshipTest } from './trails.ts'

/** Makes the test of relationships for the row in the frame. */
export type TestRelationships = (frame: Frame, context: Context) => RelationshipTest

/** Which trails are followed, and the slots. */
export interface TrailExpansion {
  readonly from: number
  /** For the list of relationships. */
  readonly relationships: number
  readonly to: number
  /** Only trails that end at the node that is in `to` already. */
  readonly isInto: boolean
  readonly hops: readonly Hop[]
  readonly minimum: number
  /** May be Infinity. */
  readonly maximum: number
  readonly keeping: Keeping
  /** Slots of relationships that it must not use. */
  readonly unlike: readonly number[]
  /** `from` is at the right end of the pattern, so that the list is to be turned round. */
  readonly isReversed: boolean
  readonly test: TestRelationships | undefined
  /** Conditions on the node where a trail ends, tested before the list of relationships is made. */
  readonly endTests: readonly RowTest[]
}

/** For each row of the source: a row for each trail. */
export function expandTrails(source: Operator, expansion: TrailExpansion, details: string): Step {
  return {
    name: expansion.isInto ? 'VarLengthExpand(Into)' : 'VarLengthExpand(All)',
    details,
    source,
    begin: (frame, context, onRow) => beginExpansion(frame, context, expansion, onRow),
  }
}

function beginExpansion(
  frame: Frame,
  context: Context,
  expansion: TrailExpansion,
  onRow: () => boolean,
): Receiver {
  const { from, relationships, to, isInto, keeping, isReversed, endTests } = expansion
  const walk = beginWalk()
  let goal = -1
  const onTrail = (length: number, end: number): boolean => {
    if (isInto && end !== goal) return true
    if (!isInto) frame[to] = context.node(end)
    for (const passes of endTests) if (!passes(frame, context)) return true
    if (keeping !== 'nothing') {
      frame[relationships] = keptTrail(context, walk.relationships, { length, isReversed, keeping })
    }
    return onRow()
  }
  return {
    row: () => {
      const [start, end] = [nodeIn(frame, from), isInto ? nodeIn(frame, to) : undefined]
      if (start === null || end === null) return true
      goal = end?.id ?? -1
      const accepts = acceptance(frame, context, expansion)
      return forEachTrail(context, walk, { ...expansion, accepts }, start.id, onTrail)
    },
  }
}

/** What the row allows: the properties that are asked for, and none of the relationships that it has elsewhere. */
function acceptance(
  frame: Frame,
  context: Context,
  { test, unlike }: TrailExpansion,
): RelationshipTest | undefined {
  const passes = test?.(frame, context)
  if (unlike.length === 0) return passes
  return (id) => !isAmong(frame, unlike, id) && (!passes || passes(id))
}

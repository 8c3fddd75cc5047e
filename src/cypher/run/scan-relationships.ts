/** Begins a pattern at relationships: all, or those of some types. */
import type { Context } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import { isArgument } from './argument.ts'
import type { Leaf, Operator } from './operator.ts'
import { isAmong, keptRelationship, type Keeping } from './pattern-values.ts'
import type { Told } from './scan-nodes.ts'

/** What is scanned, and the slots for it. */
export interface RelationshipScan {
  /** undefined: all types. */
  readonly types: readonly string[] | undefined
  /** `both`: each relationship once from its start and once from its end. */
  readonly direction: 'right' | 'left' | 'both'
  readonly left: number
  readonly relationship: number
  readonly right: number
  readonly keeping: Keeping
  /** Slots of relationships that it must not be. */
  readonly unlike: readonly number[]
}

/** For each row of the source: a row for each relationship, with its ends. */
export function scanRelationships(source: Operator, scan: RelationshipScan, told: Told): Operator {
  if (isArgument(source)) return { ...told, rows: leafRows(scan) }
  const rows = leafRows(scan)
  return {
    ...told,
    source,
    begin: (frame, context, onRow) => ({
      row: () => {
        for (const _ of rows(frame, context)) if (!onRow()) return false
        return true
      },
    }),
  }
}

function leafRows(scan: RelationshipScan): Leaf['rows'] {
  return function* (frame, context) {
    for (const type of scan.types ?? [undefined]) {
      const list = type === undefined ? undefined : context.graph.relationshipsOfType(type)
      const count = list?.length ?? context.graph.relationshipCount
      for (let at = 0; at < count; at++) {
        const id = list ? (list[at] as number) : at
        context.budget.step()
        if (isAmong(frame, scan.unlike, id)) continue
        if (scan.keeping !== 'nothing') frame[scan.relationship] = keptRelationship(context, id, scan.keeping)
        putEnds(frame, context, scan, id, scan.direction === 'left')
        yield
        if (scan.direction !== 'both' || context.graph.startOf(id) === context.graph.endOf(id)) continue
        putEnds(frame, context, scan, id, true)
        yield
      }
    }
  }
}

function putEnds(
  frame: Frame,
  context: Context,
  { left, right }: RelationshipScan,
  id: number,
  isTurned: boolean,
): void {
  frame[isTurned ? right : left] = context.node(context.graph.startOf(id))
  frame[isTurned ? left : right] = context.node(context.graph.endOf(id))
}

/** Follows single relationships from nodes that are in the frame. */
import type { Context } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import { degreeOf, relationshipsAt, targetOf, turned, type Hop } from './hops.ts'
import type { Operator, Step } from './operator.ts'
import { isAmong, keptRelationship, nodeIn, soleNumber, type Keeping } from './pattern-values.ts'

/** Which relationships are followed, and the slots. */
export interface Expansion {
  readonly from: number
  readonly relationship: number
  readonly to: number
  readonly hops: readonly Hop[]
  readonly keeping: Keeping
  /** Whether the node where it leads is put into the frame. */
  readonly keepsTarget: boolean
  /** Slots of relationships that it must not be. */
  readonly unlike: readonly number[]
}

/** For each row of the source: a row for each relationship of the node in `from`, with the node where it leads. */
export function expandAll(source: Operator, expansion: Expansion, details: string): Step {
  const { from, hops } = expansion
  return {
    name: 'Expand(All)',
    details,
    source,
    ...(keepsNothing(expansion) && { countRows: countingRows(from, hops) }),
    begin: (frame, context, onRow) => ({
      row: () => {
        const node = nodeIn(frame, from)
        if (node === null) return true
        for (const hop of hops) if (!followAll(frame, context, expansion, hop, node.id, onRow)) return false
        return true
      },
    }),
  }
}

/** Whether all of its rows for a node are alike. */
function keepsNothing({ keeping, keepsTarget, hops, unlike }: Expansion): boolean {
  return keeping === 'nothing' && !keepsTarget && unlike.length === 0 && !hops.some((hop) => hop.skipsLoops)
}

function countingRows(from: number, hops: readonly Hop[]): NonNullable<Step['countRows']> {
  return (frame, context) => {
    const node = nodeIn(frame, from)
    context.budget.step()
    return node === null ? 0 : degreeOf(context.graph, node.id, hops)
  }
}

function followAll(
  frame: Frame,
  context: Context,
  { relationship, to, keeping, keepsTarget, unlike }: Expansion,
  hop: Hop,
  node: number,
  onRow: () => boolean,
): boolean {
  const { graph } = context
  const list = relationshipsAt(graph, node, hop)
  // Mostly it is one, and need not be read from the frame each time.
  const excluded = soleNumber(frame, unlike)
  const isChecked = excluded < 0 && unlike.length > 0
  const looksAtTarget = keepsTarget || hop.skipsLoops
  context.budget.step(list.length)
  for (let at = 0; at < list.length; at++) {
    const id = list[at] as number
    if (id === excluded || (isChecked && isAmong(frame, unlike, id))) continue
    if (looksAtTarget) {
      const target = targetOf(graph, id, hop)
      if (hop.skipsLoops && target === node) continue
      if (keepsTarget) frame[to] = context.node(target)
    }
    if (keeping !== 'nothing') frame[relationship] = keptRelationship(context, id, keeping)
    if (!onRow()) return false
  }
  return true
}

/** For each row of the source: a row for each relationship between the nodes in `from` and `to`. */
export function expandInto(source: Operator, expansion: Expansion, details: string): Step {
  const { from, to, hops } = expansion
  const back = turned(hops)
  return {
    name: 'Expand(Into)',
    details,
    source,
    begin: (frame, context, onRow) => ({
      row: () => {
        const [first, second] = [nodeIn(frame, from), nodeIn(frame, to)]
        if (first === null || second === null) return true
        const isShorter = isFirstSmaller(context, first.id, hops, second.id, back)
        const [near, far, ways] = isShorter ? [first, second, hops] : [second, first, back]
        for (const hop of ways) {
          if (!followInto(frame, context, expansion, hop, near.id, far.id, onRow)) return false
        }
        return true
      },
    }),
  }
}

/** Whether fewer relationships are looked at from the first node than from the second. */
function isFirstSmaller(
  { graph }: Context,
  first: number,
  hops: readonly Hop[],
  second: number,
  back: readonly Hop[],
): boolean {
  return degreeOf(graph, first, hops) <= degreeOf(graph, second, back)
}

function followInto(
  frame: Frame,
  context: Context,
  { relationship, keeping, unlike }: Expansion,
  hop: Hop,
  near: number,
  far: number,
  onRow: () => boolean,
): boolean {
  const { graph } = context
  const list = relationshipsAt(graph, near, hop)
  context.budget.step(list.length)
  for (let at = 0; at < list.length; at++) {
    const id = list[at] as number
    if (targetOf(graph, id, hop) !== far || (hop.skipsLoops && near === far)) continue
    if (isAmong(frame, unlike, id)) continue
    if (keeping !== 'nothing') frame[relationship] = keptRelationship(context, id, keeping)
    if (!onRow()) return false
  }
  return true
}

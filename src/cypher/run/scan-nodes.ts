/** Begins a pattern at nodes: all, those with a label, or those that an index knows. */
import type { Context } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import { isArgument } from './argument.ts'
import type { Leaf, Operator } from './operator.ts'

/** The nodes to begin with; 'all' for every node of the graph. */
export type FindNodes = (frame: Frame, context: Context) => ArrayLike<number> | 'all'

/** What EXPLAIN tells of an operator. */
export interface Told {
  readonly name: string
  readonly details: string
}

/** For each row of the source: a row for each of the nodes, which is put into the slot. */
export function scanNodes(source: Operator, slot: number, find: FindNodes, told: Told): Operator {
  if (isArgument(source)) return { ...told, rows: leafRows(slot, find) }
  return {
    ...told,
    source,
    begin: (frame, context, onRow) => ({
      row: () => {
        const nodes = find(frame, context)
        const count = nodes === 'all' ? context.graph.nodeCount : nodes.length
        for (let at = 0; at < count; at++) {
          context.budget.step()
          frame[slot] = context.node(nodes === 'all' ? at : (nodes[at] as number))
          if (!onRow()) return false
        }
        return true
      },
    }),
  }
}

function leafRows(slot: number, find: FindNodes): Leaf['rows'] {
  return function* (frame, context) {
    const nodes = find(frame, context)
    const count = nodes === 'all' ? context.graph.nodeCount : nodes.length
    for (let at = 0; at < count; at++) {
      context.budget.step()
      frame[slot] = context.node(nodes === 'all' ? at : (nodes[at] as number))
      yield
    }
  }
}

/** Where a plan begins that is given the row it starts from. */
import type { Leaf, Operator } from './operator.ts'

const once = [undefined]

/** One row: what is in the frame already. The first source of every plan; who can begin by itself stands in for it. */
export const argument: Leaf = { name: 'Argument', details: '', rows: () => once }

/** Whether nothing stands before what has this source, so that it may be a leaf and come up for breath between its rows. */
export function isArgument(source: Operator): boolean {
  return source === argument
}

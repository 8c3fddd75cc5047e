/** Marks for the nodes or the relationships of a graph, lent out for a while: they are too large to be made for each row. */
import type { Context } from '../context.ts'

const free = new WeakMap<Context, Map<number, Int32Array[]>>()

/** A zero for each of so many things. Whoever borrows it gives it back, with all set to zero again. */
export function borrowMarks(context: Context, count: number): Int32Array {
  return free.get(context)?.get(count)?.pop() ?? new Int32Array(count)
}

/** Takes marks back, of which all are zero. What an error leaves behind is not given back. */
export function returnMarks(context: Context, marks: Int32Array): void {
  const byCount = free.get(context) ?? new Map<number, Int32Array[]>()
  free.set(context, byCount)
  const lent = byCount.get(marks.length) ?? []
  byCount.set(marks.length, lent)
  lent.push(marks)
}

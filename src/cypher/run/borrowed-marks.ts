/** Marks for the nodes or the relationships of a graph, lent out for a while: they are too large to be made for each row. */
import type { Context } from '../context.ts'
import type { PropertyGraph } from '../property-graph.ts'

/** By how many things they are for. All runs on a graph share them. */
const free = new WeakMap<PropertyGraph, Map<number, Int32Array[]>>()

/** How many are kept for later, of each size. */
const mostFree = 4

/** A zero for each of so many things. Whoever borrows it gives it back, with all set to zero again. */
export function borrowMarks({ graph }: Context, count: number): Int32Array {
  return free.get(graph)?.get(count)?.pop() ?? new Int32Array(count)
}

/** Takes marks back, of which all are zero. What an error leaves behind is not given back. */
export function returnMarks({ graph }: Context, marks: Int32Array): void {
  const byCount = free.get(graph) ?? new Map<number, Int32Array[]>()
  free.set(graph, byCount)
  const alike = byCount.get(marks.length) ?? []
  byCount.set(marks.length, alike)
  if (alike.length < mostFree) alike.push(marks)
}

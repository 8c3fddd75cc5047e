/** Rows of a plan, kept in memory to be gone through again. */
import type { Context } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import type { Value } from '../value.ts'
import { beginMeasuring } from '../values/memory.ts'
import { forEachRow, type Operator } from './operator.ts'
import { valuesIn } from './slots.ts'

/** The values of some slots, row after row. */
export interface KeptRows {
  readonly slots: readonly number[]
  readonly values: Value[]
  count: number
  bytes: number
}

/** No rows yet. */
export function beginKeeping(slots: readonly number[]): KeptRows {
  return { slots, values: [], count: 0, bytes: 0 }
}

/** Runs a plan and keeps its rows; `onKept` is told of each while it is in the frame. Counts the memory. */
export function keepRows(
  kept: KeptRows,
  plan: Operator,
  frame: Frame,
  context: Context,
  onKept?: (row: number) => boolean,
): void {
  const measure = beginMeasuring(true)
  forEachRow(plan, frame, context, () => {
    if (onKept?.(kept.count) === false) return true
    const values = valuesIn(frame, kept.slots)
    const bytes = measure(values)
    kept.bytes += bytes
    context.budget.keep(bytes)
    kept.values.push(...values)
    kept.count += 1
    return true
  })
}

/** Puts a row back into the frame. */
export function putRow(kept: KeptRows, row: number, frame: Frame): void {
  const { slots, values } = kept
  const begin = row * slots.length
  for (let at = 0; at < slots.length; at++) frame[slots[at] as number] = values[begin + at] as Value
}

/** Counts the memory back. */
export function releaseRows({ bytes }: KeptRows, context: Context): void {
  context.budget.release(bytes)
}

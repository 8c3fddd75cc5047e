/** Moves values between the frame and rows that are kept. */
import type { Evaluate, Frame } from '../expressions/compile-scope.ts'
import type { Value } from '../value.ts'

/** An expression and the slot that its value goes to. */
export interface Computed {
  readonly slot: number
  readonly evaluate: Evaluate
}

/** The values in these slots. */
export function valuesIn(frame: Frame, slots: readonly number[]): readonly Value[] {
  return slots.map((slot) => frame[slot] ?? null)
}

/** Puts values into their slots. */
export function putValues(frame: Frame, slots: readonly number[], values: readonly Value[]): void {
  for (let index = 0; index < slots.length; index++) frame[slots[index] as number] = values[index] as Value
}

/** Reads a slot. */
export function slotReader(slot: number): Evaluate {
  return (frame) => frame[slot] as Value
}

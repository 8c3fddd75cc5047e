/** How much a transaction may write: less where the server has not the memory for it, then slowly more again. */
import { DatabaseError } from '../database-error.ts'
import type { Limits } from './batches.ts'
import { isOutOfMemory, isTimedOut } from '../transient.ts'

/** The same transaction will not do, but two halves of it may. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
}

/** No batch is made smaller than this because of one that was too large: its rows may be uncommonly heavy. */
const least = 100

/** How often to try a single row: others may have had the memory. */
const mostTries = 5

/** Makes the batches to come half as large as one that was too large, unless they are smaller already. */
export function shrink(limits: Limits, size: number): void {
  limits.rows = Math.min(limits.rows, Math.max(least, Math.ceil(size / 2)))
}

/** Makes the batches to come a little larger, after one that was not too large. */
export function grow(limits: Limits): void {
  limits.rows = Math.min(limits.most, Math.ceil(limits.rows * 1.05))
}

/**
 * What stands for an error of a batch with `size` rows in its `tries`th attempt: a TooLargeError where halves of it may
 * do, a DatabaseError where it is a single row for which there is no memory, else the error itself. `hasTurn`: it had the
 * lock on the marker. A batch that ran out of time before it had that waited for another load, which no half would spare
 * it; and a small one waits for a lock of somebody else.
 */
export function explainSize(error: unknown, size: number, tries: number, hasTurn: boolean): unknown {
  const cause = { cause: error }
  if (isTimedOut(error) && hasTurn && size > least) return new TooLargeError('too slow', cause)
  if (!isOutOfMemory(error)) return error
  if (size > 1) return new TooLargeError('too large', cause)
  return size === 1 && tries >= mostTries ? tooLittleMemory(error) : error
}

function tooLittleMemory(cause: unknown): DatabaseError {
  return new DatabaseError(
    'failed',
    'the server has not the memory to write a single node or claim of the graph; raise `db.memory.transaction.max` ' +
      'and `dbms.memory.transaction.total.max` in its settings, and load again.',
    { cause },
  )
}

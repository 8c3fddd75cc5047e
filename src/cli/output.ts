/** Writes results to standard output. */
import { reasonOf } from '../project/read-file.ts'
import { CommandFailure, exitCodes } from './exit-codes.ts'

/**
 * Writes text, and waits until it is taken. False where nobody reads any more, as after `head`, which is no fault. Fails
 * with the environment's exit code where the system refuses, as on a full disk.
 */
export function print(text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
      if (!error) resolve(true)
      else if (error.code === 'EPIPE') resolve(false)
      else reject(outputFailure(error))
    })
  })
}

/** Characters that are written at once. */
const chunkLength = 1 << 16

/** Writes many small pieces; false, like {@link print}, where nobody reads any more. */
export async function printAll(pieces: Iterable<string>): Promise<boolean> {
  let pending = ''
  for (const piece of pieces) {
    pending += piece
    if (pending.length < chunkLength) continue
    if (!(await print(pending))) return false
    pending = ''
  }
  return pending === '' || (await print(pending))
}

/** What ends a command whose output cannot be written. */
export function outputFailure(error: unknown): CommandFailure {
  return new CommandFailure(exitCodes.environment, `cannot write to standard output: ${reasonOf(error)}.`)
}

/** Writes a value as one JSON document. */
export async function printJson(value: unknown): Promise<void> {
  await print(`${JSON.stringify(value, null, 2)}\n`)
}

/** A number with its noun: `1 claim`, `2 claims`. */
export function countOf(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

/** Tries again what fails for a while: how often, how soon, and when to give up. */
import { setTimeout as wait } from 'node:timers/promises'
import { isConnectionLost, isTransient, NoAnswerError } from './transient.ts'

/** How long to go on when nothing succeeds. */
export interface Patience {
  /** In milliseconds, since something last succeeded. */
  readonly limit: number
  /** Stops the trying. */
  readonly signal?: AbortSignal | undefined
  /** When something last succeeded, or when it all began; in milliseconds of `performance.now()`. */
  since: number
  /** A server that never answered is not waited for: it may be the wrong address. */
  reached: boolean
}

/** Patience that begins now. */
export function patience(limit: number, signal?: AbortSignal): Patience {
  return { limit, signal, since: performance.now(), reached: false }
}

/** The result of `attempt`, which is made again where it failed with an error that passes. Rejects with the last one. */
export async function patiently<T>(patience: Patience, attempt: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    patience.signal?.throwIfAborted()
    try {
      const result = await attempt()
      Object.assign(patience, { since: performance.now(), reached: true })
      return result
    } catch (error) {
      const isHopeless = !patience.reached && isConnectionLost(error)
      if (!isTransient(error) || isHopeless || isExhausted(patience)) throw error
    }
    await pause(failures, patience.signal)
  }
}

/** Whether nothing has succeeded for too long. */
export function isExhausted({ limit, since }: Patience): boolean {
  return performance.now() - since > limit
}

/** Longer from time to time, and never as long as that of another client that failed at the same moment. */
async function pause(failures: number, signal: AbortSignal | undefined): Promise<void> {
  const longest = Math.min(50 * 2 ** failures, 4000)
  await wait(longest * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => signal?.throwIfAborted())
}

/**
 * What `work` gives. Rejects with a NoAnswerError where for `limit` milliseconds it has neither settled nor called `beat`:
 * a connection that was cut without a word would keep it waiting for ever. Where it is silent with reason, as `isWorking`
 * finds out, it has that time again.
 */
export function heard<T>(
  limit: number,
  work: (beat: () => void) => Promise<T>,
  isWorking: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isSettled = false
    const ask = async (): Promise<void> => {
      if (!(await isWorking())) reject(new NoAnswerError('the server has not answered for too long'))
      else if (!isSettled) timer.refresh()
    }
    const timer = setTimeout(() => void ask(), limit)
    work(() => void timer.refresh())
      .finally(() => {
        isSettled = true
        clearTimeout(timer)
      })
      .then(resolve, reject)
  })
}

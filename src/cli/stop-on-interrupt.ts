/** Lets Ctrl-C stop work in an orderly way; a second Ctrl-C ends the process at once. */
import { CommandFailure, exitCodes } from './exit-codes.ts'

/**
 * What `work` gives. Ctrl-C aborts its signal; what it then rejects with ends the command as interrupted, with `message` on
 * standard error, or nothing where that is empty.
 */
export async function stopOnInterrupt<T>(
  work: (signal: AbortSignal) => Promise<T>,
  message = '',
): Promise<T> {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop)
  try {
    return await work(stopping.signal)
  } catch (error) {
    throw stopping.signal.aborted ? new CommandFailure(exitCodes.interrupted, message) : error
  } finally {
    process.off('SIGINT', stop)
  }
}

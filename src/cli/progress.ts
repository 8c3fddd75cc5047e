/** A line of progress on a terminal. */

/** Progress under way. */
export interface Progress {
  readonly update: (done: number, total: number) => void
  readonly stop: () => void
}

/** How long work must take before progress is shown, and between two updates, in milliseconds. */
const patience = 300
const interval = 100

/** Shows how far work has come on standard error, if that is a terminal and the work takes a while. */
export function showProgress(what: string): Progress {
  const { stderr } = process
  if (!stderr.isTTY || process.env['TERM'] === 'dumb')
    return { update: () => undefined, stop: () => undefined }
  let next = Date.now() + patience
  let shown = false
  return {
    update: (done, total) => {
      const now = Date.now()
      if (now < next) return
      next = now + interval
      shown = true
      stderr.write(`\r\u001B[K${what}: ${done} of ${total}`)
    },
    stop: () => {
      if (shown) stderr.write('\r\u001B[K')
    },
  }
}

/** Runs queries that only read. */
import type { Driver, Plan, Record as Row, SessionConfig } from 'neo4j-driver'
import type { CypherOptions } from '../graph-store.ts'
import { DatabaseError } from './database-error.ts'
import { explain } from './explain.ts'
import { patiently } from './patience.ts'
import { isTimedOut } from './transient.ts'

/** Values of parameters, by name. */
export type Parameters = Readonly<Record<string, unknown>>

/** Which database is read. */
export interface ReadPlace {
  /** Absent for the user's default database. */
  readonly database?: string
  /** The address of the server, for messages. */
  readonly url?: string
}

/** What a query gives. */
export interface Rows {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** Of a query that is only to be explained. */
  readonly plan?: Plan
}

/**
 * All that a query gives, in one round trip; tried again where a fault passes. Rejects with a DatabaseError; its
 * problem is `refused` where the query is wrong.
 */
export type RunRead = (text: string, parameters: Parameters, options?: CypherOptions) => Promise<Rows>

/** For how long a query is tried again, in milliseconds, where the server or the connection fails for a moment. */
const limit = 10_000

/** How many rows the server sends at once. */
const fetchSize = 10_000

/**
 * Reads from a database. The driver's own bookmarks are used, so that in a cluster a query sees what was written with this
 * driver, by `executeQuery` or with these bookmarks, before.
 */
export function readerOf(driver: Driver, { database, url }: ReadPlace): RunRead {
  const place = { ...(database !== undefined && { database }), ...(url !== undefined && { url }) }
  const config: Partial<SessionConfig> = {
    ...(database !== undefined && { database }),
    defaultAccessMode: 'READ',
    bookmarkManager: driver.executeQueryBookmarkManager,
    fetchSize,
  }
  let reached = false
  const runOnce = async (text: string, parameters: Parameters, options: CypherOptions): Promise<Rows> => {
    const { signal, milliseconds } = options
    const session = driver.session(config)
    try {
      const result = session.run(text, parameters, {
        ...(milliseconds !== undefined && { timeout: milliseconds }),
      })
      const [columns, { records, summary }] = await unlessAborted(
        Promise.all([result.keys(), result]),
        signal,
      )
      return { columns, rows: records, ...(summary.plan && !summary.profile && { plan: summary.plan }) }
    } catch (error) {
      throw milliseconds !== undefined && isTimedOut(error) ? outOfTime(milliseconds, error) : error
    } finally {
      // A query that is not wanted any more is ended by this, when the server comes to it.
      const closing = session.close()
      if (!signal?.aborted) await closing
    }
  }
  return async (text, parameters, options = {}) => {
    try {
      const patience = { limit, signal: options.signal, since: performance.now(), reached }
      const result = await patiently(patience, () => runOnce(text, parameters, options))
      reached = true
      return result
    } catch (error) {
      throw explain(error, place)
    }
  }
}

/** The time that its caller gave a query is over, so that it is not tried again. */
function outOfTime(milliseconds: number, cause: unknown): DatabaseError {
  const message = `the query takes longer than ${milliseconds / 1000} seconds; narrow its patterns, add a LIMIT, or give it more time.`
  return new DatabaseError('timeout', message, { cause })
}

/** What `work` gives, or a rejection as soon as the signal says so. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return await work
  let stop: (() => void) | undefined
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error)
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    if (stop) signal.removeEventListener('abort', stop)
  }
}

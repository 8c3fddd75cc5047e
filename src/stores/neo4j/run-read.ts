/** Runs queries that only read. */
import type { Driver, Record as Row, SessionConfig } from 'neo4j-driver'
import { explain } from './explain.ts'
import { patiently } from './patience.ts'

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
}

/**
 * All that a query gives, in one round trip; tried again where a fault passes. Rejects with a DatabaseError; its
 * problem is `refused` where the query is wrong.
 */
export type RunRead = (text: string, parameters: Parameters) => Promise<Rows>

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
  const runOnce = async (text: string, parameters: Parameters): Promise<Rows> => {
    const session = driver.session(config)
    try {
      const result = session.run(text, parameters)
      const [columns, { records }] = await Promise.all([result.keys(), result])
      return { columns, rows: records }
    } finally {
      await session.close()
    }
  }
  return async (text, parameters) => {
    try {
      const patience = { limit, since: performance.now(), reached }
      const result = await patiently(patience, () => runOnce(text, parameters))
      reached = true
      return result
    } catch (error) {
      throw explain(error, place)
    }
  }
}

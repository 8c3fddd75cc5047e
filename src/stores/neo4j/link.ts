/** Reads from and writes to one database, with what keeps several transactions in one order. */
import { randomUUID } from 'node:crypto'
import {
  session as modes,
  type BookmarkManager,
  type Driver,
  type Record as Row,
  type Session,
  type SessionConfig,
  type SessionMode,
  type Transaction,
} from 'neo4j-driver'
import { heard, patience, patiently, type Patience } from './patience.ts'
import { asTimedOut } from './transient.ts'

/** The database that a load works on. */
export interface Link {
  readonly driver: Driver
  /** Absent for the default database. */
  readonly database: string | undefined
  /** The driver's own: in a cluster, every transaction sees what was written with this driver before. */
  readonly bookmarks: BookmarkManager
  readonly patience: Patience
  /** For how long a transaction may take, in milliseconds. */
  readonly longest: number
}

export type { Row }

/** Values of parameters, by name. */
export type Parameters = Readonly<Record<string, unknown>>

/** A link to a database; `limit` is how long it may go without any success, in milliseconds. */
export function linkTo(
  driver: Driver,
  database: string | undefined,
  limit: number,
  signal?: AbortSignal,
): Link {
  const longest = limit / 2
  const bookmarks = driver.executeQueryBookmarkManager
  return { driver, database, bookmarks, patience: patience(limit, signal), longest }
}

/**
 * Calls `onRow` with every row of a query that only reads. Tried once: rows may have come before it fails. The server may
 * take its time to the first row, as when it adds up what there is of ten million claims.
 */
export function stream(
  link: Link,
  text: string,
  parameters: Parameters,
  onRow: (row: Row) => void,
): Promise<void> {
  return runAlone(link, modes.READ, text, parameters, onRow)
}

/** Runs a statement that changes constraints or indexes, however long it takes. Tried once; in a transaction of its own. */
export function change(link: Link, statement: string): Promise<void> {
  return runAlone(link, modes.WRITE, statement, {}, () => undefined)
}

/** Which query of the server is ours, among its metadata. */
const tagName = 'stancegraph query'

function runAlone(
  link: Link,
  mode: SessionMode,
  text: string,
  parameters: Parameters,
  onRow: (row: Row) => void,
): Promise<void> {
  const tag = randomUUID()
  let isAnswering = false
  const isWorking = async (): Promise<boolean> => !isAnswering && (await isRunning(link, mode, tag))
  const work = (session: Session, beat: () => void): Promise<void> => {
    const result = session.run(text, parameters, { metadata: { [tagName]: tag }, timeout: 0 })
    return new Promise((resolve, reject) => {
      result.subscribe({
        onNext: (row) => {
          isAnswering = true
          beat()
          onRow(row)
        },
        onCompleted: () => resolve(),
        onError: reject,
      })
    })
  }
  return inSession(link, mode, work, isWorking)
}

/**
 * Whether the server works on a query. Only asked about one that has been silent for long: one that is not there any more
 * has ended, and its answer was lost with the connection.
 */
async function isRunning(link: Link, mode: SessionMode, tag: string): Promise<boolean> {
  const text =
    `SHOW TRANSACTIONS YIELD metaData, currentQueryId WHERE metaData[$tagName] = $tag AND currentQueryId <> '' ` +
    'RETURN count(*) > 0'
  try {
    const { records } = await inSession(link, mode, (session) => session.run(text, { tagName, tag }))
    return records[0]?.get(0) === true
  } catch {
    return false
  }
}

/** All rows of a query that only reads; tried until it works. */
export function read(link: Link, text: string, parameters: Parameters = {}): Promise<readonly Row[]> {
  return patiently(link.patience, async () => {
    const rows: Row[] = []
    await stream(link, text, parameters, (row) => rows.push(row))
    return rows
  })
}

/**
 * What `work` gives, after its transaction is committed, unless `work` has failed or rolled it back. Tried once. Where it
 * rejects with an error of the connection, the transaction may be committed all the same.
 */
export function write<T>(link: Link, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return inSession(link, modes.WRITE, async (session) => {
    // Nothing is waited for here, so that the first query travels with the beginning of the transaction.
    const transaction: Transaction = session.beginTransaction({ timeout: link.longest })
    const begin = performance.now()
    try {
      const result = await work(transaction)
      if (transaction.isOpen()) await transaction.commit()
      return result
    } catch (error) {
      throw asTimedOut(error, performance.now() - begin, link.longest)
    } finally {
      if (transaction.isOpen()) await transaction.rollback().catch(() => undefined)
    }
  })
}

/** How many rows the server sends at once. */
const fetchSize = 10_000

async function inSession<T>(
  { driver, database, bookmarks, longest }: Link,
  mode: SessionMode,
  work: (session: Session, beat: () => void) => Promise<T>,
  isWorking?: () => Promise<boolean>,
): Promise<T> {
  const config: Partial<SessionConfig> = {
    defaultAccessMode: mode,
    bookmarkManager: bookmarks,
    fetchSize,
    ...(database !== undefined && { database }),
  }
  const session = driver.session(config)
  const silence = longest + 5000
  try {
    const result = await heard(silence, (beat) => work(session, beat), isWorking)
    await session.close()
    return result
  } catch (error) {
    // Not waited for: a connection that was cut without a word does not close either.
    session.close().catch(() => undefined)
    throw error
  }
}

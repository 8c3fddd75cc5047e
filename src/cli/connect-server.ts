/** Connects a command to a Neo4j server, and words what goes wrong there. */
import type { Driver } from '../stores/neo4j/connect.ts'
import { readCredentials } from './credentials.ts'
import { readVersion } from './version.ts'

/** Which server and database. */
export interface ServerPlace {
  readonly url: string
  readonly database?: string
}

/**
 * What `use` makes of a driver for a server that has been checked. All faults of the server are DatabaseErrors; the
 * driver is closed in any case, so that the command can end.
 */
export async function withServer<T>(place: ServerPlace, use: (driver: Driver) => Promise<T>): Promise<T> {
  // The driver takes longer to load than most commands run.
  const { checkServer, checkUrl, openDriver } = await import('../stores/neo4j/connect.ts')
  const { explain } = await import('../stores/neo4j/explain.ts')
  checkUrl(place.url)
  const credentials = await readCredentials()
  const driver = openDriver(place.url, credentials, { userAgent: `stancegraph/${readVersion()}` })
  try {
    await checkServer(driver, place)
    return await use(driver)
  } catch (error) {
    throw explain(error, place)
  } finally {
    await driver.close()
  }
}

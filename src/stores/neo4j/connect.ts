/** Opens connections to a Neo4j server, and finds out whether it is one to work with. */
import { auth, driver, session as modes, type Config, type Driver, type SessionConfig } from 'neo4j-driver'
import { DatabaseError } from './database-error.ts'
import { explain } from './explain.ts'
import { addressOf, type Place } from './faults.ts'
import { isSupportedVersion, oldestVersion } from './server-version.ts'

/** Connections of the driver to a server. */
export type { Driver }

/** Who asks. */
export interface Credentials {
  readonly username: string
  readonly password: string
}

/** How connections are opened. */
export interface ConnectOptions {
  /** What the server's logs call the client, such as `stancegraph/1.0.0`. */
  readonly userAgent?: string
  /** How long a server may take until it is connected and has answered, in milliseconds. Default: 10,000. */
  readonly timeout?: number
}

/**
 * A driver for the server at `url`, of which nothing is known yet; without credentials, for one that needs none. Close it
 * when all is done. Throws a DatabaseError where the address is not one of a Neo4j server.
 */
export function openDriver(
  url: string,
  credentials: Credentials | undefined,
  { userAgent, timeout = 10_000 }: ConnectOptions = {},
): Driver {
  checkUrl(url)
  const token = credentials && auth.basic(credentials.username, credentials.password)
  const config: Partial<Config> = {
    connectionTimeout: timeout,
    // Also bounds the wait for a server that takes the connection and never says a word.
    connectionAcquisitionTimeout: timeout + 1000,
    // A connection that has been idle while a large project was read may be gone.
    connectionLivenessCheckTimeout: 30_000,
    ...(userAgent !== undefined && { userAgent }),
  }
  return driver(url, token, config)
}

/**
 * Checks in one round trip that the server is there, is Neo4j and new enough, lets us in and has the database. Rejects
 * with a DatabaseError where not.
 */
export async function checkServer(driver: Driver, place: Pick<Place, 'url' | 'database'>): Promise<void> {
  const { database } = place
  const config: Partial<SessionConfig> = {
    defaultAccessMode: modes.READ,
    ...(database !== undefined && { database }),
  }
  const session = driver.session(config)
  try {
    const { summary } = await session.run('RETURN 1')
    checkAgent(summary.server.agent ?? '', place)
  } catch (error) {
    throw explain(error, { ...place, opening: true })
  } finally {
    await session.close()
  }
}

/** `Neo4j/5.26.30`; others that speak Bolt call themselves something else. */
function checkAgent(agent: string, { url = '' }: Place): void {
  const version = /^Neo4j\/(\S+)$/.exec(agent)?.[1]
  if (version === undefined) {
    throw new DatabaseError(
      'not neo4j',
      `what answers at ${addressOf(url)} is not Neo4j but calls itself \`${agent}\`; give the address of a Neo4j server.`,
    )
  }
  if (!isSupportedVersion(version)) {
    throw new DatabaseError(
      'too old',
      `the server at ${addressOf(url)} is Neo4j ${version}; stancegraph needs ${oldestVersion} or newer, so upgrade it or give another one.`,
    )
  }
}

/** Throws a DatabaseError where an address is not one of a Neo4j server. It is printed only if it cannot hold a password. */
export function checkUrl(url: string): void {
  if (url.includes('@')) {
    throw invalid(
      'the address of the server has a user name or password in it, where others can see them; leave these out, and set NEO4J_USERNAME and NEO4J_PASSWORD.',
    )
  }
  const [, scheme, host, port, rest] =
    /^(?:([^:/?#]*):\/\/)?(\[[^\]]*\]|[^:/?#]*)(?::(\d+))?([^]*)$/.exec(url) ?? []
  const known = scheme !== undefined && schemes.has(scheme)
  if (!known || !hostPattern.test(host ?? '') || !isPort(port)) {
    throw invalid(
      `${addressOf(url)} is not the address of a Neo4j server; write one such as \`${suggest(scheme, host, port)}\`.`,
    )
  }
  const isPolicy = scheme.startsWith('neo4j') && rest?.startsWith('?')
  if (rest === '' || rest === '/' || isPolicy) return
  throw invalid(
    `nothing may follow ${addressOf(url)} in the address of the server; a database is named apart from it.`,
  )
}

const schemes: ReadonlySet<string> = new Set(['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'])

const hostPattern = /^(?:\[[\da-f:.]+(?:%\w+)?\]|[^\s[\]]+)$/i

function isPort(text = '7687'): boolean {
  return Number(text) > 0 && Number(text) < 65_536
}

/** An address that may be the one that was meant. */
function suggest(scheme = 'bolt', host = '', port = '7687'): string {
  const start = schemes.has(scheme) ? scheme : scheme === 'https' ? 'bolt+s' : 'bolt'
  const name = hostPattern.test(host) ? host : 'localhost'
  // What follows http:// is the port for browsers.
  return `${start}://${name}:${!scheme.startsWith('http') && isPort(port) ? port : 7687}`
}

function invalid(message: string): DatabaseError {
  return new DatabaseError('invalid url', message)
}

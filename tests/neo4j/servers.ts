/** The Neo4j servers that tests run on. */
import { describe } from 'vitest'

/** A running server. */
export interface TestServer {
  /** Its version, for the names of tests. */
  readonly name: string
  readonly url: string
  readonly username: string
  readonly password: string
}

const { NEO4J_URI, NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '' } = process.env

const testServers: readonly TestServer[] = NEO4J_URI
  ? [{ name: NEO4J_URI, url: NEO4J_URI, username: NEO4J_USERNAME, password: NEO4J_PASSWORD }]
  : []

/** Describes something on each server. */
export function describeOnServers(title: string, define: (server: TestServer) => void): void {
  for (const server of testServers) describe(`${title} on Neo4j ${server.name}`, () => define(server))
}

/** The Neo4j servers that tests run on. Only tests of the project `neo4j` (vitest.config.ts) have them. */
import { describe, inject, test } from 'vitest'
import type { ServerVersion } from './server.ts'

/** A running server. */
export interface TestServer {
  /** Its version, for the names of tests. */
  readonly name: string
  readonly url: string
  readonly username: string
  readonly password: string
}

/** A version that cannot run on this machine. */
export interface LeftOut {
  readonly version: ServerVersion
  /** What is missing, and how to get it. */
  readonly reason: string
}

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: {
      readonly servers: readonly TestServer[]
      /** The versions that a test can start for itself. */
      readonly versions: readonly ServerVersion[]
      readonly leftOut: readonly LeftOut[]
    }
  }
}

/**
 * Describes something on each server, on all at the same time, as they wait for different processes; there it stands as
 * skipped for a version that cannot run here.
 */
export function describeOnServers(title: string, define: (server: TestServer) => void): void {
  const { servers } = inject('neo4j')
  for (const server of servers) describeBeside(title, `Neo4j ${server.name}`, () => define(server))
  if (!process.env['NEO4J_URI']) skipLeftOut(title)
}

/** Likewise, on servers that the tests start for themselves (server.ts), of each version. */
export function describeOnOwnServers(title: string, define: (version: ServerVersion) => void): void {
  for (const version of inject('neo4j').versions) {
    describeBeside(title, `a Neo4j (${version}) of its own`, () => define(version))
  }
  skipLeftOut(title)
}

/** Its tests run one after another, at the same time as those of others in the file. */
function describeBeside(title: string, where: string, define: () => void): void {
  describe.concurrent(where, () => {
    describe(title, { concurrent: false }, define)
  })
}

function skipLeftOut(title: string): void {
  for (const { version, reason } of inject('neo4j').leftOut) {
    describe(`${title} on Neo4j (${version})`, () => test.skip(`left out: ${reason}`))
  }
}

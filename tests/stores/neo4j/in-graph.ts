/** Gives a test a graph of its own in a shared server, and removes it afterwards. */
import { randomUUID } from 'node:crypto'
import neo4j, { type Driver, type Record as Row } from 'neo4j-driver'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { loadIntoNeo4j, type LoadOptions, type LoadReport } from '../../../src/stores/neo4j/load/load.ts'
import type { TestServer } from '../../neo4j/servers.ts'
import { eraseGraph } from './erase-graph.ts'

/** A graph on a server. */
export interface GraphPlace {
  readonly driver: Driver
  readonly name: string
  readonly load: (graph: KnowledgeGraph, options?: LoadOptions) => Promise<LoadReport>
  /** The rows of a query, in which `$name` is the name of the graph. */
  readonly run: (text: string, parameters?: object) => Promise<readonly Row[]>
}

/** Where a server is, and who asks. */
type Access = Pick<TestServer, 'url' | 'username' | 'password'>

/** Runs a test in a graph that nothing else uses. Foreign nodes of the test have `owner: $name`. */
export function inGraph(server: Access, test: (place: GraphPlace) => Promise<void>): Promise<void> {
  return inLastingGraph(server, async (place) => {
    try {
      await test(place)
    } finally {
      await place.run('MATCH (n {owner: $name}) DETACH DELETE n')
      await eraseGraph(place.driver, place.name)
    }
  })
}

/** The same where the server ends with the test, so that nobody has to clean up. */
export async function inLastingGraph(
  server: Access,
  test: (place: GraphPlace) => Promise<void>,
): Promise<void> {
  const driver = neo4j.driver(server.url, neo4j.auth.basic(server.username, server.password))
  const name = `load ${randomUUID()}`
  const run = async (text: string, parameters: object = {}): Promise<readonly Row[]> =>
    (await driver.executeQuery(text, { ...parameters, name })).records
  try {
    await test({
      driver,
      name,
      load: (graph, options) => loadIntoNeo4j(driver, graph, { name, ...options }),
      run,
    })
  } finally {
    await driver.close()
  }
}

/** What `work` rejects with, by name and message. */
export async function failureOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('nothing failed'),
    (reason: unknown) => reason as Error,
  )
  return 'problem' in error ? `${String(error.problem)}: ${error.message}` : `${error.name}: ${error.message}`
}

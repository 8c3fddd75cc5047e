import type { Driver } from 'neo4j-driver'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import { startServer, type OwnServer } from '../../neo4j/server.ts'
import { describeOnOwnServers } from '../../neo4j/servers.ts'
import { exampleGraph } from '../../exports/example-graph.ts'
import { failureOf } from './in-graph.ts'
import { compareStored, noMismatch } from './stored-graph.ts'

describeOnOwnServers('the constraints and indexes of a database', (version) => {
  let server: OwnServer
  let driver: Driver
  const load = () => loadIntoNeo4j(driver, exampleGraph, { name: 'rules' })

  beforeAll(async () => {
    server = await startServer({ version })
    driver = neo4j.driver(server.url, neo4j.auth.basic(server.username, server.password))
  })

  afterAll(async () => {
    await driver.close()
    await server.stop()
  })

  it('are refused, with a way out, where somebody has copied what has an id', async () => {
    await driver.executeQuery(
      "CREATE (a:Mine)-[:SELLS {_graph: 'g', id: 'x'}]->(b:Mine), (a)-[:SELLS {_graph: 'g', id: 'x'}]->(b)",
    )
    expect(await failureOf(load())).toMatch(
      /^cannot be stored: the database does not take a constraint that keeps the ids of graphs unique \(.+\); two things have one `_graph` and `id`, as a copy has; remove one of them, and load again\.$/,
    )
    await driver.executeQuery('MATCH (n:Mine) DETACH DELETE n')
  })

  it('do not come beside an equal full-text index under another name', async () => {
    await driver.executeQuery('DROP INDEX `stancegraph names` IF EXISTS')
    await driver.executeQuery('CREATE FULLTEXT INDEX mine FOR (n:Entity|Claim) ON EACH [n._names]')
    expect(await failureOf(load())).toBe(
      'cannot be stored: the database has the index `mine` in the place of `stancegraph names`; ' +
        'run `DROP INDEX `mine` IF EXISTS` in it, and load again.',
    )
    await driver.executeQuery('DROP INDEX mine')
    await load()
    expect(await compareStored(driver, exampleGraph, 'rules')).toEqual(noMismatch)
  })
})

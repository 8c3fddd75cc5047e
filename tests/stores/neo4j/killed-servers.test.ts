/** That a load goes on when its server is killed, and with what a killed server leaves behind. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Driver } from 'neo4j-driver'
import { expect, test } from 'vitest'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { namesIndex, nodeRules } from '../../../src/neo4j/constraints.ts'
import { escapeName } from '../../../src/neo4j/escape-name.ts'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import { startServer } from '../../neo4j/server.ts'
import { describeOnOwnServers } from '../../neo4j/servers.ts'
import { startCuttingProxy } from './cutting-proxy.ts'
import {
  driverFor,
  expectStored,
  load,
  randomFrom,
  secondsOf,
  seed,
  graphs,
  withSeed,
} from './fault-support.ts'

describeOnOwnServers('A load', (version) => {
  const name = 'stancegraph'

  test(`goes on by itself when its server is killed and starts again ${withSeed}`, async () => {
    const random = randomFrom(seed)
    const server = await startServer({ version })
    const driver = driverFor(server)
    let seconds = await secondsOf(() => load(driver, graphs[0], name))
    for (let kills = 0, round = 1; kills < 5; round += 1) {
      const next = graphs[round % 2] as KnowledgeGraph
      const before = performance.now()
      const loading = load(driver, next, name).then(() => 'loaded')
      const delay = (0.05 + random() * 0.9) * seconds * 1000
      if ((await Promise.race([loading, sleep(delay, 'time to kill')])) === 'time to kill') {
        kills += 1
        await server.restart()
      } else seconds = (performance.now() - before) / 1000
      await loading
      await expectStored(driver, next, name)
    }
    await driver.close()
    await server.stop()
  }, 600_000)

  test('finds the constraints half made by a server or a connection that broke, and makes them anew', async () => {
    const server = await startServer({ version })
    const half = driverFor(server)
    const transaction = await half.session().beginTransaction()
    for (const { statement } of nodeRules) await transaction.run(statement)
    await server.restart()

    const driver = driverFor(server)
    await load(driver, graphs[0], name)
    await expectStored(driver, graphs[0], name)
    await expectRules(driver)
    for (let packet = 5; packet < 15; packet += 1) {
      await dropConstraints(driver)
      const proxy = await startCuttingProxy(server.url)
      const cutOff = driverFor({ ...server, url: proxy.url })
      await cutOff.getServerInfo()
      proxy.cutAt(packet)
      await load(cutOff, graphs[0], name)
      await expectRules(driver)
      await cutOff.close()
      await proxy.close()
    }
    await Promise.all([half.close(), driver.close()])
    await server.stop()
  }, 400_000)

  test('takes smaller batches where the server has little memory for a transaction', async () => {
    const server = await startServer({ version, settings: { 'db.memory.transaction.max': '2m' } })
    const driver = driverFor(server)
    for (const next of graphs) {
      await loadIntoNeo4j(driver, next, { name })
      await expectStored(driver, next, name)
    }
    await driver.close()
    await server.stop()
  }, 400_000)
})

async function expectRules(driver: Driver): Promise<void> {
  const names = async (text: string): Promise<unknown[]> =>
    (await driver.executeQuery(text)).records.map((row) => row.get('name') as unknown)
  const constraints = nodeRules.map((rule) => rule.name).filter((rule) => rule !== namesIndex)
  expect(await names('SHOW CONSTRAINTS YIELD name')).toEqual(expect.arrayContaining(constraints))
  expect(await names("SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name")).toEqual([])
}

async function dropConstraints(driver: Driver): Promise<void> {
  const { records } = await driver.executeQuery('SHOW CONSTRAINTS YIELD name')
  for (const row of records) {
    await driver.executeQuery(`DROP CONSTRAINT ${escapeName(row.get('name') as string)}`)
  }
}

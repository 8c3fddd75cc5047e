/** That a load goes on when its connection breaks, whatever had come through. */
import { afterAll, expect, test } from 'vitest'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { startCuttingProxy } from './cutting-proxy.ts'
import { eraseGraph } from './erase-graph.ts'
import {
  batchSize,
  driverFor,
  expectStored,
  load,
  randomFrom,
  seed,
  graphs,
  withSeed,
} from './fault-support.ts'

describeOnServers('A load whose connection is cut', (server) => {
  const name = `cut ${crypto.randomUUID()}`
  const driver = driverFor(server)
  afterAll(async () => {
    await eraseGraph(driver, name)
    await driver.close()
  })

  test(`goes on by itself, and writes nothing twice ${withSeed}`, async () => {
    const random = randomFrom(seed)
    await load(driver, graphs[1], name)
    // Sometimes at once, sometimes after hundreds of packets.
    const soon = (): number => 1 + Math.floor(2 ** (random() * 9))
    let left = 0
    const proxy = await startCuttingProxy(server.url, (each) => {
      left -= 1
      if (left > 0) each.cutAt(soon())
    })
    const cutOff = driverFor({ ...server, url: proxy.url })
    // How many packets a load takes, and so how many cuts there are, depends on how fast everybody is.
    for (let round = 0; round < 6 || proxy.cuts <= 20; round += 1) {
      const next = graphs[round % 2] as KnowledgeGraph
      left = 8
      await loadIntoNeo4j(cutOff, next, {
        name,
        batchSize,
        // Not before it is known that there is a server.
        onProgress: (done) => {
          if (done === 0) proxy.cutAt(soon())
        },
      })
      // What is left would cut the next load before it knows that there is a server.
      proxy.cutAt(Infinity)
      await expectStored(driver, next, name)
    }
    expect(proxy.cuts).toBeGreaterThan(20)
    await cutOff.close()
    await proxy.close()
  }, 400_000)

  test('knows whether a batch was committed when the answer to that is lost', async () => {
    // With the plans of its queries gone, the server takes its time to say what is wrong with a batch that it has.
    const slowDown = (): void => void driver.executeQuery('CALL db.clearQueryCaches()')
    const proxy = await startCuttingProxy(server.url, slowDown)
    const cutOff = driverFor({ ...server, url: proxy.url })
    for (const commit of [1, 2, 5, 10]) {
      await eraseGraph(driver, name)
      for (const next of graphs) {
        const before = proxy.cuts
        proxy.cutAtCommit(commit)
        await load(cutOff, next, name)
        expect(proxy.cuts).toBe(before + 1)
        await expectStored(driver, next, name)
      }
    }
    await cutOff.close()
    await proxy.close()
  }, 400_000)

  test('goes on when nothing comes any more, without a word', async () => {
    const proxy = await startCuttingProxy(server.url)
    const frozen = driverFor({ ...server, url: proxy.url })
    await load(driver, graphs[0], name)
    let isFrozen = false
    await loadIntoNeo4j(frozen, graphs[1], {
      name,
      batchSize,
      patience: 20_000,
      onProgress: (done) => {
        if (done > 0 && !isFrozen) proxy.freeze()
        isFrozen ||= done > 0
      },
    })
    await expectStored(driver, graphs[1], name)
    await frozen.close()
    await proxy.close()
  }, 400_000)
})

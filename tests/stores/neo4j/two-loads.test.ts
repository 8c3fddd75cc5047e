/** That of two loads at once the second has its way. */
import { afterAll, expect, test } from 'vitest'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
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

describeOnServers('Two loads at once', (server) => {
  const name = `twice ${crypto.randomUUID()}`
  const driver = driverFor(server)
  const other = driverFor(server)
  afterAll(async () => {
    await eraseGraph(driver, name)
    await Promise.all([driver.close(), other.close()])
  })

  test(`leave what the second has loaded, and the first says so ${withSeed}`, async () => {
    const random = randomFrom(seed)
    const [one, two] = graphs
    const ends = new Set<string>()
    for (let round = 0; round < 8; round += 1) {
      const startAt = random() * 0.5
      let second: Promise<void> | undefined
      const first = loadIntoNeo4j(driver, one, {
        name,
        batchSize,
        onProgress: (done, total) => {
          if (done >= total * startAt) second ??= load(other, two, name)
        },
      })
      // The second may begin so late that the first is done.
      ends.add(await first.then(() => 'loaded', String))
      await second
      await expectStored(driver, two, name)
    }
    const fenced = `DatabaseError: another load of the graph \`${name}\` has begun, so this one has stopped; run it again if its files are the right ones.`
    expect([...ends].filter((end) => end !== 'loaded')).toEqual([fenced])
  }, 600_000)
})

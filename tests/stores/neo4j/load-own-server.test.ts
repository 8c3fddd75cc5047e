import { setTimeout as sleep } from 'node:timers/promises'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import { startServer, type OwnServer } from '../../neo4j/server.ts'
import { describeOnOwnServers } from '../../neo4j/servers.ts'
import { claim, entity, exampleGraph, graphOf } from '../../exports/example-graph.ts'
import { failureOf, inLastingGraph } from './in-graph.ts'
import { compareStored, noMismatch, storedMarker } from './stored-graph.ts'

const long = 'long '.repeat(40)

/** A graph of which 5,000 things take more than the memory that a transaction may have. */
const largeGraph = graphOf({
  entities: Array.from({ length: 100 }, (_, index) => entity(`e${index}`)),
  claims: Array.from({ length: 6000 }, (_, index) =>
    claim(`c${index}`, `e${index % 100}`, 'sells', `e${(index * 7) % 100}`, { note: `${index} ${long}` }),
  ),
})

describeOnOwnServers('a load', (version) => {
  let server: OwnServer

  beforeAll(async () => {
    server = await startServer({ version, settings: { 'db.memory.transaction.max': '4m' } })
  })

  afterAll(() => server.stop())

  it('changes nothing at all in a dry run, not even constraints', () =>
    inLastingGraph(server, async ({ load, run }) => {
      const everything = async () => [
        await run('MATCH (n) RETURN count(n)'),
        await run('SHOW INDEXES YIELD name'),
        await run('SHOW CONSTRAINTS YIELD name'),
        await run('CALL db.labels()'),
        await run('CALL db.relationshipTypes()'),
        await run('CALL db.propertyKeys()'),
      ]
      const before = await everything()
      expect((await load(exampleGraph, { dryRun: true })).claims).toMatchObject({ added: 6 })
      expect(await everything()).toEqual(before)
    }))

  it('writes smaller batches where a transaction may not have enough memory', () =>
    inLastingGraph(server, async ({ load, driver, name }) => {
      const done: number[] = []
      await load(largeGraph, { onProgress: (rows) => done.push(rows) })
      expect(await compareStored(driver, largeGraph, name)).toEqual(noMismatch)
      const steps = done.slice(1).map((rows, index) => rows - (done[index] ?? 0))
      expect(steps.reduce((sum, step) => sum + step)).toBe(6100)
      expect(Math.max(...steps)).toBeLessThan(5000)
      expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready' })
    }))

  it('says so where the memory is too little for a single claim', () =>
    inLastingGraph(server, async ({ load }) => {
      const huge = graphOf({
        entities: [
          entity('a', 'Person', { aliases: Array.from({ length: 60_000 }, (_, i) => `${i} ${long}`) }),
        ],
      })
      expect(await failureOf(load(huge, { patience: 20_000 }))).toMatch(
        /^failed: the server has not the memory to write a single node or claim/,
      )
    }))

  it('waits for a server that was killed and comes back', () =>
    inLastingGraph(server, async ({ load, driver, name }) => {
      let restarting: Promise<void> | undefined
      await load(largeGraph, {
        batchSize: 200,
        onProgress: (done) => {
          if (done > 1000) restarting ??= server.restart()
        },
      })
      await restarting
      expect(await compareStored(driver, largeGraph, name)).toEqual(noMismatch)
    }))

  it('does not wait for a server that was never there', async () => {
    const nowhere = neo4j.driver('bolt://127.0.0.1:9', neo4j.auth.basic('neo4j', 'x'))
    const failure = failureOf(loadIntoNeo4j(nowhere, exampleGraph, { url: 'bolt://127.0.0.1:9' }))
    expect(await Promise.race([failure, sleep(20_000)])).toBe(
      'unreachable: nothing listens at `bolt://127.0.0.1:9`; start the server, or give another address.',
    )
    await nowhere.close()
  })
})

import { setTimeout as sleep } from 'node:timers/promises'
import neo4j from 'neo4j-driver'
import { expect, it } from 'vitest'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { claim, entity, graphOf } from '../../exports/example-graph.ts'
import { startCuttingProxy } from './cutting-proxy.ts'
import { eraseGraph } from './erase-graph.ts'
import { inGraph } from './in-graph.ts'
import { compareStored, noMismatch, storedMarker } from './stored-graph.ts'

const entities = Array.from({ length: 20 }, (_, index) => entity(`e${index}`))

/** A graph of two small batches of entities, and sixteen of claims. */
const manyClaims = graphOf({
  entities,
  claims: Array.from({ length: 160 }, (_, index) =>
    claim(`c${index}`, `e${index % 20}`, 'sells', `e${(index * 7) % 20}`),
  ),
})

describeOnServers('a load of which the answer to a commit is lost', (server) => {
  it(
    'writes every claim once, whichever batch of claims it was',
    () =>
      inGraph(server, async ({ driver, name }) => {
        // With the plans of its queries gone, the server takes its time to say what is wrong with a batch that it has.
        const slowDown = (): void => void driver.executeQuery('CALL db.clearQueryCaches()')
        const proxy = await startCuttingProxy(server.url, slowDown)
        const cutOff = neo4j.driver(proxy.url, neo4j.auth.basic(server.username, server.password))
        for (const commit of [5, 8, 11, 14, 17, 20]) {
          await eraseGraph(driver, name)
          proxy.cutAtCommit(commit)
          await loadIntoNeo4j(cutOff, manyClaims, { name, batchSize: 10 })
          expect(await compareStored(driver, manyClaims, name)).toEqual(noMismatch)
          expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready' })
        }
        expect(proxy.cuts).toBe(6)
        await cutOff.close()
        await proxy.close()
      }),
    300_000,
  )

  it(
    'also where somebody comes in its way as well',
    () =>
      inGraph(server, async ({ driver, name, run }) => {
        const proxy = await startCuttingProxy(server.url)
        const cutOff = neo4j.driver(proxy.url, neo4j.auth.basic(server.username, server.password))
        for (const commit of [6, 9, 12, 15]) {
          await eraseGraph(driver, name)
          proxy.cutAtCommit(commit)
          let meddling: Promise<unknown> | undefined
          await loadIntoNeo4j(cutOff, manyClaims, {
            name,
            batchSize: 10,
            onProgress: (done) => {
              if (done >= 30) {
                meddling ??= run('MATCH (n:Entity {_graph: $name, id: "e3"}) DETACH DELETE n').catch(() => 0)
              }
            },
          })
          await meddling
          expect(await compareStored(driver, manyClaims, name)).toEqual(noMismatch)
          expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready' })
        }
        await cutOff.close()
        await proxy.close()
      }),
    300_000,
  )

  it('does not remove what somebody ties to a node in the moment in which it goes', () =>
    inGraph(server, async ({ driver, load, name, run }) => {
      await load(graphOf({ entities }))
      const session = driver.session()
      const rival = session.beginTransaction()
      await rival.run(
        'MATCH (n:Entity {_graph: $name, id: "e19"}) CREATE (:Reader {owner: $name})-[:READS {mine: 1}]->(n)',
        { name },
      )
      const loading = load(graphOf({ entities: entities.slice(0, 19) }))
      await sleep(1000)
      await rival.commit()
      expect((await loading).kept).toHaveLength(1)
      await session.close()
      expect(await run('MATCH ({owner: $name})-[r:READS {mine: 1}]->({id: "e19"}) RETURN r')).toHaveLength(1)
      expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready' })
    }))
})

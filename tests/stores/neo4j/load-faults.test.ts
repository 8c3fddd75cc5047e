import { setTimeout as sleep } from 'node:timers/promises'
import { int } from 'neo4j-driver'
import { expect, it } from 'vitest'
import { takeToken, takeTurn } from '../../../src/stores/neo4j/load/marker.ts'
import { linkTo } from '../../../src/stores/neo4j/link.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { claim, entity, exampleGraph, graphOf, source } from '../../exports/example-graph.ts'
import { failureOf, inGraph } from './in-graph.ts'
import { compareStored, noMismatch, storedMarker } from './stored-graph.ts'

/** Another graph of the same project. */
const other = graphOf({
  entities: Array.from({ length: 40 }, (_, index) => entity(`e${index}`)),
  sources: [source('wire-1')],
  claims: Array.from({ length: 39 }, (_, index) => claim(`x${index}`, `e${index}`, 'sells', `e${index + 1}`)),
})

describeOnServers('a load that something comes in the way of', (server) => {
  it('stops when another load begins, and writes no more', () =>
    inGraph(server, async ({ load, driver, name }) => {
      let second: Promise<unknown> | undefined
      const first = load(other, {
        batchSize: 2,
        onProgress: (done) => {
          if (done >= 10) second ??= load(exampleGraph, { replace: true })
        },
      })
      expect(await failureOf(first)).toBe(
        `load taken over: another load of the graph \`${name}\` has begun, so this one has stopped; run it again if its ` +
          'files are the right ones.',
      )
      await second
      expect(await compareStored(driver, exampleGraph, name)).toEqual(noMismatch)
      expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready' })
    }))

  it('looks at the token only once it has the lock', () =>
    inGraph(server, async ({ driver, name }) => {
      const link = linkTo(driver, undefined, 60_000)
      const { token } = await takeToken(link, name)
      const [rival, ours] = [driver.session(), driver.session()]
      const taking = rival.beginTransaction()
      await taking.run('MATCH (m:StancegraphGraph {name: $name}) SET m.token = "rival", m.batch = 0', {
        name,
      })
      const waiting = ours.beginTransaction()
      const failure = failureOf(takeTurn(waiting, { name, token, batch: int(1) }))
      await sleep(500)
      await taking.commit()
      expect(await failure).toMatch(/^load taken over: another load/)
      await waiting.rollback()
      await Promise.all([rival.close(), ours.close()])
      expect(await storedMarker(driver, name)).toMatchObject({ token: 'rival', batch: int(0) })
    }))

  it('knows a batch that was written though its answer was lost', () =>
    inGraph(server, async ({ driver, name }) => {
      const link = linkTo(driver, undefined, 60_000)
      const { token } = await takeToken(link, name)
      const session = driver.session()
      const turns = []
      for (const batch of [1, 1, 2]) {
        const transaction = session.beginTransaction()
        turns.push(await takeTurn(transaction, { name, token, batch: int(batch) }))
        await transaction.commit()
      }
      await session.close()
      expect(turns).toEqual(['write', 'written', 'write'])
    }))

  it('says so where the graph is removed on the way', () =>
    inGraph(server, async ({ load, run, name }) => {
      let removing: Promise<unknown> | undefined
      const loading = load(other, {
        batchSize: 1,
        onProgress: () => {
          removing ??= run('MATCH (m:StancegraphGraph {name: $name}) DELETE m')
        },
      })
      expect(await failureOf(loading)).toBe(
        `load taken over: the graph \`${name}\` was removed from the database while it was loaded; run it again if its ` +
          'files are the right ones.',
      )
      await removing
    }))

  it('waits for a lock that another transaction has on the marker', () =>
    inGraph(server, async ({ load, driver, name }) => {
      await load(exampleGraph)
      const session = driver.session()
      const holding = session.beginTransaction()
      await holding.run('MATCH (m:StancegraphGraph {name: $name}) SET m.seen = true', { name })
      const loading = load(other)
      await sleep(1000)
      await holding.rollback()
      await loading
      await session.close()
      expect(await compareStored(driver, other, name)).toEqual(noMismatch)
    }))

  it('gives up where a lock is not given back within its patience, and has changed nothing', () =>
    inGraph(server, async ({ load, driver, name }) => {
      await load(exampleGraph)
      const session = driver.session()
      const holding = session.beginTransaction()
      await holding.run('MATCH (e:Entity {_graph: $name, id: "US"}) SET e.seen = true', { name })
      expect(await failureOf(load(other, { patience: 3000 }))).toMatch(
        /TransactionTimedOut|has not completed|timeout/i,
      )
      await holding.rollback()
      await session.close()
      expect(await compareStored(driver, exampleGraph, name)).toEqual(noMismatch)
    }))

  it('tries again after a deadlock', () =>
    inGraph(server, async ({ load, driver, name, run }) => {
      const before = graphOf({ entities: [entity('a'), entity('b')] })
      await load(before)
      const after = graphOf({
        entities: [entity('a', 'Person', { note: 'n' }), entity('b', 'Person', { note: 'n' })],
      })
      const session = driver.session()
      const rival = session.beginTransaction()
      await rival.run('MATCH (e:Entity {_graph: $name, id: "b"}) SET e.seen = true', { name })
      const loading = load(after)
      await sleep(1000)
      // One of the two is told of the deadlock; the load must do in both cases.
      const told = rival.run('MATCH (e:Entity {_graph: $name, id: "a"}) SET e.seen = true', { name })
      await Promise.resolve(told).then(
        () => rival.commit(),
        () => rival.rollback(),
      )
      await loading
      await session.close()
      await run('MATCH (e:Entity {_graph: $name}) REMOVE e.seen')
      expect(await compareStored(driver, after, name)).toEqual(noMismatch)
    }))

  it('compares again where somebody takes away what it is about to tie together', () =>
    inGraph(server, async ({ load, run, driver, name }) => {
      const session = driver.session()
      const rival = session.beginTransaction()
      await load({ ...other, claims: new Map() })
      // Deleted when the load has compared and before it writes, as it cannot write while this is not decided.
      await rival.run('MATCH (n:Entity {_graph: $name, id: "e39"}) DETACH DELETE n', { name })
      const loading = load(other)
      await sleep(1500)
      await rival.commit()
      await loading
      await session.close()
      expect(await compareStored(driver, other, name)).toEqual(noMismatch)
      expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready', version: int(2) })
      expect(await run('MATCH (n:Entity {_graph: $name}) RETURN n')).toHaveLength(40)
    }))
})

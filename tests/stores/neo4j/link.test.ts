import { randomUUID } from 'node:crypto'
import neo4j from 'neo4j-driver'
import { expect, it } from 'vitest'
import { change, linkTo, read } from '../../../src/stores/neo4j/link.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { entity, graphOf } from '../../exports/example-graph.ts'
import { startCuttingProxy } from './cutting-proxy.ts'
import { failureOf, inGraph } from './in-graph.ts'

describeOnServers('a link to a database', (server) => {
  it('waits for a query that the server works on, however long it takes', () =>
    inGraph(server, async ({ driver }) => {
      const link = { ...linkTo(driver, undefined, 60_000), longest: -3500 }
      const before = performance.now()
      const rows = await read(link, 'UNWIND range(1, 40000000) AS n RETURN toFloat(sum(n % 7)) AS sum')
      expect(rows[0]?.get('sum')).toBeGreaterThan(0)
      expect(performance.now() - before).toBeGreaterThan(1500)
    }))

  it('does not wait where the answer was lost with the connection', () =>
    inGraph(server, async () => {
      const proxy = await startCuttingProxy(server.url)
      const driver = neo4j.driver(proxy.url, neo4j.auth.basic(server.username, server.password))
      try {
        const link = { ...linkTo(driver, undefined, 2000), longest: -4000 }
        await read(link, 'RETURN 1')
        proxy.freeze()
        expect((await read(link, 'RETURN 2.0'))[0]?.get(0)).toBe(2)
      } finally {
        await driver.close()
        await proxy.close()
      }
    }))

  it('lets a store on the same driver see in a cluster what was written', () =>
    inGraph(server, async ({ driver, load }) => {
      const before = [...(await driver.executeQueryBookmarkManager.getBookmarks())]
      await load(graphOf({ entities: [entity('a')] }))
      expect([...(await driver.executeQueryBookmarkManager.getBookmarks())]).not.toEqual(before)
    }))

  it('says what is wrong with a statement', () =>
    inGraph(server, async ({ driver }) => {
      const link = linkTo(driver, undefined, 2000)
      expect(await failureOf(change(link, `DROP CONSTRAINT \`none ${randomUUID()}\``))).toMatch(/^Neo4jError/)
    }))
})

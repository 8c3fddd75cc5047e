import neo4j from 'neo4j-driver'
import { expect, it } from 'vitest'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { claim, entity, exampleGraph, graphOf, source } from '../../exports/example-graph.ts'
import { failureOf, inGraph } from './in-graph.ts'
import { compareStored, noMismatch } from './stored-graph.ts'

const withoutSources = graphOf({ entities: [entity('a'), entity('b')] })

describeOnServers('a load over a graph', (server) => {
  it('looks at entities where there are no sources', () =>
    inGraph(server, async ({ load, driver, name }) => {
      await load(withoutSources)
      const another = graphOf({ entities: [entity('x'), entity('y')], sources: [source('s')] })
      expect(await failureOf(load(another))).toBe(
        `another project: the database's graph \`${name}\` holds another project (its entities: \`a\`, \`b\`); ` +
          'load under another `--name`, or add `--replace` to overwrite it.',
      )
      const same = graphOf({ entities: [entity('b'), entity('y')], sources: [source('s')] })
      await load(same)
      expect(await compareStored(driver, same, name)).toEqual(noMismatch)
    }))

  it('takes an empty graph for anybody’s', () =>
    inGraph(server, async ({ load, driver, name }) => {
      await load(graphOf({}))
      await load(withoutSources)
      expect(await compareStored(driver, withoutSources, name)).toEqual(noMismatch)
    }))

  it('looks again once no other load can write', () =>
    inGraph(server, async ({ driver, name }) => {
      const another = graphOf({ entities: [entity('x')], sources: [source('s')] })
      const own = neo4j.driver(server.url, neo4j.auth.basic(server.username, server.password))
      const open = own.session.bind(own)
      let first: Promise<unknown> | undefined
      // The other load is through before this one takes the token, which is its first transaction that writes.
      own.session = (config) => {
        const session = open(config)
        const begin = session.beginTransaction.bind(session)
        session.beginTransaction = (settings) => {
          const transaction = begin(settings)
          const run = transaction.run.bind(transaction)
          const runLater = async (...query: Parameters<typeof run>) => {
            await (first ??= loadIntoNeo4j(driver, exampleGraph, { name }))
            return await run(...query)
          }
          transaction.run = runLater as unknown as typeof run
          return transaction
        }
        return session
      }
      try {
        expect(await failureOf(loadIntoNeo4j(own, another, { name }))).toMatch(/^another project: /)
        expect(await compareStored(driver, exampleGraph, name)).toEqual(noMismatch)
      } finally {
        await own.close()
      }
    }))

  it('removes claims of relations of which an imported graph does not say that it has some', () =>
    inGraph(server, async ({ load, run, driver, name }) => {
      const claims = [claim('c1', 'a', 'sells', 'b'), claim('c2', 'a', 'disputes', 'b')]
      const before = graphOf({ entities: [entity('a'), entity('b')], claims })
      await load(before)
      await run('MATCH (m:StancegraphGraph {name: $name}) REMOVE m.types, m.earlier')
      const rule = 'stancegraph relationship DISPUTES'
      await run(`DROP CONSTRAINT \`${rule}\` IF EXISTS`)
      const after = graphOf({ entities: [entity('a'), entity('b')], claims: claims.slice(0, 1) })
      expect((await load(after)).claims).toMatchObject({ removed: 1, unchanged: 1 })
      expect(await compareStored(driver, after, name)).toEqual(noMismatch)
    }))
})

import { expect, it } from 'vitest'
import { describeOnServers } from '../../neo4j/servers.ts'
import { claim, entity, exampleGraph, graphOf, source } from '../../exports/example-graph.ts'
import { inGraph } from './in-graph.ts'
import { compareStored, noMismatch } from './stored-graph.ts'

const sources = [source('s')]
const both = graphOf({
  entities: [entity('a'), entity('b', 'Country', { properties: { founded: '1776' } })],
  sources,
  claims: [claim('c', 'a', 'recognizes', 'b', { source: 's', note: 'n' })],
})
const onlyA = graphOf({ entities: [entity('a')], sources })

describeOnServers('what stancegraph did not write', (server) => {
  it('stays, when all changes around it', () =>
    inGraph(server, async ({ load, run, driver, name }) => {
      await load(both)
      await run(
        `CREATE (own:Entity {owner: $name, id: 'a', name: 'another a'})
         WITH own MATCH (a:Entity {_graph: $name, id: 'a'})-[r:RECOGNIZES]->(b)
         SET a.mark = 'm', a:Marked, r.mark = 'm'
         CREATE (own)-[:RECOGNIZES {id: 'c'}]->(a), (a)-[:LIKES {since: 1}]->(b)`,
      )
      const changed = graphOf({
        entities: [entity('a', 'Country', { name: 'A' }), entity('b')],
        sources,
        claims: [claim('c', 'b', 'recognizes 2', 'a', { source: 's' })],
      })
      await load(changed)
      const [row] = await run(
        `MATCH (own {owner: $name})-[x:RECOGNIZES]->(a:Marked)-[l:LIKES]->(b)-[r:RECOGNIZES_2]->(a)
         RETURN own {.*}, labels(own), x {.*}, a.mark, labels(a), l.since = 1, r.mark, r.note, r._graph`,
      )
      expect(row?.keys.map((key) => row.get(key) as unknown)).toEqual([
        { owner: name, id: 'a', name: 'another a' },
        ['Entity'],
        { id: 'c' },
        'm',
        expect.arrayContaining(['Entity', 'Country', 'Marked']),
        true,
        'm',
        null,
        name,
      ])
      await run(
        'MATCH (a:Entity {_graph: $name, id: "a"})<-[r:RECOGNIZES_2]-() REMOVE a.mark, a:Marked, r.mark',
      )
      expect(await compareStored(driver, changed, name)).toEqual(noMismatch)
    }))

  it('keeps the node on which it hangs, which each load names until it is free', () =>
    inGraph(server, async ({ load, run, driver, name }) => {
      await load(both)
      await run(
        `MATCH (b:Entity {_graph: $name, id: 'b'}) CREATE (o {owner: $name})-[:ABOUT]->(b)-[:ABOUT]->(o)`,
      )
      const kept = [{ id: 'b', label: 'Entity', relationships: 2 }]
      expect(await load(onlyA, { dryRun: true })).toMatchObject({ entities: { removed: 1 }, kept })
      expect(await load(onlyA)).toMatchObject({ entities: { removed: 1, unchanged: 1 }, kept })
      const node = 'MATCH (b:Entity {_graph: $name, id: "b"}) RETURN b._fingerprint, b.founded'
      expect((await run(node))[0]?.toObject()).toEqual({ 'b._fingerprint': null, 'b.founded': '1776' })
      expect(await load(onlyA, { dryRun: true })).toMatchObject({
        entities: { removed: 0, unchanged: 1 },
        kept,
      })
      expect(await load(onlyA)).toMatchObject({ entities: { removed: 0, unchanged: 1 }, kept })
      await run('MATCH (o {owner: $name}) DETACH DELETE o')
      expect(await load(onlyA)).toMatchObject({ entities: { removed: 0, unchanged: 1 }, kept: [] })
      expect(await compareStored(driver, onlyA, name)).toEqual(noMismatch)
    }))

  it('finds the node on which it hangs in the graph again, when the files have it again', () =>
    inGraph(server, async ({ load, run, driver, name }) => {
      await load(both)
      await run('MATCH (b:Entity {_graph: $name, id: "b"}) CREATE ({owner: $name})-[:ABOUT]->(b)')
      await load(onlyA)
      const again = graphOf({ ...partsOf(both), entities: [entity('a'), entity('b', 'Person')] })
      expect(await load(again)).toMatchObject({ entities: { added: 1, unchanged: 1 }, kept: [] })
      expect(await compareStored(driver, again, name)).toEqual(noMismatch)
      expect(await run('MATCH ({owner: $name})-[:ABOUT]->(b {id: "b"}) RETURN b')).toHaveLength(1)
    }))

  it('has the same names in another graph of the same database', () =>
    inGraph(server, (one) =>
      inGraph(server, async (other) => {
        await one.load(both)
        await other.load(exampleGraph)
        await one.load(exampleGraph, { replace: true })
        await one.load(graphOf({}), { replace: true })
        expect(await compareStored(other.driver, exampleGraph, other.name)).toEqual(noMismatch)
        expect(await compareStored(one.driver, graphOf({}), one.name)).toEqual(noMismatch)
      }),
    ))

  it('is put right by the next load where it took something of ours away', () =>
    inGraph(server, async ({ load, run, driver, name }) => {
      await load(exampleGraph)
      await run('MATCH (n:Entity {_graph: $name, id: "González"}) DETACH DELETE n')
      await run('MATCH ()-[r:SELLS {_graph: $name}]->() REMOVE r._fingerprint')
      await run('MATCH (s:Source {_graph: $name, id: "wire-2"}) REMOVE s._fingerprint, s.published')
      expect(await load(exampleGraph)).toMatchObject({
        sources: { added: 1, unchanged: 1 },
        entities: { added: 1, unchanged: 4 },
        claims: { added: 4, changed: 1, unchanged: 1 },
      })
      expect(await compareStored(driver, exampleGraph, name)).toEqual(noMismatch)
    }))

  it('may take the marker away: then all is compared all the same', () =>
    inGraph(server, async ({ load, run, driver, name }) => {
      await load(exampleGraph)
      await run('MATCH (m:StancegraphGraph {name: $name}) DELETE m')
      const less = graphOf({ ...partsOf(exampleGraph), claims: [] })
      expect(await load(less)).toMatchObject({ claims: { removed: 6 } })
      expect(await compareStored(driver, less, name)).toEqual(noMismatch)
    }))
})

function partsOf({ entities, sources, claims }: typeof both) {
  return {
    entities: [...entities.values()],
    sources: [...sources.values()],
    claims: [...claims.values()],
  }
}

import { randomUUID } from 'node:crypto'
import neo4j from 'neo4j-driver'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { schemaToJson } from '../../../src/graph/schema-json.ts'
import { stanceOf } from '../../../src/questions/stance-of.ts'
import { isGraphChanged } from '../../../src/stores/graph-store.ts'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import type { GraphStore } from '../../../src/stores/graph-store.ts'
import { neo4jStore } from '../../../src/stores/neo4j/neo4j-store.ts'
import { graphOf, type WrittenClaim } from '../../graphs/build.ts'
import { hostileGraph } from '../../graphs/hostile.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { describeGraphStore } from '../contract.ts'
import { startCuttingProxy } from './cutting-proxy.ts'
import { failureOf } from './in-graph.ts'
import { eraseGraph } from './erase-graph.ts'

const asOf = '2024-06-01'

const cutClaims: readonly WrittenClaim[] = [
  ['H —supports→ x', '2024-01-01'],
  ['V —opposes→ x', '2024-01-02'],
  ['V —speaks for→ H', ''],
]

describeOnServers('neo4jStore', ({ url, username, password }) => {
  const driver = neo4j.driver(url, neo4j.auth.basic(username, password))
  const names: string[] = []
  afterEach(async () => {
    for (const name of names.splice(0)) await eraseGraph(driver, name)
  })
  afterAll(() => driver.close())

  const newName = (): string => {
    const name = `store ${randomUUID()}`
    names.push(name)
    return name
  }
  const storeOf = async (graph: KnowledgeGraph, name = newName()): Promise<GraphStore> => {
    await loadIntoNeo4j(driver, graph, { name })
    return neo4jStore(driver, { graph: name })
  }
  const run = (text: string, parameters: object): Promise<unknown> => driver.executeQuery(text, parameters)

  describeGraphStore('neo4jStore', async (graph) => {
    const store = await storeOf(graph)
    const name = names.pop() ?? ''
    return { store, close: () => store.close().then(() => eraseGraph(driver, name)) }
  })

  it('gives back every text and every value as it was loaded', async () => {
    const store = await storeOf(hostileGraph)
    const { entities, sources, claims } = hostileGraph
    const things = await store.lookUp([...entities.keys(), ...sources.keys(), ...claims.keys()])
    expect(sortedJson(things.entities)).toEqual(sortedJson(entities.values()))
    expect(sortedJson(things.sources)).toEqual(sortedJson(sources.values()))
    expect(sortedJson(things.claims)).toEqual(sortedJson(claims.values()))
  })

  describe('asked for a graph', () => {
    it('that is not there', async () => {
      const name = newName()
      const store = neo4jStore(driver, { graph: name })
      const message = `no graph: there is no graph \`${name}\` in the database; load one with \`stancegraph load --name '${name}'\`.`
      expect(await failureOf(store.schema())).toBe(message)
      expect(await failureOf(stanceOf(store, 'a', 'b'))).toBe(message)
    })

    it('that is being loaded, says so, and answers when it is loaded', async () => {
      const name = newName()
      const store = await storeOf(graphOf([['H —supports→ x', '2024-01-01']]), name)
      expect((await stanceOf(store, 'H', 'x')).stance).toBe('supports')
      await run("MATCH (m:StancegraphGraph {name: $name}) SET m.state = 'loading'", { name })
      expect(await failureOf(stanceOf(store, 'H', 'x'))).toBe(
        `loading: graph \`${name}\` is being loaded, or a load of it has not ended; run \`stancegraph load --name '${name}'\` again to end it.`,
      )
      await loadIntoNeo4j(driver, graphOf([['H —opposes→ x', '2024-01-01']]), { name })
      expect((await stanceOf(store, 'H', 'x')).stance).toBe('opposes')
    })

    it('in a database that is not there', async () => {
      const store = neo4jStore(driver, { database: 'nothing' })
      expect(await failureOf(store.schema())).toBe(
        'no database: there is no database `nothing` on the server; give another one: `SHOW DATABASES` lists them.',
      )
    })
  })

  describe('a view', () => {
    const [before, after] = ['supports', 'opposes'].map((relation) =>
      graphOf([[`H —${relation}→ x`, '2024-01-01', { id: 'the claim' }]]),
    ) as [KnowledgeGraph, KnowledgeGraph]

    it('does not mix two states of a graph', async () => {
      const name = newName()
      const store = await storeOf(before, name)
      const view = store.snapshot()
      expect((await view.lookUp(['the claim'])).claims[0]?.relation).toBe('supports')
      await loadIntoNeo4j(driver, after, { name })
      const error: unknown = await view.lookUp(['the claim']).catch((reason: unknown) => reason)
      expect(isGraphChanged(error)).toBe(true)
      expect(String(error)).toBe(
        `DatabaseError: graph \`${name}\` was changed while the question was asked; ask again.`,
      )
      expect((await store.snapshot().lookUp(['the claim'])).claims[0]?.relation).toBe('opposes')
    })

    it('goes on where a load changed nothing but what it did not', async () => {
      const name = newName()
      const view = (await storeOf(before, name)).snapshot()
      await view.find(['H'])
      await loadIntoNeo4j(driver, after, { name: newName() })
      expect((await view.lookUp(['the claim'])).claims[0]?.relation).toBe('supports')
    })

    it('is made anew where the graph changes between the calls of a question', async () => {
      const name = newName()
      const store = await storeOf(before, name)
      let views = 0
      const changing: GraphStore = {
        ...store,
        snapshot: () => {
          const view = store.snapshot()
          views += 1
          if (views > 1) return view
          const find: GraphStore['find'] = async (texts) => {
            const found = await view.find(texts)
            await loadIntoNeo4j(driver, after, { name })
            return found
          }
          return { ...view, find }
        },
      }
      const { stance, deciding } = await stanceOf(changing, 'H', 'x')
      expect([stance, deciding[0]?.claim.relation, views]).toEqual(['opposes', 'opposes', 2])
    })
  })

  it('answers all the same where connections are cut', async () => {
    const name = newName()
    const expected = JSON.stringify(
      await stanceOf(await storeOf(graphOf(cutClaims), name), 'H', 'x', { asOf }),
    )
    const proxy = await startCuttingProxy(url)
    const cut = neo4j.driver(proxy.url, neo4j.auth.basic(username, password))
    try {
      const store = neo4jStore(cut, { graph: name })
      await store.schema()
      for (let packet = 1; packet <= 8; packet += 1) {
        proxy.cutAt(packet)
        expect(JSON.stringify(await stanceOf(store, 'H', 'x', { asOf }))).toBe(expected)
      }
      expect(proxy.cuts).toBeGreaterThan(2)
    } finally {
      await cut.close()
      await proxy.close()
    }
  })

  describe('the schema', () => {
    it('is the one of the latest load', async () => {
      const name = newName()
      const graph = graphOf([['H —supports→ x', '2024-01-01']])
      const store = await storeOf(graph, name)
      const relations = new Map([...graph.schema.relations].filter(([relation]) => relation !== 'holds'))
      expect((await store.schema()).relations.has('holds')).toBe(true)
      await loadIntoNeo4j(driver, { ...graph, schema: { ...graph.schema, relations } }, { name })
      expect(schemaToJson(await store.schema())).toBe(schemaToJson({ ...graph.schema, relations }))
    })
  })

  describe('what is somebody else’s', () => {
    it('is not there for questions, though it looks like ours', async () => {
      const graph = graphOf([
        ['H —supports→ x', '2024-01-01', { id: 'ours' }],
        ['V —speaks for→ W', '', { id: 'step' }],
        ['V —disputes→ ours', '2024-01-02', { id: 'on ours' }],
      ])
      const name = newName()
      const store = await storeOf(graph, name)
      const ids = ['H', 'x', 'V', 'W', 'ours', 'on ours', 'step', 'foreign']
      const ask = async (): Promise<string> =>
        JSON.stringify([
          await store.find([...ids, 'Foreign']),
          await store.lookUp(ids),
          await store.bearingOn({ targets: ids, holders: ['H', 'W'], about: true }),
          await store.bearingOn({ targets: ids }),
          await store.claimsAround('H'),
          await store.claimsAround('x', 'H'),
          await store.edgesAround(ids),
          await store.clashes(),
        ])
      const answers = await ask()
      const both = `MATCH (h:Entity {_graph: $name, id: 'H'}), (x:Entity {_graph: $name, id: 'x'}), (c:Claim {_graph: $name, id: 'ours'})`
      await run(
        `${both} CREATE (h)-[:OPPOSES {id: 'foreign', stance: 'opposes'}]->(x), (x)-[:SPEAKS_FOR {id: 'foreign'}]->(h),
          (h)-[:DISPUTES {id: 'foreign', stance: 'opposes'}]->(c), (c)-[:OBJECT]->(h), (h)-[:KNOWS]->(x),
          (h)-[:OPPOSES {id: 'foreign', stance: 'opposes'}]->(:Entity {id: 'foreign', name: 'Foreign', owner: $name})`,
        { name },
      )
      expect(await ask()).toBe(answers)
      await run('MATCH (n:Entity {owner: $name}) DETACH DELETE n', { name })
    })

    it('keeps entities that questions do not find any more', async () => {
      const name = newName()
      const store = await storeOf(
        graphOf([['H —supports→ x', '2024-01-01']], { entities: [{ id: 'gone' }] }),
        name,
      )
      expect((await store.find(['gone']))[0]?.matches).toHaveLength(1)
      await run(
        "MATCH (n:Entity {_graph: $name, id: 'gone'}) CREATE (n)<-[:KNOWS]-(:Foreign {owner: $name})",
        { name },
      )
      await loadIntoNeo4j(driver, graphOf([['H —supports→ x', '2024-01-01']]), { name })
      expect(await store.find(['gone'])).toEqual([{ matches: [], nearest: [] }])
      expect((await store.lookUp(['gone', 'H'])).entities.map(({ id }) => id)).toEqual(['H'])
      await run('MATCH (n:Foreign {owner: $name}) DETACH DELETE n', { name })
    })
  })
})

function sortedJson(things: Iterable<{ readonly id: string }>): readonly string[] {
  return [...things]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((thing) => JSON.stringify(Object.entries(thing).sort(([a], [b]) => (a < b ? -1 : 1))))
}

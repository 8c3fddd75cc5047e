import { randomUUID } from 'node:crypto'
import { int } from 'neo4j-driver'
import { expect, it } from 'vitest'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { isBeingLoaded } from '../../../src/stores/graph-store.ts'
import { neo4jStore } from '../../../src/stores/neo4j/neo4j-store.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { claim, entity, exampleSchema, graphOf } from '../../exports/example-graph.ts'
import { failureOf, inGraph, type GraphPlace } from './in-graph.ts'
import { compareStored, noMismatch, storedMarker } from './stored-graph.ts'

const ids = Array.from({ length: 3000 }, (_, index) => `e${index}`)

/** A graph in which all notes are the same. */
const noted = (note: string): KnowledgeGraph =>
  graphOf({ entities: ids.map((id) => entity(id, 'Person', { note })) })

const small = graphOf({
  entities: [entity('e1'), entity('e2')],
  claims: [claim('c', 'e1', 'sells', 'e2')],
})

/** Runs a test while the nodes or relationships that a query sets something of are locked. */
async function whileHeld(
  { driver, name }: GraphPlace,
  query: string,
  test: () => Promise<void>,
): Promise<void> {
  const session = driver.session()
  const holding = session.beginTransaction()
  try {
    await holding.run(query, { name })
    await test()
  } finally {
    await holding.rollback()
    await session.close()
  }
}

describeOnServers('what a load lets be seen', (server) => {
  it(
    'is never half of what it writes',
    () =>
      inGraph(server, async ({ driver, name, load }) => {
        await load(noted('0'))
        const store = neo4jStore(driver, { graph: name })
        let [isOver, answers] = [false, 0]
        const mixed: string[] = []
        const reader = async (): Promise<void> => {
          while (!isOver) {
            const entities = await store.lookUp(['e1', 'e1500', 'e2999']).then(
              (found) => found.entities,
              (error: unknown) => {
                if (!isBeingLoaded(error)) throw error
                return []
              },
            )
            const notes = new Set(entities.map(({ note }) => note))
            if (notes.size > 1) mixed.push([...notes].join())
            if (entities.length > 0) answers += 1
          }
        }
        const readers = [reader(), reader(), reader()]
        for (let round = 1; round <= 12; round += 1) await load(noted(String(round)))
        isOver = true
        await Promise.all(readers)
        expect(mixed).toEqual([])
        expect(answers).toBeGreaterThan(12)
      }),
    120_000,
  )

  it('is `loading` from before the first batch until after the last', () =>
    inGraph(server, async ({ driver, name, load }) => {
      await load(small)
      const states: Promise<unknown>[] = []
      const onProgress = (): void => void states.push(storedMarker(driver, name))
      await load(noted('0'), { batchSize: 1000, onProgress })
      const seen = (await Promise.all(states.slice(1, -1))) as { state: string }[]
      expect(seen.map(({ state }) => state)).toContain('loading')
      expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready', version: int(2) })
    }))

  it('is the graph as it was where nothing could be written', () =>
    inGraph(server, async (place) => {
      const { driver, name, load } = place
      await load(small)
      const changed = graphOf({ entities: [entity('e1', 'Person', { note: 'n' }), entity('e2')] })
      await whileHeld(place, 'MATCH (e:Entity {_graph: $name, id: "e1"}) SET e.seen = true', async () => {
        expect(await failureOf(load(changed, { patience: 2000 }))).toMatch(/^timeout:/)
      })
      expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready', version: int(1) })
      expect(await compareStored(driver, small, name)).toEqual(noMismatch)
    }))

  it('names the rule of the database that refuses what is to be written', () =>
    inGraph(server, async ({ driver, name, load, run }) => {
      await load(small)
      const label = `Only ${randomUUID()}`
      const type = {
        name: label,
        parents: ['Entity'],
        lineage: [label, 'Entity'],
        abstract: false,
        properties: new Map(),
      }
      const schema = { ...exampleSchema, types: new Map([...exampleSchema.types, [label, type]]) }
      await run(`CREATE CONSTRAINT \`${label}\` FOR (n:\`${label}\`) REQUIRE n.name IS UNIQUE`)
      try {
        const twice = graphOf({
          entities: ['x', 'y'].map((id) => entity(id, label, { name: 'Spain' })),
        })
        const failure = await failureOf(load({ ...twice, schema }, { replace: true }))
        expect(failure.replace(/Node\(\d+\)/, 'Node(…)')).toBe(
          `cannot be stored: a rule of the database refuses what the files say: Node(…) already exists with label \`${label}\` ` +
            "and property `name` = 'Spain'; remove that rule, or load into another database (--database).",
        )
        expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready', version: int(1) })
      } finally {
        await run(`DROP CONSTRAINT \`${label}\``)
      }
    }))

  it('is nothing where an option makes no sense', () =>
    inGraph(server, async ({ load, run }) => {
      for (const batchSize of [0, -1, 1.5, NaN, Infinity]) {
        expect(await failureOf(load(small, { batchSize }))).toBe(
          `RangeError: batchSize must be a whole number of at least 1, not ${batchSize}`,
        )
      }
      for (const patience of [-1, NaN]) {
        expect(await failureOf(load(small, { patience }))).toBe(
          `RangeError: patience must be at least 0 milliseconds, not ${patience}`,
        )
      }
      expect(await run('MATCH (m:StancegraphGraph {name: $name}) RETURN m')).toEqual([])
    }))

  it('does not wait for ever where there is no patience', () =>
    inGraph(server, async (place) => {
      await place.load(small)
      await whileHeld(place, 'MATCH (m:StancegraphGraph {name: $name}) SET m.seen = true', async () => {
        expect(await failureOf(place.load(noted('0'), { patience: 0 }))).toMatch(/^timeout:/)
      })
    }))
})

/** That questions on a graph with real data have the same answers from Neo4j as from memory. */
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildGraph } from '../../../src/project/build-graph.ts'
import { contradictions } from '../../../src/questions/contradictions.ts'
import { paths } from '../../../src/questions/paths.ts'
import { relationships } from '../../../src/questions/relationships.ts'
import { stanceOf } from '../../../src/questions/stance-of.ts'
import { stanceTimeline } from '../../../src/questions/stance-timeline.ts'
import { stancesOn } from '../../../src/questions/stances-on.ts'
import type { GraphStore } from '../../../src/stores/graph-store.ts'
import { memoryStore } from '../../../src/stores/memory-store.ts'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import { neo4jStore } from '../../../src/stores/neo4j/neo4j-store.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { eraseGraph } from './erase-graph.ts'

const built = await buildGraph({ project: fileURLToPath(new URL('../../..', import.meta.url)) })
if (!built.ok) throw new Error('the data of this repository has errors')
const { graph } = built
const memory = memoryStore(graph)

/** Of all entities and claims, every so many one. */
const things = [...graph.entities.keys(), ...graph.claims.keys()]
const some = (step: number, from = 0): readonly string[] =>
  things.filter((_, at) => at % step === from % step)

const asOf = '2025-06-01'

describeOnServers('questions on the example data', ({ url, username, password }) => {
  const driver = neo4j.driver(url, neo4j.auth.basic(username, password))
  const name = `questions ${randomUUID()}`
  const store = neo4jStore(driver, { graph: name })
  beforeAll(() => loadIntoNeo4j(driver, graph, { name }))
  afterAll(async () => {
    await eraseGraph(driver, name)
    await driver.close()
  })

  const expectSame = async (ask: (store: GraphStore) => Promise<unknown>): Promise<void> => {
    expect(await jsonOf(ask(store))).toBe(await jsonOf(ask(memory)))
  }

  it('on one thing have the same JSON as from memory', async () => {
    for (const one of some(5)) {
      await expectSame((asked) => stancesOn(asked, one, { asOf }))
      await expectSame((asked) => relationships(asked, one))
    }
    await expectSame((asked) => contradictions(asked, { asOf }))
  })

  it('on two things have the same JSON as from memory', async () => {
    for (const [at, one] of some(17).entries()) {
      for (const other of some(23, at)) {
        await expectSame((asked) => stanceOf(asked, one, other, { asOf, about: true }))
        await expectSame((asked) => stanceTimeline(asked, one, other))
        await expectSame((asked) => relationships(asked, one, other, { asOf }))
        await expectSame((asked) => paths(asked, one, other, { asOf }))
      }
    }
  })

  it('find the same by every name, and by names with an error in them', async () => {
    const names = [...graph.entities.values()].flatMap(({ id, name, aliases }) => [id, name, ...aliases])
    const texts = names.flatMap((one) => [one, one.toUpperCase(), one.slice(1), `${one}x`])
    expect(await store.find(texts)).toEqual(await memory.find(texts))
  })
})

/** The JSON of an answer, or the message of the error that it is. */
function jsonOf(answer: Promise<unknown>): Promise<string> {
  return answer.then(
    (value) => JSON.stringify(value),
    (error: unknown) => String(error),
  )
}

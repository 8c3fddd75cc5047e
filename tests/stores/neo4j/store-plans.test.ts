/** What the store's queries cost: how many there are, and how the server goes about them. */
import { randomUUID } from 'node:crypto'
import neo4j, { type Driver, type Plan } from 'neo4j-driver'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contradictions } from '../../../src/questions/contradictions.ts'
import { paths } from '../../../src/questions/paths.ts'
import { relationships } from '../../../src/questions/relationships.ts'
import { stanceOf } from '../../../src/questions/stance-of.ts'
import { stanceTimeline } from '../../../src/questions/stance-timeline.ts'
import { stancesOn } from '../../../src/questions/stances-on.ts'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import type { GraphStore } from '../../../src/stores/graph-store.ts'
import { neo4jStore } from '../../../src/stores/neo4j/neo4j-store.ts'
import { graphOf } from '../../graphs/build.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { recordQueries, type Recording, type SentQuery } from './recording-driver.ts'
import { eraseGraph } from './erase-graph.ts'

const graph = graphOf([
  ['H —supports→ x', '2024-05-10', { id: 'first' }],
  ['V —opposes→ x', '2024-05-10', { id: 'second', joint: ['second', 'third'] }],
  ['V —opposes→ y', '2024-05-10', { id: 'third', joint: ['second', 'third'] }],
  ['V —supports→ x', '2024-05-10', { id: 'fourth', onBehalfOf: 'W' }],
  ['V —speaks for→ H', '', { id: 'step' }],
  ['W —speaks for→ V', '', { id: 'other step', accordingTo: 'V' }],
  ['H —disputes→ second', '2024-05-11', { id: 'denial' }],
  ['V —disputes→ denial', '2024-05-12', { id: 'denial of denial' }],
  ['x —declares winner→ H', '2024-05-12', { properties: { regarding: 'y' } }],
  ['x —declares winner→ V', '2024-05-12', { properties: { regarding: 'y' } }],
])

const asOf = '2024-06-01'

describeOnServers('the queries of neo4jStore', ({ url, username, password }) => {
  const real = neo4j.driver(url, neo4j.auth.basic(username, password))
  const name = `plans ${randomUUID()}`
  let recording: Recording
  let store: GraphStore
  beforeAll(() => loadIntoNeo4j(real, graph, { name }))
  beforeEach(async () => {
    const asked = neo4jStore(real, { graph: name })
    recording = recordQueries(real)
    store = neo4jStore(recording.driver, { graph: name })
    await asked.close()
  })
  afterAll(async () => {
    await eraseGraph(real, name)
    await real.close()
  })

  /** How many queries a question takes of a store that was asked before, and how many in a row. */
  const costOf = async (ask: (store: GraphStore) => Promise<unknown>): Promise<readonly number[]> => {
    await ask(store)
    const [queries, rounds] = [recording.queries.length, recording.rounds()]
    await ask(store)
    return [recording.queries.length - queries, recording.rounds() - rounds]
  }

  describe('questions', () => {
    it('take one query for names, one for claims and one for what the answer mentions', async () => {
      expect(await costOf((one) => stanceOf(one, 'H', 'x', { asOf, about: true }))).toEqual([3, 3])
      expect(await costOf((one) => stancesOn(one, 'x', { asOf }))).toEqual([3, 3])
      expect(await costOf((one) => stanceTimeline(one, 'H', 'x'))).toEqual([3, 3])
      expect(await costOf((one) => relationships(one, 'H', 'x'))).toEqual([3, 3])
      expect(await costOf((one) => contradictions(one, { asOf }))).toEqual([3, 3])
    })

    it('take one more for each step of a path, and for the claims of its hops', async () => {
      expect(await costOf((one) => paths(one, 'H', 'y', { asOf }))).toEqual([6, 6])
    })

    it('take one more for the schema when a store is asked for the first time', async () => {
      await stanceOf(store, 'H', 'x', { asOf })
      expect([recording.queries.length, recording.rounds()]).toEqual([4, 4])
    })

    it('take one more for the names that one may have meant', async () => {
      await store.find(['H'])
      const asked = recording.queries.length
      await store.find(['H', 'foo', 'fourht', 'V'])
      expect(recording.queries.length - asked).toBe(2)
    })
  })

  it('all go through indexes, and read', async () => {
    await store.find(['H', 'first', 'no such thing'])
    await store.lookUp(['H', 'first', 'wire', 'nothing'])
    await store.bearingOn({ targets: ['x', 'first'] })
    await store.bearingOn({ targets: ['x', 'first'], holders: ['H'] })
    await store.bearingOn({ targets: ['x', 'first'], holders: ['H'], about: true })
    await store.bearingOn({ targets: ['x', 'first'], about: true })
    await store.claimsAround('H')
    await store.claimsAround('H', 'x')
    await store.edgesAround(['H', 'x', 'first'])
    await store.clashes()
    expect(new Set(recording.queries.map(({ mode }) => mode))).toEqual(new Set(['READ']))
    const texts = new Map(recording.queries.map((query) => [query.text, query]))
    for (const query of texts.values()) expect(await faultsOf(real, query)).toEqual([])
  })
})

/** The operators of a query's plan that go through more than they give, and the hints that the plan does not follow. */
async function faultsOf(driver: Driver, { text, parameters }: SentQuery): Promise<readonly string[]> {
  const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, parameters)
  if (!summary.plan) throw new Error('the server gave no plan')
  const scans = operatorsIn(summary.plan).filter((operator) => /Scan|CartesianProduct/.test(operator))
  const told = summary.gqlStatusObjects.map(({ statusDescription }) => statusDescription)
  return [...scans, ...told.filter((description) => /hint/i.test(description))]
}

function operatorsIn({ operatorType, children }: Plan): readonly string[] {
  return [operatorType, ...children.flatMap(operatorsIn)]
}

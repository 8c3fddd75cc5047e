/** What tests of loads under faults have in common: two graphs to go between, and random moments. */
import neo4j, { type Driver } from 'neo4j-driver'
import { expect } from 'vitest'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import type { TestServer } from '../../neo4j/servers.ts'
import { generatedGraph } from './generated-graph.ts'
import { compareStored, noMismatch, storedMarker } from './stored-graph.ts'

/** Where the faults come is as random as the machine is, beside this. */
export const seed = Number(process.env['FAULTS_SEED'] ?? 6)

/** For the names of tests. */
export const withSeed = `(FAULTS_SEED=${seed})`

const claims = 3000

/** So that a load has some forty batches. */
export const batchSize = 150

/** Two graphs that have much in common. */
export const graphs: readonly [KnowledgeGraph, KnowledgeGraph] = [
  await generatedGraph(claims, 1),
  await generatedGraph(claims, 2),
]

/** Numbers from 0 up to 1. */
export function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A driver for a server. */
export function driverFor({
  url,
  username,
  password,
}: Pick<TestServer, 'url' | 'username' | 'password'>): Driver {
  return neo4j.driver(url, neo4j.auth.basic(username, password))
}

/** Loads a graph in small batches. */
export async function load(driver: Driver, graph: KnowledgeGraph, name: string): Promise<void> {
  await loadIntoNeo4j(driver, graph, { name, batchSize })
}

/** That the database has exactly this graph. */
export async function expectStored(driver: Driver, graph: KnowledgeGraph, name: string): Promise<void> {
  expect(await compareStored(driver, graph, name)).toEqual(noMismatch)
  expect(await storedMarker(driver, name)).toMatchObject({ state: 'ready' })
}

/** How long work takes, in seconds. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** What bench.ts measures: one task in a process of its own, on the code in dist/, which is what is shipped. */
import assert from 'node:assert/strict'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, env, resourceUsage, stdout } from 'node:process'
import { deserialize, serialize } from 'node:v8'
import graphologyGexf from 'graphology-gexf'
import { parseAllDocuments } from 'yaml'
import type { KnowledgeGraph } from '../src/graph/knowledge-graph.ts'
import neo4j, { type Driver } from 'neo4j-driver'
import { probe } from './generate-project.ts'
import { createAll, createOneByOne, emptyDatabase, mergeAll, writeNodes } from './neo4j-baselines.ts'
import { walkStance } from './stance-walk.ts'

/** What a task says about itself. */
export interface Measured {
  /** Milliseconds for the work alone, without loading code or data that is not part of it. */
  readonly milliseconds: number
  /** The largest resident memory of the process, in megabytes. */
  readonly megabytes: number
}

/** Each gets the folder of a generated project, does its work, and says how many milliseconds that took. */
const tasks = {
  /** Not measured: keeps the graph, so that tasks which start from a graph need not read the project. */
  'keep graph': async (folder: string) => {
    const { toJsonLines } = await shipped()
    const graph = await build(folder)
    writeFileSync(join(folder, 'graph.v8'), serialize(graph))
    writeFileSync(linesOf(folder), [...toJsonLines(graph)].join(''))
    return 0
  },
  /** The least that anything which reads the project must do. */
  yaml: (folder: string) =>
    timed(() => {
      for (const file of yamlFiles(folder)) parseAllDocuments(readFileSync(file, 'utf8'))
    }),
  build: (folder: string) => timed(() => build(folder)),
  'JSON.parse': (folder: string) =>
    timed(() => {
      for (const line of readFileSync(linesOf(folder), 'utf8').trimEnd().split('\n')) JSON.parse(line)
    }),
  'read lines': async (folder: string) => {
    const { buildGraph } = await shipped()
    return timed(() => buildGraph({ graph: linesOf(folder) }))
  },
  stance: async (folder: string) => {
    const { stanceOf, memoryStore } = await shipped()
    const store = memoryStore(keptGraph(folder))
    const { holder, target, asOf } = probe
    return timedOften(() => stanceOf(store, holder, target, { asOf }))
  },
  'stance walk': async (folder: string) => {
    const { stanceOf, memoryStore } = await shipped()
    const graph = keptGraph(folder)
    const store = memoryStore(graph)
    const { holder, target, asOf } = probe
    const answer = await stanceOf(store, holder, target, { asOf })
    assert.deepEqual(walkStance(graph, store.graphology, probe), answer)
    return timedOften(() => walkStance(graph, store.graphology, probe))
  },
  gexf: async (folder: string) => {
    const { toGexf } = await shipped()
    const graph = keptGraph(folder)
    return timed(() => writeFresh(toGexf(graph)))
  },
  'graphology-gexf': async (folder: string) => {
    const { memoryStore } = await shipped()
    const { graphology } = memoryStore(keptGraph(folder))
    return timed(() => writeFresh([graphologyGexf.write(graphology, { version: '1.3' })]))
  },
  /** From files to a file, as a user does it. */
  'build and gexf': async (folder: string) => {
    const { toGexf } = await shipped()
    return timed(async () => writeFresh(toGexf(await build(folder))))
  },
  'neo4j load': (folder: string) =>
    onServer(async (driver) => {
      const { loadIntoNeo4j } = await shipped()
      const graph = keptGraph(folder)
      await emptyDatabase(driver)
      return timed(() => loadIntoNeo4j(driver, graph))
    }),
  /** Of what 'neo4j load' has left in the database. */
  'neo4j load again': (folder: string) =>
    onServer(async (driver) => {
      const { loadIntoNeo4j } = await shipped()
      const graph = keptGraph(folder)
      return timed(() => loadIntoNeo4j(driver, graph))
    }),
  /** Likewise. */
  'neo4j stance': () =>
    onServer(async (driver) => {
      const { neo4jStore, stanceOf } = await shipped()
      const store = neo4jStore(driver)
      const { holder, target, asOf } = probe
      return timedOften(() => stanceOf(store, holder, target, { asOf }))
    }),
  'neo4j create': (folder: string) =>
    onServer(async (driver) => {
      const graph = keptGraph(folder)
      await emptyDatabase(driver)
      return timed(() => createAll(driver, graph))
    }),
  'neo4j merge': (folder: string) =>
    onServer(async (driver) => {
      const graph = keptGraph(folder)
      await emptyDatabase(driver)
      return timed(() => mergeAll(driver, graph))
    }),
  /** A thousand claims, and as much longer as there are more. */
  'neo4j one by one': (folder: string) =>
    onServer(async (driver) => {
      const graph = keptGraph(folder)
      await emptyDatabase(driver)
      const nodes = await timed(() => writeNodes(driver, graph))
      const some = await timed(() => createOneByOne(driver, graph, 1000))
      return nodes + (some / 1000) * graph.claims.size
    }),
  /** Not measured: the memory that a process takes which only holds the graph. */
  'hold graph': (folder: string) => {
    const graph = keptGraph(folder)
    return Promise.resolve(graph.claims.size > 0 ? 0 : NaN)
  },
}

/** Works on the server that the environment names; everything in it may be deleted. */
async function onServer(work: (driver: Driver) => Promise<number>): Promise<number> {
  const { NEO4J_URI = '', NEO4J_USERNAME = '', NEO4J_PASSWORD = '' } = env
  const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD))
  try {
    return await work(driver)
  } finally {
    await driver.close()
  }
}

export type Task = keyof typeof tasks

function shipped(): Promise<typeof import('../src/index.ts')> {
  return import(new URL('../dist/index.js', import.meta.url).href) as Promise<
    typeof import('../src/index.ts')
  >
}

async function build(folder: string): Promise<KnowledgeGraph> {
  const { buildGraph } = await shipped()
  const built = await buildGraph({ project: folder })
  if (built.ok) return built.graph
  throw new Error(`The generated project has errors: ${JSON.stringify(built.diagnostics[0])}`)
}

function keptGraph(folder: string): KnowledgeGraph {
  return deserialize(readFileSync(join(folder, 'graph.v8'))) as KnowledgeGraph
}

function linesOf(folder: string): string {
  return join(folder, 'graph.jsonl')
}

function yamlFiles(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => file.endsWith('.yaml')).map((file) => join(folder, file))
}

function writeFresh(chunks: Iterable<string>): void {
  const folder = mkdtempSync(join(tmpdir(), 'stancegraph-gexf-'))
  const file = openSync(join(folder, 'graph.gexf'), 'w')
  for (const chunk of chunks) writeSync(file, chunk)
  closeSync(file)
  rmSync(folder, { recursive: true })
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** For work of microseconds: the mean of a second of it, after a second that lets the engine compile it. */
async function timedOften(work: () => unknown): Promise<number> {
  await repeat(work)
  return repeat(work)
}

async function repeat(work: () => unknown): Promise<number> {
  const start = performance.now()
  let times = 0
  while (performance.now() - start < 1000) {
    await work()
    times += 1
  }
  return (performance.now() - start) / times
}

const [name, folder = ''] = argv.slice(2)
const milliseconds = await tasks[name as Task](folder)
const measured: Measured = { milliseconds, megabytes: resourceUsage().maxRSS / 1024 }
stdout.write(JSON.stringify(measured))

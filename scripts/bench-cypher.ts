/**
 * Measures Cypher on the memory store, on the code that `npm run build` has put into dist/, against the same answers from
 * walks over graphology written by hand, and from Grafeo, an engine in Rust, where it is installed (`npm install --no-save
 * @grafeo-db/js`; as a dependency it would be one on each platform); one after another, each in a process of its
 * own.
 * `npx tsx scripts/bench-cypher.ts [--nodes N] [--relationships N] [--runs N] [--write]` prints a table; `--write` puts it into
 * docs/performance.md.
 */
import type { MultiDirectedGraph } from 'graphology'
import { spawnSync } from 'node:child_process'
import { execPath, exit, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { machine, writeFigures } from './bench-page.ts'
import type { Claim, Entity, KnowledgeGraph } from '../src/graph/knowledge-graph.ts'
import type { EntityType, GraphSchema, Relation } from '../src/graph/schema.ts'

/** As much of Grafeo as is used here. */
interface GrafeoDatabase {
  createNode(labels: readonly string[], properties: object): { readonly id: number }
  createEdge(from: number, to: number, type: string, properties: object): unknown
  executeCypher(text: string, parameters: object): Promise<GrafeoResult>
}

interface GrafeoResult {
  readonly columns: readonly string[]
  toArray(): readonly Readonly<Record<string, unknown>>[]
}

const { memoryStore } = await import('../dist/index.js')

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '100000' },
    relationships: { type: 'string', default: '500000' },
    runs: { type: 'string', default: '15' },
    side: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const nodeCount = Number(values.nodes)
const relationshipCount = Number(values.relationships)
const runs = Number(values.runs)

/** Numbers from 0 up to 1; the same in each run. */
let state = 7
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}

const relations = Array.from({ length: 20 }, (_, index) => `relation ${index}`)
const types = ['Person', 'Country', 'Organization', 'Event']

/** A few nodes have many relationships, most have few. */
function someNode(): number {
  return Math.floor(nodeCount * random() ** 2)
}

function generateGraph(): KnowledgeGraph {
  const entities = new Map<string, Entity>()
  for (let index = 0; index < nodeCount; index += 1) {
    const id = `entity-${index}`
    const name = `${['Ana', 'José', 'Zoë', 'Łukasz'][index % 4] ?? ''} ${(index * 7919).toString(36)}`
    entities.set(id, { id, type: types[index % types.length] ?? '', name, aliases: [], properties: {} })
  }
  const claims = new Map<string, Claim>()
  for (let index = 0; index < relationshipCount; index += 1) {
    const id = `claim-${index}`
    const [subject, object] = [`entity-${someNode()}`, `entity-${Math.floor(nodeCount * random())}`]
    const relation = relations[index % relations.length] ?? ''
    claims.set(id, { id, subject, relation, object, date: '2024-08-01', quotes: [], properties: {} })
  }
  return { schema: generateSchema(), entities, sources: new Map(), claims }
}

function generateSchema(): GraphSchema {
  const entityType = (name: string): EntityType => ({
    name,
    parents: ['Entity'],
    lineage: [name, 'Entity'],
    abstract: false,
    properties: new Map(),
  })
  const relation = (name: string): Relation =>
    ({ name, label: name.toUpperCase().replaceAll(' ', '_'), properties: new Map() }) as unknown as Relation
  return {
    types: new Map(types.map((name) => [name, entityType(name)])),
    relations: new Map(relations.map((name) => [name, relation(name)])),
  }
}

interface Line {
  readonly title: string
  readonly query: string
  readonly parameters?: Readonly<Record<string, string>>
  /** The same from graphology; gives a number that must be the same for all three. */
  readonly byHand: (graph: MultiDirectedGraph) => number
  /** What the number is in a result. */
  readonly numberOf: (rows: readonly (readonly unknown[])[]) => number
}

const rowCount = (rows: readonly unknown[]): number => rows.length
const first = (rows: readonly (readonly unknown[])[]): number => Number(rows[0]?.[0])

/** A node of many relationships, and one far from it. */
const hub = 'entity-3'
const far = `entity-${nodeCount - 7}`

const lines: readonly Line[] = [
  {
    title: 'a node by its id',
    query: 'MATCH (n {id: $id}) RETURN n.name',
    parameters: { id: far },
    byHand: (graph) => (typeof graph.getNodeAttribute(far, 'name') === 'string' ? 1 : 0),
    numberOf: rowCount,
  },
  {
    title: 'a node by its name',
    query: 'MATCH (n:Person {name: $name}) RETURN n.id',
    parameters: { name: 'Ana 0' },
    // Who needs this often makes an index.
    byHand: (graph) => byName(graph, 'Ana 0').length,
    numberOf: rowCount,
  },
  {
    title: 'one hop',
    query: 'MATCH (a {id: $id})-[r]->(b) RETURN type(r), b.name',
    parameters: { id: hub },
    byHand: (graph) => {
      const rows: unknown[] = []
      graph.forEachOutEdge(hub, (_edge, { type }, _from, _to, _fromAttributes, { name }) =>
        rows.push([type, name]),
      )
      return rows.length
    },
    numberOf: rowCount,
  },
  {
    title: 'two hops, counted',
    query: 'MATCH (a {id: $id})-->()-->(c) RETURN count(c)',
    parameters: { id: hub },
    byHand: (graph) => {
      let count = 0
      graph.forEachOutEdge(hub, (edge, _attributes, _from, to) => {
        graph.forEachOutEdge(to, (next) => {
          if (next !== edge) count += 1
        })
      })
      return count
    },
    numberOf: first,
  },
  {
    title: 'three hops, distinct ends',
    query: 'MATCH (a {id: $id})-->()-->()-->(d) RETURN count(DISTINCT d)',
    parameters: { id: hub },
    byHand: (graph) => {
      const ends = new Set<string>()
      graph.forEachOutEdge(hub, (first, _a, _b, one) => {
        graph.forEachOutEdge(one, (second, _c, _d, two) => {
          if (second === first) return
          graph.forEachOutEdge(two, (third, _e, _f, three) => {
            if (third !== first && third !== second) ends.add(three)
          })
        })
      })
      return ends.size
    },
    numberOf: first,
  },
  {
    title: '`*1..4`, distinct ends',
    query: 'MATCH (a {id: $id})-[*1..4]->(d) RETURN count(DISTINCT d)',
    parameters: { id: hub },
    byHand: (graph) => {
      // A node is reached by some path exactly where it is reached by a shortest one.
      const seen = new Set<string>()
      let frontier = [hub]
      for (let hops = 0; hops < 4; hops += 1) {
        const next: string[] = []
        for (const node of frontier) {
          graph.forEachOutNeighbor(node, (neighbor) => {
            if (seen.has(neighbor)) return
            seen.add(neighbor)
            next.push(neighbor)
          })
        }
        frontier = next
      }
      return seen.size
    },
    numberOf: first,
  },
  {
    title: 'all relationships by type',
    query: 'MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS count',
    byHand: (graph) => {
      const counts = new Map<string, number>()
      graph.forEachEdge((_edge, { type }) => {
        counts.set(type as string, (counts.get(type as string) ?? 0) + 1)
      })
      return counts.size
    },
    numberOf: rowCount,
  },
  {
    title: 'the ten nodes of most relationships',
    query: 'MATCH (n)-[r]->() RETURN n.id AS id, count(r) AS degree ORDER BY degree DESC LIMIT 10',
    byHand: (graph) => {
      const degrees: (readonly [string, number])[] = []
      graph.forEachNode((node) => degrees.push([node, graph.outDegree(node)]))
      return degrees.sort(([, one], [, other]) => other - one).slice(0, 10).length
    },
    numberOf: rowCount,
  },
  {
    title: 'names that contain a text',
    query: "MATCH (n) WHERE n.name CONTAINS 'zz' RETURN count(n)",
    byHand: (graph) => {
      let count = 0
      graph.forEachNode((_node, { name }) => {
        if ((name as string).includes('zz')) count += 1
      })
      return count
    },
    numberOf: first,
  },
  {
    title: 'a shortest path',
    query: 'MATCH (a {id: $a}), (b {id: $b}), p = shortestPath((a)-[*]-(b)) RETURN length(p)',
    parameters: { a: hub, b: far },
    byHand: (graph) => shortestLength(graph, hub, far),
    numberOf: first,
  },
]

let names: Map<string, string[]> | undefined

function byName(graph: MultiDirectedGraph, name: string): readonly string[] {
  if (!names) {
    const found = (names = new Map<string, string[]>())
    graph.forEachNode((node, attributes) => {
      const same = found.get(attributes['name'] as string)
      if (same) same.push(node)
      else found.set(attributes['name'] as string, [node])
    })
  }
  return names.get(name) ?? []
}

/** Breadth first from both ends. */
function shortestLength(graph: MultiDirectedGraph, from: string, to: string): number {
  let [frontier, other] = [new Set([from]), new Set([to])]
  const [seen, seenByOther] = [new Set([from]), new Set([to])]
  let sides: readonly [Set<string>, Set<string>] = [seen, seenByOther]
  for (let length = 1; frontier.size > 0 && other.size > 0; length += 1) {
    if (frontier.size > other.size) {
      ;[frontier, other] = [other, frontier]
      sides = [sides[1], sides[0]]
    }
    const [mine, theirs] = sides
    const next = new Set<string>()
    for (const node of frontier) {
      for (const neighbor of graph.neighbors(node)) {
        if (theirs.has(neighbor)) return length
        if (mine.has(neighbor)) continue
        mine.add(neighbor)
        next.add(neighbor)
      }
    }
    frontier = next
  }
  return -1
}

async function fillGrafeo(graph: KnowledgeGraph): Promise<GrafeoDatabase> {
  // Not known to the compiler, as it need not be there.
  const name: string = '@grafeo-db/js'
  const module = (await import(name).catch(() => {
    stderr.write('Grafeo is left out; npm install --no-save @grafeo-db/js brings it.\n')
    exit(1)
  })) as { readonly default: { readonly GrafeoDB: { create(): GrafeoDatabase } } }
  const database = module.default.GrafeoDB.create()
  const numbers = new Map<string, number>()
  for (const { id, name, type } of graph.entities.values()) {
    numbers.set(id, database.createNode([type, 'Entity'], { id, name }).id)
  }
  for (const { id, subject, object, relation } of graph.claims.values()) {
    const label = graph.schema.relations.get(relation)?.label ?? ''
    database.createEdge(numbers.get(subject) ?? 0, numbers.get(object) ?? 0, label, { id })
  }
  return database
}

/** Milliseconds until it is taken that what is compiled while it runs has been, and that one run is long enough to time. */
const [warmUp, longEnough] = [1000, 50]

/**
 * The median of the milliseconds of some runs, after others that do not count. Of what takes microseconds, a run is as many
 * in a row as fill 50 milliseconds, so that cleaning up memory has its share in each.
 */
async function timesOf(
  work: () => number | Promise<number>,
): Promise<{ readonly median: number; readonly result: number }> {
  let [result, calls] = [NaN, 0]
  const begun = performance.now()
  while (calls < 2 || performance.now() - begun < warmUp) {
    result = await work()
    calls += 1
  }
  const times = Math.max(1, Math.ceil((longEnough * calls) / (performance.now() - begun)))
  const measured: number[] = []
  while (measured.length < runs) {
    const start = performance.now()
    for (let call = 0; call < times; call += 1) await work()
    measured.push((performance.now() - start) / times)
    // One run of what takes long says enough.
    if (performance.now() - start > 5000) break
  }
  return { median: measured.sort((one, other) => one - other)[measured.length >> 1] ?? NaN, result }
}

/** What `work` gives, or a rejection after a minute; the work then goes on beside. */
function withinAMinute<T>(work: Promise<T>): Promise<T> {
  const patience = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('no answer within a minute')), 60_000).unref()
  })
  return Promise.race([work, patience])
}

function format(value: number): string {
  return value.toLocaleString('en-US')
}

function duration(time: number): string {
  return time >= 10
    ? `${time.toFixed(0)} ms`
    : time >= 0.1
      ? `${time.toFixed(2)} ms`
      : `${(time * 1000).toFixed(0)} µs`
}

/** What answers the queries; each works in a process of its own, so that none cleans up the memory of another. */
type Side = 'cypher' | 'by hand' | 'grafeo'

/** What a side took for a line, or why it did not answer. */
type Measured = { readonly median: number; readonly result: number } | { readonly failure: string }

/** What a side says about itself: the milliseconds of its first query, and what it took for each line. */
interface Report {
  readonly first: number
  readonly measured: readonly Measured[]
}

type Ask = (line: Line) => number | Promise<number>

async function measure(side: Side): Promise<Report> {
  const graph = generateGraph()
  const ask = side === 'grafeo' ? await askGrafeo(graph) : askMemory(graph, side)
  const begin = performance.now()
  const [line] = lines
  if (line) await ask(line)
  const first = performance.now() - begin
  const measured: Measured[] = []
  for (const each of lines) {
    stderr.write(`${side}: ${each.title}\n`)
    measured.push(
      await withinAMinute(timesOf(() => ask(each))).catch((error: unknown) => ({
        failure: error instanceof Error ? error.message : String(error),
      })),
    )
  }
  return { first, measured }
}

function askMemory(graph: KnowledgeGraph, side: Side): Ask {
  const store = memoryStore(graph)
  if (side === 'by hand') return ({ byHand }) => byHand(store.graphology)
  return async ({ query, parameters = {}, numberOf }) =>
    numberOf((await store.cypher(query, parameters)).rows)
}

async function askGrafeo(graph: KnowledgeGraph): Promise<Ask> {
  const database = await fillGrafeo(graph)
  return async ({ query, parameters = {}, numberOf }) => {
    const result = await database.executeCypher(query, parameters)
    return numberOf(result.toArray().map((row) => result.columns.map((column) => row[column])))
  }
}

/** The report of a process of its own; undefined where that fails, as where Grafeo is not installed. */
function measureApart(side: Side): Report | undefined {
  const options = ['--nodes', values.nodes, '--relationships', values.relationships, '--runs', values.runs]
  const script = fileURLToPath(import.meta.url)
  const { status, stdout: output } = spawnSync(
    execPath,
    ['--import', 'tsx', script, ...options, '--side', side],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return status === 0 ? (JSON.parse(output) as Report) : undefined
}

function cellsOf(line: Line, number: number, reports: readonly (Report | undefined)[]): readonly string[] {
  const [ours, hand, grafeo] = reports.map((report) => report?.measured[number])
  if (!ours || !hand || 'failure' in ours || 'failure' in hand) throw new Error(`${line.title} failed`)
  if (ours.result !== hand.result) throw new Error(`${line.title}: ${ours.result}, by hand ${hand.result}`)
  const cells = [
    line.title,
    duration(ours.median),
    duration(hand.median),
    (ours.median / hand.median).toFixed(2),
  ]
  if (!grafeo) return [...cells, '(no report)', '']
  if ('failure' in grafeo) return [...cells, `(${grafeo.failure})`, '']
  return grafeo.result === ours.result
    ? [...cells, duration(grafeo.median), (ours.median / grafeo.median).toFixed(2)]
    : [...cells, `(says ${grafeo.result})`, '']
}

if (values.side) {
  stdout.write(JSON.stringify(await measure(values.side as Side)))
  // What is still under way there cannot be stopped.
  exit()
}
const reports = (['cypher', 'by hand', 'grafeo'] as const).map(measureApart)
const table = [
  '| what | Cypher | by hand | ratio | Grafeo | ratio |',
  '| --- | --: | --: | --: | --: | --: |',
  ...lines.map((line, number) => `| ${cellsOf(line, number, reports).join(' | ')} |`),
]
const figures = [
  `Medians of ${runs} runs on ${machine()}; ${format(nodeCount)} nodes and ${format(relationshipCount)} relationships. The first`,
  `query on the graph, which loads the engine and builds its indexes, took ${duration(reports[0]?.first ?? NaN)}.`,
  '',
  ...table,
].join('\n')
stdout.write(`${figures}\n`)
if (values.write) {
  writeFigures(
    ['<!-- bench: written by scripts/bench-cypher.ts -->', '<!-- end of bench of Cypher -->'],
    figures,
  )
}

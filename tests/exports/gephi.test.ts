/** Has the real Gephi open what the built command and the library write. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openInGephi, prepareGephi, type GephiGraph } from '../../scripts/gephi/open-in-gephi.ts'
import { edgeKinds } from '../../src/exports/edge-kinds.ts'
import { toGexf } from '../../src/exports/gexf.ts'
import type { KnowledgeGraph, PropertyValue } from '../../src/graph/knowledge-graph.ts'
import { edgesOf, nodesOf } from '../../src/graph/property-graph.ts'
import { buildGraph } from '../../src/project/build-graph.ts'
import { runCommand } from '../cli/run-command.ts'
import { exampleGraph } from './example-graph.ts'

const missing = prepareGephi()
const leftOut = missing !== undefined && (process.env['CI'] ?? '') === ''
if (leftOut) console.warn(`The real Gephi was left out of the tests: ${missing}.`)

describe.skipIf(leftOut)('the real Gephi', () => {
  const project = fileURLToPath(new URL('../..', import.meta.url))
  let folder: string | undefined
  let graph: KnowledgeGraph
  let fromGexf: GephiGraph
  let fromExample: GephiGraph
  let fromGraphml: GephiGraph
  let fromTables: GephiGraph

  beforeAll(async () => {
    if (missing !== undefined) throw new Error(missing)
    folder = mkdtempSync(join(tmpdir(), 'gephi-'))
    const built = await buildGraph({ project })
    if (!built.ok) throw new Error('the example data have errors')
    graph = built.graph
    const inFolder = folder
    const path = (name: string): string => join(inFolder, name)
    writeFileSync(path('example.gexf'), [...toGexf(exampleGraph)].join(''))
    for (const [format, target] of [
      ['gexf', 'graph.gexf'],
      ['graphml', 'graph.graphml'],
      ['csv', 'tables'],
    ] as const) {
      const { exitCode, stderr } = runCommand(['export', format, path(target)], { cwd: project })
      expect(exitCode, stderr).toBe(0)
    }
    const opened = openInGephi([
      [path('graph.gexf')],
      [path('example.gexf')],
      [path('graph.graphml')],
      [path('tables/nodes.csv'), path('tables/edges.csv')],
    ])
    ;[fromGexf, fromExample, fromGraphml, fromTables] = opened as [
      GephiGraph,
      GephiGraph,
      GephiGraph,
      GephiGraph,
    ]
  }, 300_000)

  afterAll(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  })

  it('has all nodes of the GEXF by name, and nothing to complain of', () => {
    for (const [opened, written] of [
      [fromGexf, graph],
      [fromExample, exampleGraph],
    ] as const) {
      const ends = new Set([...edgesOf(written)].flatMap(({ from, to }) => [from, to]))
      const nodes = [...nodesOf(written)].filter(({ kind, id }) => kind !== 'source' || ends.has(id))
      expect(opened.issues).toEqual([])
      expect(byId(opened.nodes, ({ label }) => label)).toEqual(byId(nodes, ({ name }) => name))
    }
  })

  it('has every claim of the GEXF as an edge of its own, with its stance for a colour', () => {
    for (const [opened, written] of [
      [fromGexf, graph],
      [fromExample, exampleGraph],
    ] as const) {
      expect(byId(opened.edges, endsOf)).toEqual(expectedEnds(written))
      for (const { stance, ...claim } of written.claims.values()) {
        const colour = opened.edges.find(({ id }) => id === claim.id)?.colour
        expect(colour).toEqual(stance === undefined ? [170, 170, 170] : stanceColours[stance])
      }
    }
  })

  it('has the time of every claim', () => {
    expect(fromGexf.timeFormat).toBe('DATE')
    for (const [opened, written] of [
      [fromGexf, graph],
      [fromExample, exampleGraph],
    ] as const) {
      for (const { id, earliest, until } of written.claims.values()) {
        const bounds = [earliest, until].map((day) => (day === undefined ? null : Date.parse(day)))
        const intervals = bounds.every((bound) => bound === null) ? [] : [bounds]
        expect(opened.edges.find((edge) => edge.id === id)?.intervals).toEqual(intervals)
      }
    }
  })

  it('has typed columns', () => {
    expect(fromExample.nodeColumns).toMatchObject({
      turnout: 'Double',
      words: 'Long',
      open: 'Boolean',
      founded: 'String',
      aliases: 'String[]',
    })
    expect(fromExample.edgeColumns).toMatchObject({
      'share (number)': 'Double',
      'share (text)': 'String',
      votes: 'Long',
      final: 'Boolean',
      rounds: 'double[]',
      quotes: 'String[]',
      quote_starts: 'long[]',
    })
  })

  it('has every value of the GEXF', () => {
    for (const [opened, written] of [
      [fromGexf, graph],
      [fromExample, exampleGraph],
    ] as const) {
      for (const { id, properties } of edgesOf(written)) {
        const { id: _id, ...others } = properties
        const values = Object.entries(opened.edges.find((edge) => edge.id === id)?.values ?? {})
        const plain = values.map(([title, value]) => [title.replace(/ \(\w+\)$/, ''), value])
        expect(Object.fromEntries(plain)).toEqual(mapValues(others, asGephiHasIt))
      }
    }
  })

  it('has all nodes of the GraphML, but only one edge from a node to another', () => {
    expect(fromGraphml.issues).toEqual([])
    expect(byId(fromGraphml.nodes, ({ label }) => label)).toEqual(byId(nodesOf(graph), ({ name }) => name))
    const pairs = new Set(Array.from(edgesOf(graph), ({ from, to }) => JSON.stringify([from, to])))
    expect(fromGraphml.edges).toHaveLength(pairs.size)
    expect(fromGraphml.edgeColumns).toMatchObject({ votes_for: 'Long', share: 'Double', stance: 'String' })
  })

  it('has all nodes of the CSV tables, and every claim as an edge of its own', () => {
    expect(fromTables.issues).toEqual([])
    expect(byId(fromTables.nodes, ({ label }) => label)).toEqual(byId(nodesOf(graph), ({ name }) => name))
    expect(byId(fromTables.edges, endsOf)).toEqual(expectedEnds(graph))
    for (const { id, stance, date, source } of graph.claims.values()) {
      const values = fromTables.edges.find((edge) => edge.id === id)?.values
      expect([values?.['stance'], values?.['date'], values?.['reported_in']]).toEqual([stance, date, source])
    }
  })
})

const stanceColours = {
  supports: [0, 158, 115],
  opposes: [213, 94, 0],
  withholds: [204, 121, 167],
  neutral: [86, 180, 233],
}

function byId<T extends { readonly id: string }>(
  all: Iterable<T>,
  what: (each: T) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Array.from(all, (each) => [each.id, what(each)]))
}

function endsOf({ source, target, directed, kind, label }: GephiGraph['edges'][number]): unknown {
  return [source, target, directed, kind, label]
}

function expectedEnds(graph: KnowledgeGraph): Record<string, unknown> {
  const kinds = edgeKinds(graph)
  return byId(edgesOf(graph), (edge) => {
    const label = edge.kind === 'claim' ? edge.claim.relation : edge.label
    return [edge.from, edge.to, true, kinds.get(edge.id) ?? label, label]
  })
}

function mapValues(
  values: Readonly<Record<string, PropertyValue>>,
  change: (value: PropertyValue) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))
}

/** Gephi has no empty texts in lists. */
function asGephiHasIt(value: PropertyValue): unknown {
  return typeof value === 'object' ? value.map((item) => (item === '' ? null : item)) : value
}

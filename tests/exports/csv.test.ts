import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv, type CsvOptions } from '../../src/exports/csv.ts'
import { ExportError } from '../../src/exports/export-error.ts'
import { listText } from '../../src/exports/value-text.ts'
import type { KnowledgeGraph, PropertyValue } from '../../src/graph/knowledge-graph.ts'
import { claim, entity, exampleGraph, graphOf } from './example-graph.ts'
import { expectSameGraph } from './expect-same.ts'
import { anyGraph, validGraph } from './random-graph.ts'
import { readTable, readTables } from './read-csv.ts'

function write(graph: KnowledgeGraph, options?: CsvOptions): { nodes: string; edges: string } {
  const { nodes, edges } = toCsv(graph, options)
  return { nodes: [...nodes].join(''), edges: [...edges].join('') }
}

/** As a reader sees a value. */
const show = (value: PropertyValue): string => (typeof value === 'object' ? listText(value) : String(value))

const renamed = { source: 'reported_in' }

describe('toCsv', () => {
  const { nodes, edges } = write(exampleGraph)
  const edge = (id: string) => readTable(edges).rows.find((row) => row.get('Id') === id)

  it('writes the example as it always did', async () => {
    await expect(nodes).toMatchFileSnapshot('golden/nodes.csv')
    await expect(edges).toMatchFileSnapshot('golden/edges.csv')
  })

  it('begins with the headers that Gephi knows', () => {
    expect(readTable(nodes).headers.slice(0, 3)).toEqual(['Id', 'Label', 'type'])
    expect(readTable(edges).headers.slice(0, 7)).toEqual([
      'Source',
      'Target',
      'Type',
      'Id',
      'Label',
      'Kind',
      'relation',
    ])
  })

  it('is read by csv-parse to the same nodes, edges and values', () => {
    expectSameGraph(readTables(nodes, edges), exampleGraph, {}, show, renamed)
    const all = write(exampleGraph, { claimNodes: 'all' })
    expectSameGraph(readTables(all.nodes, all.edges), exampleGraph, { claimNodes: 'all' }, show, renamed)
  })

  it('ends every line with CR LF', () => {
    for (const table of [nodes, edges, write(graphOf({})).edges]) expect(table).toMatch(/[^\r\n]\r\n$/)
    expect(nodes.split('\r\n')).toHaveLength(10)
  })

  it('makes every claim a directed edge of its own kind', () => {
    expect(['c1', 'c2', 'c3'].map((id) => [edge(id)?.get('Type'), edge(id)?.get('Kind')])).toEqual([
      ['Directed', 'recognizes 3'],
      ['Directed', 'recognizes'],
      ['Directed', 'recognizes 2'],
    ])
  })

  it('puts a text with any kind of line break in quotes', () => {
    for (const note of ['a\nb', 'a\rb', 'a\r\nb']) {
      const { nodes } = write(graphOf({ entities: [entity('a', 'Person', { note })] }))
      expect(nodes).toContain(`,"${note}"\r\n`)
    }
  })

  it('keeps 0, false and an empty text apart from absent', () => {
    expect(edge('c4')?.get('share (number)')).toBe('0')
    expect(edge('c4')?.get('final')).toBe('false')
    expect(edge('c5')?.has('final')).toBe(false)
    const people = [entity('a', 'Person', { note: '' }), entity('b', 'Person')]
    const [, first, second] = write(graphOf({ entities: people })).nodes.split('\r\n')
    expect([first, second]).toEqual([
      'a,a,Person,"[""Person"",""Entity""]",""',
      'b,b,Person,"[""Person"",""Entity""]",',
    ])
  })

  it('gives a property that has two types two columns', () => {
    expect(edge('c4')?.has('share (text)')).toBe(false)
    expect(edge('c5')?.get('share (text)')).toBe('51.20')
  })

  it('keeps headers apart that Gephi would take for one, or for its own', () => {
    const properties = { Share: 1, share: 2, weight: 3, label: 'x', Type: 'y', timeset: 'z', 'a\nb': 4 }
    const graph = graphOf({
      entities: [entity('a', 'Person', { properties })],
      claims: [claim('c', 'a', 'sells', 'a', { properties })],
    })
    expect(readTable(write(graph).nodes).headers.slice(4)).toEqual([
      'Share',
      'share (integer)',
      'weight (integer)',
      'label (text)',
      'Type (text)',
      'timeset (text)',
      'a\nb',
    ])
    expect(readTable(write(graph).edges).headers.slice(6)).toEqual([
      'relation',
      'Share',
      'share (integer)',
      'weight (integer)',
      'label (text)',
      'Type (text)',
      'timeset (text)',
      'a\nb',
    ])
  })

  it('writes the same tables whatever the order of entities, sources and claims', () => {
    const reversed: KnowledgeGraph = {
      schema: exampleGraph.schema,
      entities: new Map([...exampleGraph.entities].reverse()),
      sources: new Map([...exampleGraph.sources].reverse()),
      claims: new Map([...exampleGraph.claims].reverse()),
    }
    expect(write(reversed)).toEqual({ nodes, edges })
  })

  it('comes in chunks of at least 65,536 characters, save the last', () => {
    const claims = Array.from({ length: 6000 }, (_, index) => claim(`c${index}`, 'a', 'sells', 'b'))
    const chunks = [...toCsv(graphOf({ entities: [entity('a'), entity('b')], claims })).edges]
    expect(chunks.length).toBeGreaterThan(2)
    for (const chunk of chunks.slice(0, -1)) {
      expect(chunk.length).toBeGreaterThanOrEqual(65_536)
      expect(chunk.length).toBeLessThan(80_000)
    }
  })

  it('names the property that CSV cannot hold', () => {
    expect(() => write(graphOf({ entities: [entity('a', 'Person', { properties: { 'p\0': 1 } })] }))).toThrow(
      new ExportError(
        'The property `p\0` cannot be written: its `name` holds U+0000, which CSV cannot. Remove it.',
      ),
    )
  })
})

describe('toCsv, given texts that a spreadsheet would run', () => {
  const formulas = [
    '=HYPERLINK("http://example.org","x")',
    '+1+cmd',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
  ]
  const entities = formulas.map((note, index) => entity(`e${index}`, 'Person', { note }))
  const properties = { turnout: -5 }
  const graph = graphOf({ entities: [...entities, entity('f', 'Election', { properties, note: 'a = b' })] })

  it('writes them as they are, and says where they are', () => {
    const places: string[] = []
    const { nodes } = write(graph, { onFormula: (place) => void places.push(place) })
    expect(
      readTable(nodes)
        .rows.slice(0, -1)
        .map((row) => row.get('note')),
    ).toEqual(formulas)
    expect(places).toEqual(formulas.map((_, index) => `The entity \`e${index}\`, its \`note\``))
  })

  it('puts an apostrophe before them on request, but not before numbers', () => {
    const { nodes } = write(graph, { spreadsheetSafe: true })
    expect(nodes.startsWith('\uFEFFId,Label,')).toBe(true)
    const { rows } = readTable(nodes.slice(1))
    expect(rows.map((row) => row.get('note'))).toEqual([...formulas.map((text) => `'${text}`), 'a = b'])
    expect(rows.at(-1)?.get('turnout')).toBe('-5')
  })

  it('marks only the beginning of a safe table', () => {
    const claims = Array.from({ length: 300 }, (_, index) => claim(`c${index}`, 'e0', 'sells', 'e1'))
    const { edges } = write(graphOf({ entities, claims }), { spreadsheetSafe: true })
    expect(edges.lastIndexOf('\uFEFF')).toBe(0)
  })
})

describe('toCsv, given any graph', () => {
  const view = fc.constantFrom('mentioned', 'all')

  it('makes every claim a row', () => {
    fc.assert(
      fc.property(anyGraph, view, (graph, claimNodes) => {
        const ids = new Set(readTable(write(graph, { claimNodes }).edges).rows.map((row) => row.get('Id')))
        for (const id of graph.claims.keys()) expect(ids.has(id)).toBe(true)
      }),
    )
  })

  it('is read back to the same graph, if the graph is valid', () => {
    fc.assert(
      fc.property(validGraph, view, (graph, claimNodes) => {
        const { nodes, edges } = write(graph, { claimNodes })
        expectSameGraph(readTables(nodes, edges), graph, { claimNodes }, show, renamed)
      }),
    )
  })
})

import fc from 'fast-check'
import { MultiDirectedGraph } from 'graphology'
import graphologyGexf from 'graphology-gexf'
import { describe, expect, it } from 'vitest'
import { ExportError } from '../../src/exports/export-error.ts'
import { toGexf } from '../../src/exports/gexf.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { edgesOf, type ViewOptions } from '../../src/graph/property-graph.ts'
import { stances } from '../../src/graph/schema.ts'
import { claim, entity, exampleGraph, graphOf, source } from './example-graph.ts'
import { expectSameGraph, type ReadEdge, type ReadPart } from './expect-same.ts'
import { gexfFaults } from './gexf-rules.ts'
import { parseXml } from './parse-xml.ts'
import { anyGraph, validGraph } from './random-graph.ts'
import { readGexf, type ReadElement } from './read-gexf.ts'

function write(graph: KnowledgeGraph, options?: ViewOptions): string {
  return [...toGexf(graph, options)].join('')
}

describe('toGexf', () => {
  const document = write(exampleGraph)
  const read = readGexf(document)
  const edge = (id: string) => read.edges.get(id)

  it('writes the example as it always did', async () => {
    await expect(document).toMatchFileSnapshot('golden/example.gexf')
  })

  it('keeps the rules of GEXF 1.3', () => {
    expect(gexfFaults(parseXml(document))).toEqual([])
    expect(gexfFaults(parseXml(write(exampleGraph, { claimNodes: 'all' })))).toEqual([])
    expect(gexfFaults(parseXml(write(graphOf({}))))).toEqual([])
  })

  it('makes every claim an edge of its own id, from its subject to its object', () => {
    for (const { id, subject, object, relation } of exampleGraph.claims.values()) {
      const attributes = edge(id)?.attributes
      expect(attributes?.get('source')).toBe(subject)
      expect(attributes?.get('target')).toBe(object)
      expect(attributes?.get('label')).toBe(relation)
      expect(attributes?.get('type')).toBe('directed')
    }
  })

  it('tells parallel claims apart by a kind that no relation has', () => {
    expect(['c1', 'c2', 'c3'].map((id) => edge(id)?.attributes.get('kind'))).toEqual([
      'recognizes 3',
      'recognizes',
      'recognizes 2',
    ])
  })

  it('ties a Claim node to its ends and its source', () => {
    const structural = [...read.edges.values()].filter(({ attributes }) => attributes.get('source') === 'c4')
    expect(structural.map(({ attributes }) => [attributes.get('kind'), attributes.get('target')])).toEqual([
      ['SUBJECT', 'CNE'],
      ['OBJECT', 'Blinken'],
      ['REPORTED_IN', 'wire-1'],
    ])
  })

  it('labels nodes with their names', () => {
    expect(read.nodes.get('election')?.attributes.get('label')).toBe('Election <2024>')
    expect(read.nodes.get('c4')?.attributes.get('label')).toBe('CNE declares winner Blinken')
  })

  it('leaves out sources that no edge touches', () => {
    expect([...read.nodes.keys()]).toEqual(['Blinken', 'CNE', 'González', 'US', 'election', 'wire-1', 'c4'])
    expect(readGexf(write(exampleGraph, { claimNodes: 'all' })).nodes.has('wire-2')).toBe(true)
  })

  it('declares dates and links as strings, for Gephi drops such columns', () => {
    expect(Object.fromEntries(read.nodeColumns)).toMatchObject({
      founded: 'string',
      site: 'string',
      turnout: 'double',
      open: 'boolean',
      words: 'long',
      aliases: 'liststring',
      labels: 'liststring',
    })
    expect(Object.fromEntries(read.edgeColumns)).toMatchObject({
      earliest: 'string',
      votes: 'long',
      rounds: 'listdouble',
      quote_starts: 'listlong',
      quotes: 'liststring',
    })
  })

  it('gives a property that has two types two columns', () => {
    expect(read.edgeColumns.get('share (number)')).toBe('double')
    expect(read.edgeColumns.get('share (text)')).toBe('string')
    expect(edge('c4')?.values.get('share (number)')).toBe(0)
    expect(edge('c5')?.values.get('share (text)')).toBe('51.20')
  })

  it('keeps 0 and false apart from absent', () => {
    expect(edge('c4')?.values.get('final')).toBe(false)
    expect(edge('c5')?.values.has('final')).toBe(false)
    expect(read.nodes.get('election')?.values.get('turnout')).toBe(0)
    expect(read.nodes.get('US')?.values.has('turnout')).toBe(false)
  })

  it('writes all that a claim carries', () => {
    expect(Object.fromEntries(edge('c4')?.values ?? [])).toEqual({
      relation: 'declares winner',
      date: '../2024-08-31',
      until_earliest: '2024-08-31',
      until: '2024-08-31',
      source: 'wire-1',
      'share (number)': 0,
      votes: 9007199254740991,
      final: false,
      rounds: [1, 51.2],
      regions: ['Zulia, "west"', "l'est", ''],
      regarding: 'election',
    })
    expect(edge('c1')?.values.get('quotes')).toEqual([
      'won "the most" votes, [sic]\nand C:\\ more',
      'the INF treaty',
    ])
    expect(edge('c1')?.values.get('quote_starts')).toEqual([12, -1])
    expect(edge('c2')?.values.get('condition')).toBe('if the tallies\tare shown')
  })

  it('gives edges the time from their earliest day to the last', () => {
    expect([...exampleGraph.claims.keys()].map((id) => edge(id)?.spells)).toEqual([
      ['2024-08-01/'],
      ['2024-01-01/'],
      ['2013-01-01/2019-12-31'],
      ['/2024-08-31'],
      [],
      ['2024-07-30/'],
    ])
    expect([...read.nodes.values()].flatMap(({ spells }) => spells)).toEqual([])
  })

  it('colours edges by stance', () => {
    const claims = stances.map((stance) => claim(stance, 'a', 'sells', 'b', { stance }))
    const graph = graphOf({
      entities: [entity('a'), entity('b')],
      claims: [...claims, claim('none', 'a', 'sells', 'b')],
    })
    const colours = [...readGexf(write(graph)).edges].map(([id, { colour }]) => [id, colour])
    expect(Object.fromEntries(colours)).toEqual({
      supports: '0,158,115',
      opposes: '213,94,0',
      withholds: '204,121,167',
      neutral: '86,180,233',
      none: '170,170,170',
    })
  })

  it('writes the same text whatever the order of entities, sources and claims', () => {
    const reversed: KnowledgeGraph = {
      schema: exampleGraph.schema,
      entities: new Map([...exampleGraph.entities].reverse()),
      sources: new Map([...exampleGraph.sources].reverse()),
      claims: new Map([...exampleGraph.claims].reverse()),
    }
    expect(write(reversed)).toBe(document)
  })

  it('comes in chunks of at least 65,536 characters, save the last', () => {
    const claims = Array.from({ length: 2000 }, (_, index) => claim(`c${index}`, 'a', 'sells', 'b'))
    const chunks = [...toGexf(graphOf({ entities: [entity('a'), entity('b')], claims }))]
    expect(chunks.length).toBeGreaterThan(3)
    for (const chunk of chunks.slice(0, -1)) {
      expect(chunk.length).toBeGreaterThanOrEqual(65_536)
      expect(chunk.length).toBeLessThan(70_000)
    }
  })

  it('is read by graphology-gexf to the same nodes, edges and texts', () => {
    const graph = graphologyGexf.parse(MultiDirectedGraph, document)
    expect(graph.order).toBe(read.nodes.size)
    expect(graph.edges()).toEqual([...read.edges.keys()])
    expect(graph.getEdgeAttribute('c1', 'quotes')).toEqual(edge('c1')?.values.get('quotes'))
    expect(graph.getEdgeAttribute('c4', 'regions')).toEqual(edge('c4')?.values.get('regions'))
    expect(graph.getEdgeAttribute('c4', 'share (number)')).toBe(0)
    expect(graph.getNodeAttribute('US', 'site')).toBe('https://www.usa.gov/?a=1&b=2')
  })
})

describe('toGexf, given hostile text', () => {
  it('keeps properties and relations named __proto__ and constructor', () => {
    const properties = JSON.parse('{"__proto__": "a", "constructor": 0}') as Record<string, string | number>
    const graph = graphOf({
      entities: [entity('a', 'Entity', { properties }), entity('b')],
      claims: [
        claim('c', 'a', '__proto__', 'b', { properties }),
        claim('d', 'a', '__proto__', 'b'),
        claim('__proto__', 'a', 'constructor', 'c'),
      ],
    })
    const read = readGexf(write(graph))
    for (const element of [read.nodes.get('a'), read.edges.get('c')]) {
      expect(element?.values.get('__proto__')).toBe('a')
      expect(element?.values.get('constructor')).toBe(0)
    }
    expect(read.edges.get('d')?.attributes.get('kind')).toBe('__proto__ 2')
    expect(read.edges.get('__proto__')?.attributes.get('kind')).toBe('constructor')
  })

  const names = { id: 'id', name: 'name', note: 'note' }
  it.each(Object.values(names))('names the entity whose %s XML cannot hold', (property) => {
    const bad = { ...entity('a', 'Person', { note: 'n' }), [property]: 'x\u0000y' }
    expect(() => write(graphOf({ entities: [bad] }))).toThrow(
      new ExportError(
        `The entity \`${bad.id}\` cannot be written: its \`${property}\` holds U+0000, which XML cannot. Remove it.`,
      ),
    )
  })

  it('names the source, the relation and the property that XML cannot hold', () => {
    const ends = [entity('a'), entity('b')]
    const refused = (parts: Parameters<typeof graphOf>[0], message: string): void => {
      expect(() => write(graphOf(parts))).toThrow(
        new ExportError(`${message} holds U+0000, which XML cannot. Remove it.`),
      )
    }
    const c = claim('c', 'a', 'sells', 'b', { source: 's' })
    const about = claim('d', 'a', 'disputes', 'c')
    const sources = [source('s', { publisher: '\0' })]
    refused(
      { entities: ends, claims: [c, about], sources },
      'The source `s` cannot be written: its `publisher`',
    )
    refused(
      { entities: ends, claims: [claim('c', 'a', 'sells\0', 'b')] },
      'The claim `c` cannot be written: its `relation`',
    )
    refused(
      { entities: [entity('a', 'Person', { properties: { 'p\0': 1 } })] },
      'The property `p\0` cannot be written: its `name`',
    )
  })
})

describe('toGexf, given any graph', () => {
  it('keeps the rules of GEXF 1.3 and makes every claim an edge', () => {
    fc.assert(
      fc.property(anyGraph, fc.constantFrom('mentioned', 'all'), (graph, claimNodes) => {
        const document = write(graph, { claimNodes })
        expect(gexfFaults(parseXml(document))).toEqual([])
        const { edges } = readGexf(document)
        for (const { id, quotes, subject, object } of graph.claims.values()) {
          const edge = edges.get(id)
          expect(edge?.attributes.get('source')).toBe(subject)
          expect(edge?.attributes.get('target')).toBe(object)
          if (quotes.length > 0) expect(edge?.values.get('quotes')).toEqual(quotes.map(({ exact }) => exact))
        }
      }),
    )
  })

  it('is read back to the same graph, if the graph is valid', () => {
    fc.assert(
      fc.property(validGraph, fc.constantFrom('mentioned', 'all'), (graph, claimNodes) => {
        const { nodes, edges } = readGexf(write(graph, { claimNodes }))
        const read = {
          nodes: new Map(Array.from(nodes, ([id, element]) => [id, partOf(element)])),
          edges: new Map(Array.from(edges, ([id, element]) => [id, edgeOf(element)])),
        }
        const ends = new Set([...edgesOf(graph, { claimNodes })].map(({ to }) => to))
        const sources = new Map([...graph.sources].filter(([id]) => ends.has(id)))
        expectSameGraph(read, { ...graph, sources }, { claimNodes }, (value) => value)
      }),
    )
  })
})

function partOf({ attributes, values }: ReadElement): ReadPart {
  return { label: attributes.get('label') ?? '', values }
}

function edgeOf(element: ReadElement): ReadEdge {
  const { attributes } = element
  return { ...partOf(element), from: attributes.get('source') ?? '', to: attributes.get('target') ?? '' }
}

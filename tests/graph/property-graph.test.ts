import { describe, expect, it } from 'vitest'
import { edgesOf, nodesOf } from '../../src/graph/property-graph.ts'
import { graphOf } from '../graphs/build.ts'

const graph = graphOf(
  [
    [
      'CNE —declares winner→ Maduro',
      '2024-07-29',
      { id: 'result', properties: { regarding: 'Vote', share: 0, certified: false } },
    ],
    ['Carter Center —disputes→ result', '2024-07-30', { id: 'dispute' }],
    ['CNE —post in→ Venezuela', '', { id: 'post' }],
  ],
  {
    entities: [
      {
        id: 'Maduro',
        type: 'Person',
        name: 'Nicolás Maduro',
        aliases: ['N. Maduro'],
        wikidata: 'Q19984',
        note: 'a note',
        properties: { born: '1962' },
      },
    ],
    sources: [
      { id: 'paper', title: 'A title', publisher: 'P', published: '2024-08~', url: 'https://example.org/' },
    ],
  },
)

describe('nodesOf', () => {
  it('gives entities, sources and the claims that others speak about', () => {
    expect([...nodesOf(graph)].map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'entity Maduro',
      'entity CNE',
      'entity Carter Center',
      'entity Venezuela',
      'source wire',
      'source paper',
      'claim result',
    ])
  })

  it('gives all claims on request', () => {
    const claims = [...nodesOf(graph, { claimNodes: 'all' })].filter(({ kind }) => kind === 'claim')
    expect(claims.map(({ id }) => id)).toEqual(['result', 'dispute', 'post'])
  })

  it('gives an entity its lineage for labels, and its fields and properties', () => {
    expect([...nodesOf(graph)][0]).toMatchObject({
      id: 'Maduro',
      name: 'Nicolás Maduro',
      type: 'Person',
      labels: ['Person', 'Actor', 'Entity'],
    })
    expect([...nodesOf(graph)][0]?.properties).toEqual({
      id: 'Maduro',
      name: 'Nicolás Maduro',
      aliases: ['N. Maduro'],
      wikidata: 'Q19984',
      note: 'a note',
      born: '1962',
    })
  })

  it('names a source by its title, or else by its id', () => {
    const sources = [...nodesOf(graph)].filter(({ kind }) => kind === 'source')
    expect(sources.map(({ name, labels }) => ({ name, labels }))).toEqual([
      { name: 'wire', labels: ['Article', 'Source'] },
      { name: 'A title', labels: ['Article', 'Source'] },
    ])
    expect(sources[1]?.properties).toEqual({
      id: 'paper',
      name: 'A title',
      title: 'A title',
      publisher: 'P',
      published: '2024-08~',
      url: 'https://example.org/',
    })
  })

  it('names a claim by its triple', () => {
    expect([...nodesOf(graph)].at(-1)).toMatchObject({
      name: 'CNE declares winner Maduro',
      type: 'Claim',
      labels: ['Claim'],
      properties: { id: 'result', name: 'CNE declares winner Maduro' },
    })
  })
})

describe('edgesOf', () => {
  it('gives every claim as one edge, and ties Claim nodes to their ends and their source', () => {
    expect([...edgesOf(graph)].map(({ id, label, from, to }) => [id, label, from, to])).toEqual([
      ['result', 'DECLARES_WINNER', 'CNE', 'Maduro'],
      ['dispute', 'DISPUTES', 'Carter Center', 'result'],
      ['post', 'POST_IN', 'CNE', 'Venezuela'],
      ['result#SUBJECT', 'SUBJECT', 'result', 'CNE'],
      ['result#OBJECT', 'OBJECT', 'result', 'Maduro'],
      ['result#REPORTED_IN', 'REPORTED_IN', 'result', 'wire'],
    ])
  })

  it('gives structural edges nothing but an id', () => {
    const structural = [...edgesOf(graph, { claimNodes: 'all' })].filter(({ kind }) => kind === 'structural')
    expect(structural).toHaveLength(9)
    for (const { id, properties } of structural) expect(properties).toEqual({ id })
  })

  it('keeps 0 and false apart from absent', () => {
    expect([...edgesOf(graph)][0]?.properties).toEqual({
      id: 'result',
      relation: 'declares winner',
      date: '2024-07-29',
      earliest: '2024-07-29',
      latest: '2024-07-29',
      source: 'wire',
      regarding: 'Vote',
      share: 0,
      certified: false,
    })
    expect([...edgesOf(graph)][2]?.properties).toEqual({ id: 'post', relation: 'post in', source: 'wire' })
  })

  it('gives all else that a claim can carry', () => {
    const joint = ['c', 'd']
    const full = graphOf([
      [
        'A —comments on→ B',
        '2024/2025',
        {
          id: 'c',
          stance: 'opposes',
          condition: 'if so',
          quotes: [{ exact: 'sí', translation: 'yes', start: 3, end: 5 }, { exact: 'no' }],
          accordingTo: 'E',
          onBehalfOf: 'P',
          joint,
          retracted: '2024-08-03',
          note: 'n',
          properties: Object.fromEntries([['__proto__', 'kept']]),
        },
      ],
    ])
    const properties = [...edgesOf(full)][0]?.properties ?? {}
    expect(Object.entries(properties)).toEqual([
      ['id', 'c'],
      ['relation', 'comments on'],
      ['stance', 'withholds'],
      ['stated_stance', 'opposes'],
      ['date', '2024/2025'],
      ['earliest', '2024-01-01'],
      ['latest', '2024-12-31'],
      ['until_earliest', '2025-01-01'],
      ['until', '2025-12-31'],
      ['source', 'wire'],
      ['quotes', ['sí', 'no']],
      ['quote_starts', [3, -1]],
      ['quote_ends', [5, -1]],
      ['quote_translations', ['yes', '']],
      ['according_to', 'E'],
      ['on_behalf_of', 'P'],
      ['condition', 'if so'],
      ['joint', ['c', 'd']],
      ['retracted', '2024-08-03'],
      ['note', 'n'],
      ['__proto__', 'kept'],
    ])
  })
})

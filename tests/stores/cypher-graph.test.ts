import { describe, expect, it } from 'vitest'
import { formatTemporal } from '../../src/cypher/temporal/format.ts'
import type { PropertyGraph } from '../../src/cypher/property-graph.ts'
import type { CypherValue } from '../../src/cypher/result.ts'
import type { Value } from '../../src/cypher/value.ts'
import type { Property } from '../../src/graph/schema.ts'
import { valueTypeOf } from '../../src/graph/value-types.ts'
import { nodeRecords, relationshipRecords } from '../../src/neo4j/records.ts'
import { cypherGraph } from '../../src/stores/cypher-graph.ts'
import { cypherValue } from '../../src/stores/neo4j/cypher-values.ts'
import { driverValue } from '../../src/stores/neo4j/write-values.ts'
import { graphOf, testSchema } from '../graphs/build.ts'
import { hostileGraph } from '../graphs/hostile.ts'

const declared = new Map<string, Property>(
  (['integer', 'number', 'boolean', 'date', 'text'] as const).flatMap((kind) => [
    [kind, { name: kind, kind, list: false, required: false }],
    [`${kind}s`, { name: `${kind}s`, kind, list: true, required: false }],
  ]),
)
const person = {
  name: 'Person',
  parents: ['Actor'],
  lineage: ['Person', 'Actor', 'Entity'],
  abstract: false,
  properties: declared,
}

/** The graph of `graphOf` with declared properties of all kinds on people. */
function graphWith(...args: Parameters<typeof graphOf>): ReturnType<typeof graphOf> {
  return {
    ...graphOf(...args),
    schema: { ...testSchema, types: new Map([...testSchema.types, ['Person', person]]) },
  }
}

function nodeCalled(graph: PropertyGraph, id: string): number {
  const [node] = Array.from(graph.nodesWithText('id', id) ?? [])
  if (node === undefined) throw new Error(`no node ${id}`)
  return node
}

function relationshipCalled(graph: PropertyGraph, id: string): number {
  for (let one = 0; one < graph.relationshipCount; one += 1) {
    if (graph.relationshipElementId(one) === id) return one
  }
  throw new Error(`no relationship ${id}`)
}

/** All properties of a node, temporal values as text. */
function nodeProperties(graph: PropertyGraph, id: string): Readonly<Record<string, unknown>> {
  const node = nodeCalled(graph, id)
  return shown(graph.nodePropertyKeys(node), (key) => graph.nodeProperty(node, key))
}

function relationshipProperties(graph: PropertyGraph, id: string): Readonly<Record<string, unknown>> {
  const one = relationshipCalled(graph, id)
  return shown(graph.relationshipPropertyKeys(one), (key) => graph.relationshipProperty(one, key))
}

function shown(keys: readonly string[], valueOf: (key: string) => Value): Readonly<Record<string, unknown>> {
  return Object.fromEntries(keys.map((key) => [key, publicOf(valueOf(key))]))
}

/** Dates as the outside has them; properties have nothing else that is not shown as it is. */
function publicOf(value: Value): unknown {
  const isDate = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'date'
  return isDate ? { kind: 'date', text: formatTemporal(value) } : value
}

const dateOf = (text: string) => ({ kind: 'date', text })

describe('cypherGraph', () => {
  it('gives a value the type of its declaration', () => {
    const properties = {
      ...{ integer: 51, number: 51, boolean: false, date: '2024-XX?', text: '51' },
      ...{
        integers: [1, -2],
        numbers: [1, 0.5],
        booleans: [true],
        dates: ['2024', '2024-08-01'],
        texts: ['1'],
      },
    }
    const graph = cypherGraph(graphWith([], { entities: [{ id: 'H', type: 'Person', properties }] }))
    expect(nodeProperties(graph, 'H')).toEqual({
      ...{ id: 'H', name: 'H' },
      ...{ integer: 51n, number: 51, boolean: false, date: '2024-XX?', text: '51' },
      ...{
        integers: [1n, -2n],
        numbers: [1, 0.5],
        booleans: [true],
        dates: ['2024', '2024-08-01'],
        texts: ['1'],
      },
    })
  })

  it('has what is to be an INTEGER and cannot be one as FLOAT, in a list with all others', () => {
    const properties = { integer: 2 ** 53, integers: [1, 0.5] }
    const graph = cypherGraph(graphWith([], { entities: [{ id: 'H', type: 'Person', properties }] }))
    expect(nodeProperties(graph, 'H')).toMatchObject(properties)
  })

  it('gives claims their days as DATE, and the date itself as EDTF text', () => {
    const graph = cypherGraph(
      graphOf([
        [
          'A —supports→ B',
          '2024-08~/2024-09-15',
          { id: 'one', quotes: [{ exact: 'yes', start: 3, end: 6 }, { exact: 'no' }], properties: {} },
        ],
        ['A —declares winner→ B', '2024', { id: 'two', properties: { share: 51, certified: true } }],
      ]),
    )
    const one = relationshipProperties(graph, 'one')
    expect(one).toMatchObject({
      relation: 'supports',
      stance: 'supports',
      date: '2024-08~/2024-09-15',
      earliest: dateOf('2024-08-01'),
      latest: dateOf('2024-08-31'),
      until: dateOf('2024-09-15'),
      source: 'wire',
      quotes: ['yes', 'no'],
      quote_starts: [3n, -1n],
      quote_ends: [6n, -1n],
    })
    expect(relationshipProperties(graph, 'two')).toMatchObject({
      share: 51,
      certified: true,
      earliest: dateOf('2024-01-01'),
      latest: dateOf('2024-12-31'),
    })
    expect(graph.relationshipProperty(relationshipCalled(graph, 'two'), 'quotes')).toBeNull()
  })

  it('gives nodes the labels of their types, and a node to each claim that is spoken about', () => {
    const graph = cypherGraph(
      graphOf(
        [
          ['A —supports→ B', '2024-08-01', { id: 'claim' }],
          ['C —disputes→ claim', '2024-08-02', { id: 'denial' }],
        ],
        { entities: [{ id: 'A', type: 'Person' }] },
      ),
    )
    const labels = (id: string) => [...graph.labelsOf(nodeCalled(graph, id))].sort()
    expect(labels('A')).toEqual(['Actor', 'Entity', 'Person'])
    expect(labels('wire')).toEqual(['Article', 'Source'])
    expect(labels('claim')).toEqual(['Claim'])
    expect(graph.nodesWithText('id', 'denial')).toEqual([])
    expect(nodeProperties(graph, 'claim')).toEqual({ id: 'claim', name: 'A supports B' })
    const edges = Array.from(graph.outgoing(nodeCalled(graph, 'claim')), (edge) => [
      graph.typeOf(edge),
      graph.nodeElementId(graph.startOf(edge)),
      graph.nodeElementId(graph.endOf(edge)),
      graph.relationshipElementId(edge),
    ])
    expect(edges).toEqual([
      ['SUBJECT', 'claim', 'A', 'claim#SUBJECT'],
      ['OBJECT', 'claim', 'B', 'claim#OBJECT'],
      ['REPORTED_IN', 'claim', 'wire', 'claim#REPORTED_IN'],
    ])
    expect(relationshipProperties(graph, 'claim#SUBJECT')).toEqual({ id: 'claim#SUBJECT' })
    expect(graph.endOf(relationshipCalled(graph, 'denial'))).toBe(nodeCalled(graph, 'claim'))
  })

  it('finds nodes by label, and by id and name, which need not be unique', () => {
    const graph = cypherGraph(
      graphOf([], {
        entities: [
          { id: 'a', name: 'Same', type: 'Person' },
          { id: 'b', name: 'Same', type: 'Country' },
          { id: 'c', name: 'other', type: 'Person' },
        ],
      }),
    )
    const ids = (nodes: ArrayLike<number> | undefined) =>
      nodes && Array.from(nodes, (one) => graph.nodeElementId(one))
    expect(ids(graph.nodesWithText('name', 'Same'))).toEqual(['a', 'b'])
    expect(ids(graph.nodesWithText('name', 'same'))).toEqual([])
    expect(ids(graph.nodesWithText('id', 'c'))).toEqual(['c'])
    expect(graph.nodesWithText('wikidata', 'Q1')).toBeUndefined()
    expect(graph.nodesWithText('__proto__', 'Q1')).toBeUndefined()
    expect(ids(graph.nodesWithLabel('Person'))).toEqual(['a', 'c'])
    expect(ids(graph.nodesWithLabel('Actor'))).toEqual(['a', 'b', 'c'])
    expect(ids(graph.nodesWithLabel('constructor'))).toEqual([])
    expect(graph.hasLabel(nodeCalled(graph, 'a'), 'Person')).toBe(true)
    expect(graph.hasLabel(nodeCalled(graph, 'b'), 'Person')).toBe(false)
  })

  it('has each claim once at each of its ends, by type and over all', () => {
    const graph = cypherGraph(
      graphOf([
        ['A —supports→ B', '2024-08-01', { id: 's1' }],
        ['A —supports→ B', '2024-08-01', { id: 's2' }],
        ['A —meets→ A', '2024-08-01', { id: 'loop' }],
        ['B —supports→ A', '2024-08-01', { id: 's3' }],
        ['A —opposes→ B', '2024-08-01', { id: 'o' }],
        ['A —supports→ C', '2024-08-01', { id: 's4' }],
      ]),
    )
    const a = nodeCalled(graph, 'A')
    const ids = (edges: ArrayLike<number>) => Array.from(edges, (one) => graph.relationshipElementId(one))
    expect(ids(graph.outgoing(a))).toEqual(['s1', 's2', 'loop', 'o', 's4'])
    expect(ids(graph.outgoing(a, 'SUPPORTS'))).toEqual(['s1', 's2', 's4'])
    expect(ids(graph.outgoing(a, 'MEETS'))).toEqual(['loop'])
    expect(ids(graph.outgoing(a, 'OPPOSES'))).toEqual(['o'])
    expect(ids(graph.outgoing(a, '__proto__'))).toEqual([])
    expect(ids(graph.incoming(a))).toEqual(['loop', 's3'])
    expect(ids(graph.incoming(a, 'MEETS'))).toEqual(['loop'])
    expect(ids(graph.outgoing(nodeCalled(graph, 'C')))).toEqual([])
    expect(ids(graph.relationshipsOfType('SUPPORTS'))).toEqual(['s1', 's2', 's3', 's4'])
    expect(ids(graph.relationshipsOfType('toString'))).toEqual([])
  })

  it('lists labels, types and property keys, each once', () => {
    const graph = cypherGraph(graphOf([['A —supports→ B', '2024-08-01', { id: 'one' }]]))
    expect([...graph.labels].sort()).toEqual(['Actor', 'Article', 'Entity', 'Organization', 'Source'])
    expect(graph.types).toEqual(['SUPPORTS'])
    expect(graph.propertyKeys).toContain('published')
    expect(new Set(graph.propertyKeys).size).toBe(graph.propertyKeys.length)
  })

  it('shows what a load writes into Neo4j, but for its bookkeeping, whatever the texts are', () => {
    const graph = cypherGraph(hostileGraph)
    const values = (properties: object, types: ReadonlyMap<string, Property> | undefined) =>
      Object.entries(properties)
        .filter(([name]) => !/^_(?:graph|type|fingerprint|names|named)$/.test(name))
        .map(([name, value]): [string, CypherValue] => [
          name,
          cypherValue(driverValue(value as string, valueTypeOf(name, types))),
        ])
    const nodes = [...nodeRecords(hostileGraph, 'g')]
    expect(graph.nodeCount).toBe(nodes.length)
    nodes.forEach(({ id, labels, properties, declared: types }, node) => {
      expect(graph.nodeElementId(node)).toBe(id)
      expect(graph.labelsOf(node)).toEqual(labels)
      const given = graph.nodePropertyKeys(node).map((key) => [key, publicOf(graph.nodeProperty(node, key))])
      expect(given).toEqual(values(properties, types))
    })
    const relationships = [...relationshipRecords(hostileGraph, 'g')]
    expect(graph.relationshipCount).toBe(relationships.length)
    relationships.forEach(({ id, type, from, to, properties, declared: types }, one) => {
      expect(graph.relationshipElementId(one)).toBe(id)
      expect(graph.typeOf(one)).toBe(type)
      expect(graph.nodeElementId(graph.startOf(one))).toBe(from.id)
      expect(graph.nodeElementId(graph.endOf(one))).toBe(to.id)
      const keys = graph.relationshipPropertyKeys(one)
      const given = keys.map((key) => [key, publicOf(graph.relationshipProperty(one, key))])
      expect(given).toEqual(values(properties, types))
    })
  })

  it('has the same values when they have been read often', () => {
    const graph = cypherGraph(hostileGraph)
    const read = () =>
      Array.from({ length: graph.nodeCount }, (_, node) =>
        [...graph.nodePropertyKeys(node), 'missing'].map((key) => publicOf(graph.nodeProperty(node, key))),
      )
    const first = read()
    expect([read(), read()]).toEqual([first, first])
    expect(first.flat().filter((value) => value === null)).toHaveLength(graph.nodeCount)
  })

  it('is not made of claims on what is not there', () => {
    const { entities, ...rest } = graphOf([['a —supports→ b', '2024-05-10', { id: 'claim' }]])
    const without = new Map([...entities].filter(([id]) => id !== 'b'))
    expect(() => cypherGraph({ ...rest, entities: without })).toThrow(
      '`claim` is tied to `b`, which the graph does not have',
    )
  })
})

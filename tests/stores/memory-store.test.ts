import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../src/stores/memory-store.ts'
import { graphOf } from '../graphs/build.ts'
import { describeGraphStore } from './contract.ts'

describeGraphStore('memoryStore', (graph) => {
  const store = memoryStore(graph)
  return Promise.resolve({ store, close: () => store.close() })
})

describe('memoryStore', () => {
  const graph = graphOf(
    [
      ['A —supports→ B', '2024-01-01', { id: 'first' }],
      ['A —supports→ B', '2024-01-01', { id: 'second', source: 'paper', quotes: [{ exact: 'yes' }] }],
      ['C —disputes→ first', '2024-01-02', { id: 'third' }],
    ],
    { sources: [{ id: 'paper', title: 'A paper', published: '2024-01-02' }] },
  )

  it('gives the graph that it holds', () => {
    expect(memoryStore(graph).graph).toBe(graph)
  })

  it('gives the same multigraph each time, with every claim as an edge of its own', () => {
    const store = memoryStore(graph)
    expect(store.graphology).toBe(store.graphology)
    expect(store.graphology.outEdges('A', 'B').sort()).toEqual(['first', 'second'])
  })

  it('ties a claim that others speak about to its ends and its source', () => {
    const { graphology } = memoryStore(graph)
    expect(graphology.getNodeAttributes('first')).toEqual({
      id: 'first',
      name: 'A supports B',
      type: 'Claim',
      labels: ['Claim'],
    })
    expect(graphology.outNeighbors('first').sort()).toEqual(['A', 'B', 'wire'])
    expect(graphology.hasNode('second')).toBe(false)
    expect(graphology.extremities('third')).toEqual(['C', 'first'])
  })

  it('gives edges all that their claims carry, and what is missing is absent', () => {
    expect(memoryStore(graph).graphology.getEdgeAttributes('second')).toEqual({
      id: 'second',
      type: 'SUPPORTS',
      relation: 'supports',
      stance: 'supports',
      date: '2024-01-01',
      earliest: '2024-01-01',
      latest: '2024-01-01',
      source: 'paper',
      quotes: ['yes'],
      quote_starts: [-1],
      quote_ends: [-1],
    })
  })

  it('can be walked where a node is called as every JavaScript object names something', () => {
    const { graphology } = memoryStore(
      graphOf([
        ['__proto__ —meets→ constructor', '2024-01-01', { id: 'one' }],
        ['constructor —meets→ hasOwnProperty', '2024-01-01', { id: 'two' }],
      ]),
    )
    expect(graphology.outNeighbors('__proto__')).toEqual(['constructor'])
    expect(graphology.inNeighbors('constructor')).toEqual(['__proto__'])
    expect(graphology.hasEdge('__proto__', 'constructor')).toBe(true)
    expect(graphology.hasDirectedEdge('constructor', '__proto__')).toBe(false)
    expect(graphology.hasEdge('constructor', 'nobody')).toBe(false)
    expect(graphology.hasEdge('two')).toBe(true)
    expect(graphology.hasEdge('three')).toBe(false)
  })

  it('does not let a structural edge take the key of a claim', () => {
    const { graphology } = memoryStore(
      graphOf([
        ['A —meets→ B', '2024-01-01', { id: 'c' }],
        ['A —disputes→ c', '2024-01-01', { id: 'c#SUBJECT' }],
      ]),
    )
    expect(graphology.outEdges('c', 'A')).toEqual(['c#SUBJECT#'])
    expect(graphology.extremities('c#SUBJECT')).toEqual(['A', 'c'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { InvalidDayError, InvalidHopsError, UnknownNameError } from '../../src/questions/errors.ts'
import { paths, type PathsAnswer } from '../../src/questions/paths.ts'
import { memoryStore, type MemoryStore } from '../../src/stores/memory-store.ts'
import { graphOf, reorder, type WrittenClaim } from '../graphs/build.ts'

/** Each path as `A B C`. */
function ways({ a, paths: found }: PathsAnswer): readonly string[] {
  return found.map(({ hops }) => [a, ...hops.map(({ to }) => to)].join(' '))
}

const written: readonly WrittenClaim[] = [
  ['A —meets→ B', '2024-03-01', { id: 'a-b' }],
  ['B —meets→ A', '2024-01-01', { id: 'b-a' }],
  ['A —meets→ C', '2024-01-01', { id: 'a-c' }],
  ['B —meets→ C', '2024-01-01', { id: 'b-c' }],
  ['C —meets→ D', '2024-01-01', { id: 'c-d' }],
  ['D —meets→ D', '2024-01-01', { id: 'd-d' }],
  ['D —supports→ B', '2024-06-01', { id: 'd-b' }],
  ['E —disputes→ a-b', '2024-04-01', { id: 'on a-b' }],
  ['F —disputes→ a-b', '2024-04-01', { id: 'also on a-b' }],
]
const store = memoryStore(graphOf(written, { entities: [{ id: 'A', name: 'Ángela' }, { id: 'alone' }] }))

describe('paths', () => {
  it('gives simple paths in any direction of the claims, shortest first, then by ids', async () => {
    expect(ways(await paths(store, 'A', 'B'))).toEqual(['A B', 'A C B', 'A C D B'])
    expect(ways(await paths(store, 'B', 'A'))).toEqual(['B A', 'B C A', 'B D C A'])
    expect(ways(await paths(store, 'A', 'B', { maxHops: 2 }))).toEqual(['A B', 'A C B'])
    expect(ways(await paths(store, 'A', 'D', { maxHops: 9 }))).toEqual([
      'A B D',
      'A C D',
      'A B C D',
      'A C B D',
    ])
  })

  it('gives all claims of a hop, oldest first', async () => {
    const answer = await paths(store, 'A', 'B', { maxHops: 1 })
    expect(answer.paths.map(({ hops }) => hops.map(({ claims }) => claims.map(({ id }) => id)))).toEqual([
      [['b-a', 'a-b']],
    ])
  })

  it('gives only what can have begun by a day', async () => {
    const answer = await paths(store, 'A', 'B', { asOf: '2024-02-01' })
    expect(ways(answer)).toEqual(['A B', 'A C B'])
    expect(answer.paths[0]?.hops[0]?.claims.map(({ id }) => id)).toEqual(['b-a'])
    expect(ways(await paths(store, 'A', 'B', { asOf: '2023-02-01' }))).toEqual([])
  })

  it('takes a claim that others speak about for a node', async () => {
    expect(ways(await paths(store, 'E', 'F'))).toEqual(['E a-b F'])
    expect(ways(await paths(store, 'E', 'A'))).toEqual([])
  })

  it('gives none where there is no way, or nowhere to go', async () => {
    expect(ways(await paths(store, 'A', 'alone'))).toEqual([])
    expect(ways(await paths(store, 'D', 'D'))).toEqual([])
  })

  it('gives the JSON that its types say', async () => {
    const answer = await paths(store, 'angela', 'd', { maxHops: 2, asOf: '2024-02-01' })
    const claim = (id: string, subject: string, object: string) => ({
      id,
      subject,
      relation: 'meets',
      object,
      date: '2024-01-01',
      earliest: '2024-01-01',
      latest: '2024-01-01',
      source: 'wire',
      quotes: [],
      properties: {},
    })
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      a: 'A',
      b: 'D',
      maxHops: 2,
      asOf: '2024-02-01',
      paths: [
        {
          hops: [
            { from: 'A', to: 'C', claims: [claim('a-c', 'A', 'C')] },
            { from: 'C', to: 'D', claims: [claim('c-d', 'C', 'D')] },
          ],
        },
      ],
      complete: true,
      entities: {
        A: { type: 'Organization', name: 'Ángela' },
        C: { type: 'Organization', name: 'C' },
        D: { type: 'Organization', name: 'D' },
      },
      sources: { wire: { type: 'Article', published: '2024-12-31', properties: {} } },
    })
  })

  it('gives the 100 shortest, and says that there are more', async () => {
    const between = Array.from({ length: 101 }, (_, n) => `M${String(n).padStart(3, '0')}`)
    const through = (names: readonly string[]) =>
      memoryStore(
        graphOf(
          names.flatMap((name): WrittenClaim[] => [
            [`A —meets→ ${name}`, '2024-01-01', { id: `A ${name}` }],
            [`${name} —meets→ B`, '2024-01-01', { id: `${name} B` }],
          ]),
        ),
      )
    const many = await paths(through(between), 'A', 'B')
    expect(many.complete).toBe(false)
    expect(ways(many)).toEqual(between.slice(0, 100).map((name) => `A ${name} B`))
    const all = await paths(through(between.slice(1)), 'A', 'B')
    expect([all.complete, all.paths.length]).toEqual([true, 100])
  })

  it('rejects unknown names, days, and numbers of hops', async () => {
    await expect(paths(store, 'A', 'nobody at all')).rejects.toThrow(UnknownNameError)
    await expect(paths(store, 'A', 'B', { asOf: '2024' })).rejects.toThrow(InvalidDayError)
    for (const maxHops of [0, -1, 1.5, NaN]) {
      await expect(paths(store, 'A', 'B', { maxHops })).rejects.toThrow(InvalidHopsError)
    }
  })
})

describe('paths on random graphs', () => {
  const nodes = ['a', 'b', 'c', 'd', 'e', 'f']
  const edge = fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes))
  const randomEdges = fc.array(edge, { minLength: 4, maxLength: 16, size: 'max' })
  const graphFrom = (edges: readonly (readonly [string, string])[]): KnowledgeGraph =>
    graphOf(
      edges.map(([from, to], n): WrittenClaim => [`${from} —meets→ ${to}`, '2024-01-01', { id: `c${n}` }]),
      { entities: nodes.map((id) => ({ id })) },
    )

  it('are what trying all ways finds', async () => {
    await fc.assert(
      fc.asyncProperty(randomEdges, fc.integer({ min: 1, max: 6 }), async (edges, maxHops) => {
        const graph = graphFrom(edges)
        const expected = allPaths(edges, 'f', ['a'], maxHops)
          .sort((a, b) => a.length - b.length || (a.join(' ') < b.join(' ') ? -1 : 1))
          .map((path) => path.join(' '))
        expect(ways(await paths(memoryStore(graph), 'a', 'f', { maxHops }))).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('are the same whatever the order of the claims', async () => {
    const order = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 16, maxLength: 16 })
    await fc.assert(
      fc.asyncProperty(randomEdges, order, async (edges, places) => {
        const graph = graphFrom(edges)
        const one = await paths(memoryStore(graph), 'a', 'f', { maxHops: 4 })
        const other = await paths(memoryStore(reorder(graph, places)), 'a', 'f', { maxHops: 4 })
        expect(JSON.stringify(other)).toBe(JSON.stringify(one))
      }),
      { numRuns: 100 },
    )
  })
})

function allPaths(
  edges: readonly (readonly [string, string])[],
  to: string,
  path: readonly string[],
  hops: number,
): (readonly string[])[] {
  const last = path.at(-1) ?? ''
  if (last === to) return [path]
  if (hops === 0) return []
  const next = edges.flatMap(([a, b]) => (a === last ? b : b === last ? a : []))
  return [...new Set(next)]
    .filter((node) => !path.includes(node))
    .flatMap((node) => allPaths(edges, to, [...path, node], hops - 1))
}

describe('paths through hubs', () => {
  const leaves = Array.from({ length: 50_000 }, (_, n) => `L${n}`)
  const star = (hub: string): WrittenClaim[] =>
    leaves.map((leaf) => [`${leaf} —meets→ ${hub}`, '2024-01-01', { id: `${leaf} ${hub}` }])
  const meeting = (from: string, to: string): WrittenClaim => [
    `${from} —meets→ ${to}`,
    '2024-01-01',
    { id: `${from} ${to}` },
  ]
  async function timed(memory: MemoryStore, maxHops: number): Promise<PathsAnswer> {
    await memory.edgesAround(['A'])
    const start = performance.now()
    const answer = await paths(memory, 'A', 'B', { maxHops })
    expect(performance.now() - start).toBeLessThan(5_000)
    return answer
  }

  it('do not take longer than the hubs are large', async () => {
    const throughHub = memoryStore(graphOf([...star('H'), meeting('A', 'H'), meeting('H', 'B')]))
    expect(ways(await timed(throughHub, 6))).toEqual(['A H B'])
    const twoHubs = memoryStore(graphOf([...star('A'), ...star('B')]))
    expect(ways(await timed(twoHubs, 4)).slice(0, 2)).toEqual(['A L0 B', 'A L1 B'])
  })

  it('do not try all ways where few lead anywhere', async () => {
    const thicket = [...star('H'), ...star('I'), ...star('J')]
    const memory = memoryStore(graphOf([...thicket, meeting('A', 'H'), meeting('H', 'B')]))
    expect(ways(await timed(memory, 5))).toEqual(['A H B'])
  })
})

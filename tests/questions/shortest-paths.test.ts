import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortestPaths } from '../../src/questions/shortest-paths.ts'

const nodes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const node = fc.constantFrom(...nodes)
const randomEdges = fc.array(fc.tuple(node, node), { minLength: 8, maxLength: 28, size: 'max' })

function graphFrom(edges: readonly (readonly [string, string])[]): Map<string, Map<string, true>> {
  const neighbours = new Map(nodes.map((one) => [one, new Map<string, true>()]))
  for (const [one, other] of edges) {
    if (one === other) continue
    neighbours.get(one)?.set(other, true)
    neighbours.get(other)?.set(one, true)
  }
  return neighbours
}

function allPaths(
  neighbours: ReadonlyMap<string, ReadonlyMap<string, true>>,
  path: readonly string[],
  hops: number,
): string[] {
  const last = path.at(-1) ?? ''
  if (last === 'h') return [path.join(' ')]
  if (hops === 0) return []
  return [...(neighbours.get(last)?.keys() ?? [])]
    .filter((next) => !path.includes(next))
    .flatMap((next) => allPaths(neighbours, [...path, next], hops - 1))
}

describe('shortestPaths', () => {
  it('gives the first of all paths, in the order of length and nodes', () => {
    fc.assert(
      fc.property(
        randomEdges,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 60 }),
        (edges, maxHops, limit) => {
          const neighbours = graphFrom(edges)
          const all = allPaths(neighbours, ['a'], maxHops)
          all.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
          const found = shortestPaths(neighbours, 'a', 'h', { maxHops, limit })
          expect(found.map((path) => path.join(' '))).toEqual(all.slice(0, limit))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('gives none from a node to itself, or to one that is not there', () => {
    const neighbours = graphFrom([['a', 'b']])
    expect(shortestPaths(neighbours, 'a', 'a', { maxHops: 3, limit: 9 })).toEqual([])
    expect(shortestPaths(neighbours, 'a', 'nobody', { maxHops: 3, limit: 9 })).toEqual([])
  })
})

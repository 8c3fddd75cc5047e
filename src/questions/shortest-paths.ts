/** Finds the shortest ways between two nodes of an undirected graph that visit no node twice. */
import { compareTexts } from './days.ts'

/** The neighbours of each node. */
export type Neighbours = ReadonlyMap<string, ReadonlyMap<string, unknown>>

/** Which paths are looked for. */
interface PathLimits {
  readonly maxHops: number
  /** How many at most. */
  readonly limit: number
}

/** A path, and where it parts from those that were found before it. */
interface Found {
  readonly nodes: readonly string[]
  /** How many of its first nodes are given. */
  readonly given: number
  /** The nodes that must not follow the given ones: paths by these are found elsewhere. */
  readonly barred: ReadonlySet<string>
}

/**
 * The first `limit` simple paths from one node to another, shortest first, then in the order of their nodes' ids. This
 * is the algorithm of Yen as Lawler improved it: with each path found, all others fall into groups by where they part
 * from it, and the first of each group is kept in waiting. There are at most `limit` times `maxHops` groups. In most,
 * the first path goes straight by the distances to the end, which are measured once; where that way is blocked by the
 * nodes already given, one breadth-first search over all edges finds it.
 */
export function shortestPaths(
  neighbours: Neighbours,
  from: string,
  to: string,
  { maxHops, limit }: PathLimits,
): readonly (readonly string[])[] {
  if (from === to) return []
  const search = createSearch(neighbours, from, to, maxHops)
  const paths: (readonly string[])[] = []
  const waiting: Found[] = []
  const add = (given: readonly string[], barred: ReadonlySet<string>): void => {
    const nodes = search(given, barred)
    if (nodes) waiting.push({ nodes, given: given.length, barred })
  }
  add([from], new Set())
  while (paths.length < limit) {
    const next = takeFirst(waiting)
    if (!next) break
    const { nodes, given, barred } = next
    paths.push(nodes)
    for (let kept = given; kept < nodes.length; kept += 1) {
      const after = nodes[kept] ?? ''
      add(nodes.slice(0, kept), kept === given ? new Set([...barred, after]) : new Set([after]))
    }
  }
  return paths
}

function takeFirst(waiting: Found[]): Found | undefined {
  let first = 0
  waiting.forEach((found, index) => {
    const best = waiting[first]
    if (best && comparePaths(found.nodes, best.nodes) < 0) first = index
  })
  return waiting.splice(first, 1)[0]
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return a.length - b.length
  const index = a.findIndex((node, place) => node !== b[place])
  return compareTexts(a[index] ?? '', b[index] ?? '')
}

/** Finds the first path that begins with the given nodes, the next being none that is barred. */
type Search = (given: readonly string[], barred: ReadonlySet<string>) => readonly string[] | undefined

function createSearch(neighbours: Neighbours, from: string, to: string, maxHops: number): Search {
  const distances = distancesTo(neighbours, to, new Set([from]), maxHops)
  const sorted = new Map<string, readonly string[]>()
  /** The neighbours from which the end can be reached, nearest to it first, then by id. */
  const nearestFirst = (node: string): readonly string[] => {
    let list = sorted.get(node)
    if (!list) {
      const distanceOf = (one: string) => distances.get(one) ?? Infinity
      list = [...(neighbours.get(node)?.keys() ?? [])]
        .filter((one) => distances.has(one))
        .sort((a, b) => distanceOf(a) - distanceOf(b) || compareTexts(a, b))
      sorted.set(node, list)
    }
    return list
  }
  return (given, barred) => {
    const last = given.at(-1) ?? from
    const taken = new Set(given)
    const next = nearestFirst(last).find((node) => !barred.has(node) && !taken.has(node))
    if (next === undefined) return undefined
    const hops = maxHops - given.length
    if ((distances.get(next) ?? Infinity) > hops) return undefined
    const straight = [next]
    while (straight.at(-1) !== to) {
      const [nearest] = nearestFirst(straight.at(-1) ?? to)
      if (nearest === undefined || taken.has(nearest))
        return searchAround(neighbours, given, to, barred, hops)
      straight.push(nearest)
    }
    return [...given, ...straight]
  }
}

/** How many hops it is to `to` from each node within reach, by ways that keep off some nodes. */
function distancesTo(
  neighbours: Neighbours,
  to: string,
  off: ReadonlySet<string>,
  maxHops: number,
): ReadonlyMap<string, number> {
  const distances = new Map([[to, 0]])
  for (const [node, distance] of distances) {
    if (distance === maxHops) break
    for (const next of neighbours.get(node)?.keys() ?? []) {
      if (!distances.has(next) && !off.has(next)) distances.set(next, distance + 1)
    }
  }
  return distances
}

/** The first path, where the given nodes are in the way of the straight one. */
function searchAround(
  neighbours: Neighbours,
  given: readonly string[],
  to: string,
  barred: ReadonlySet<string>,
  hops: number,
): readonly string[] | undefined {
  const distances = distancesTo(neighbours, to, new Set(given), hops)
  const path = [...given]
  const isFree = (node: string) => path.length > given.length || !barred.has(node)
  for (let left = hops; path.at(-1) !== to;) {
    let [best, bestDistance] = ['', Infinity]
    for (const node of neighbours.get(path.at(-1) ?? '')?.keys() ?? []) {
      const distance = distances.get(node) ?? Infinity
      if (distance > left || !isFree(node)) continue
      if (distance < bestDistance || (distance === bestDistance && node < best)) {
        ;[best, bestDistance] = [node, distance]
      }
    }
    if (bestDistance === Infinity) return undefined
    path.push(best)
    left = bestDistance - 1
  }
  return path
}

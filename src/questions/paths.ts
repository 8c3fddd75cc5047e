/** Answers by which claims two entities are connected. */
import { consistently } from '../stores/consistently.ts'
import type { ClaimEdge, GraphStore } from '../stores/graph-store.ts'
import { addIdsIn, claimRecord, resolvedFrom, type ClaimRecord, type Resolved } from './answer-records.ts'
import { beginningOf, dayAsked } from './days.ts'
import { compareClaims } from './denials.ts'
import { InvalidHopsError } from './errors.ts'
import { resolveNames } from './resolve-names.ts'
import { shortestPaths } from './shortest-paths.ts'

/** How {@link paths} is to answer. */
export interface PathsOptions {
  /** How many hops a path has at most: a whole number from 1 on, by default 3. */
  readonly maxHops?: number
  /** Only claims that can have begun by this day; without it, all. */
  readonly asOf?: string
}

/** A hop of a path, from one node to the next. */
export interface Hop {
  /** Id of an entity or claim. */
  readonly from: string
  readonly to: string
  /** All claims between the two, in both directions, oldest first, then by id. */
  readonly claims: readonly ClaimRecord[]
}

/** A way from one node to another that visits no node twice. */
export interface Path {
  readonly hops: readonly Hop[]
}

/** The answer of {@link paths}. The same graph gives the same JSON, in whatever order a store holds its claims. */
export interface PathsAnswer extends Resolved {
  /** Id of the entity or claim where the paths begin. */
  readonly a: string
  /** Id of the one where they end. */
  readonly b: string
  readonly maxHops: number
  readonly asOf?: string
  /** Shortest first, then in the order of the ids of their nodes; at most 100. */
  readonly paths: readonly Path[]
  /** Whether these are all; where they are not, the ones left out are no shorter. */
  readonly complete: boolean
}

/** The most paths in an answer. */
const pathLimit = 100

/**
 * The simple paths over claims from `a` to `b`, whatever the direction of the claims; claims between the same two nodes
 * make one hop. Both may be ids, names or aliases, in whatever case and without accents; between a node and itself
 * there are none. Rejects with an UnknownNameError, AmbiguousNameError, InvalidHopsError or InvalidDayError, and with
 * whatever the store throws.
 */
export function paths(
  store: GraphStore,
  a: string,
  b: string,
  options: PathsOptions = {},
): Promise<PathsAnswer> {
  return consistently(store, (view) => askPaths(view, a, b, options))
}

async function askPaths(
  store: GraphStore,
  a: string,
  b: string,
  options: PathsOptions,
): Promise<PathsAnswer> {
  const { maxHops = 3 } = options
  if (!Number.isInteger(maxHops) || maxHops < 1) throw new InvalidHopsError(maxHops)
  const asOf = options.asOf === undefined ? undefined : dayAsked(options.asOf)
  const [schema, [from = a, to = b]] = await Promise.all([store.schema(), resolveNames(store, [a, b])])
  const { found, claimsBetween } = await findPaths(store, from, to, maxHops, asOf)
  const hops = found
    .slice(0, pathLimit)
    .map((nodes) => nodes.slice(1).map((node, index) => ({ from: nodes[index] ?? from, to: node })))
  const claimIds = new Set(hops.flat().flatMap((hop) => claimsBetween(hop.from, hop.to)))
  const { claims } = await store.lookUp([...claimIds])
  const claimsById = new Map(claims.map((claim) => [claim.id, claim]))
  const mentioned = new Set([from, to])
  for (const claim of claims) addIdsIn(schema, claim, mentioned)
  const records = keepHops((hop) => {
    const between = claimsBetween(hop.from, hop.to).flatMap((id) => claimsById.get(id) ?? [])
    return { ...hop, claims: between.sort(compareClaims).map(claimRecord) }
  })
  return {
    a: from,
    b: to,
    maxHops,
    ...(asOf !== undefined && { asOf }),
    paths: hops.map((path) => ({ hops: path.map(records) })),
    complete: found.length <= pathLimit,
    ...resolvedFrom(await store.lookUp([...mentioned]), mentioned),
  }
}

type Ends = Omit<Hop, 'claims'>

/** Many paths share their hops. */
function keepHops(make: (ends: Ends) => Hop): (ends: Ends) => Hop {
  const kept = new Map<string, Hop>()
  return (ends) => {
    const key = JSON.stringify([ends.from, ends.to])
    const hop = kept.get(key) ?? make(ends)
    kept.set(key, hop)
    return hop
  }
}

/** Paths as lists of node ids, one more than an answer has where there are more, and the claims of their hops. */
interface FoundPaths {
  readonly found: readonly (readonly string[])[]
  readonly claimsBetween: (from: string, to: string) => readonly string[]
}

/**
 * Asks the store for what is around both ends, always around the end with fewer nodes at its rim, one step further
 * each time, and looks for paths in what is known after each. After n steps all paths of n hops are known, and all of any
 * length where there is nothing more around one end; so no more is asked for than it takes to find enough of the
 * shortest.
 */
async function findPaths(
  store: GraphStore,
  from: string,
  to: string,
  maxHops: number,
  asOf: string | undefined,
): Promise<FoundPaths> {
  const known = new Map<string, Map<string, string[]>>()
  const asked = new Set<string>()
  const sides = [startAt(from, to), startAt(to, from)] as const
  let found: readonly (readonly string[])[] = []
  for (let hops = 1; hops <= maxHops && from !== to; hops += 1) {
    const side = sides[0].rim.length <= sides[1].rim.length ? sides[0] : sides[1]
    const unasked = side.rim.filter((id) => !asked.has(id))
    for (const edge of unasked.length > 0 ? await store.edgesAround(unasked) : []) {
      if (asOf === undefined || beginningOf(edge).first <= asOf) addEdge(known, asked, edge)
    }
    for (const id of unasked) asked.add(id)
    stepOut(side, known)
    const isAllKnown = side.rim.length === 0
    found = shortestPaths(known, from, to, { maxHops: isAllKnown ? maxHops : hops, limit: pathLimit + 1 })
    if (isAllKnown || found.length > pathLimit) break
  }
  return { found, claimsBetween: (one, other) => known.get(one)?.get(other) ?? [] }
}

/** What is known around one end. */
interface Side {
  readonly seen: Set<string>
  /** The nodes that were reached last. */
  rim: readonly string[]
}

/** Paths never go through the other end. */
function startAt(id: string, otherEnd: string): Side {
  return { seen: new Set([id, otherEnd]), rim: [id] }
}

function stepOut(side: Side, known: ReadonlyMap<string, ReadonlyMap<string, unknown>>): void {
  const next: string[] = []
  for (const id of side.rim) {
    for (const neighbour of known.get(id)?.keys() ?? []) {
      if (side.seen.has(neighbour)) continue
      side.seen.add(neighbour)
      next.push(neighbour)
    }
  }
  side.rim = next
}

/** Adds a claim in both directions, unless it is known from having asked about one of its ends. */
function addEdge(
  known: Map<string, Map<string, string[]>>,
  asked: ReadonlySet<string>,
  { id, subject, object }: ClaimEdge,
): void {
  if (subject === object || asked.has(subject) || asked.has(object)) return
  for (const [one, other] of [
    [subject, object],
    [object, subject],
  ] as const) {
    let neighbours = known.get(one)
    if (!neighbours) known.set(one, (neighbours = new Map<string, string[]>()))
    const claims = neighbours.get(other)
    if (claims) claims.push(id)
    else neighbours.set(other, [id])
  }
}

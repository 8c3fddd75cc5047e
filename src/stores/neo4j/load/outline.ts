/** What a comparison needs of all nodes, or of all relationships, of a graph: some numbers of each, and no copy of it. */
import { setImmediate as turn } from 'node:timers/promises'

/** The fingerprints of things in their order. */
export interface Outline {
  /** Base labels of nodes, or relationship types. */
  readonly groups: readonly string[]
  /** For each thing the position of its group in `groups`. */
  readonly groupOf: readonly number[]
  readonly fingerprints: readonly number[]
}

/** What is outlined of a thing. */
export interface Outlined {
  readonly group: string
  readonly fingerprint: number
}

/** How many things are outlined before answers of the server are taken in between. */
const atATime = 500

/** The outline of these things. */
export async function outlineOf(things: Iterable<Outlined>): Promise<Outline> {
  const numbers = new Map<string, number>()
  const [groupOf, fingerprints]: [number[], number[]] = [[], []]
  for (const { group, fingerprint } of things) {
    const number = numbers.get(group) ?? numbers.size
    numbers.set(group, number)
    groupOf.push(number)
    if (fingerprints.push(fingerprint) % atATime === 0) await turn()
  }
  return { groups: [...numbers.keys()], groupOf, fingerprints }
}

/** Into how many buckets the things of a group are divided. */
export const bucketCount = 512

/** Fingerprints of 52 bits in two halves, so that the sums of very many stay exact. */
const half = 2 ** 26

/**
 * The number of things in each bucket of a group and the sums of both halves of their fingerprints. Equal numbers mean
 * equal things, but for one chance in 10^15.
 */
export interface Tally {
  readonly counts: Float64Array
  readonly highs: Float64Array
  readonly lows: Float64Array
}

/** A tally of nothing. */
export function emptyTally(): Tally {
  const [counts, highs, lows] = [0, 1, 2].map(() => new Float64Array(bucketCount)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  return { counts, highs, lows }
}

/** Cypher for what a tally has of a bucket, where `f` is a fingerprint. FLOATs, which are numbers to every driver. */
export const tallyColumns =
  `toFloat(f % ${bucketCount}) AS bucket, toFloat(count(*)) AS count, ` +
  `toFloat(sum(f / ${half})) AS high, toFloat(sum(f % ${half})) AS low`

/** The tallies of the groups of an outline. */
export function talliesOf({ groups, groupOf, fingerprints }: Outline): ReadonlyMap<string, Tally> {
  const tallies = groups.map(emptyTally)
  for (const [index, fingerprint] of fingerprints.entries()) {
    const { counts, highs, lows } = tallies[groupOf[index] ?? 0] as Tally
    const bucket = fingerprint % bucketCount
    counts[bucket] = (counts[bucket] ?? 0) + 1
    highs[bucket] = (highs[bucket] ?? 0) + Math.floor(fingerprint / half)
    lows[bucket] = (lows[bucket] ?? 0) + (fingerprint % half)
  }
  return new Map(groups.map((group, index) => [group, tallies[index] as Tally]))
}

/** The buckets in which two tallies differ. */
export function differingBuckets(one: Tally, other: Tally): readonly number[] {
  return Array.from(one.counts.keys()).filter(
    (bucket) =>
      one.counts[bucket] !== other.counts[bucket] ||
      one.highs[bucket] !== other.highs[bucket] ||
      one.lows[bucket] !== other.lows[bucket],
  )
}

/** Sorts the things of a graph and of a database into those to write, those to remove and those to leave. */
import type { BaseLabel } from '../../../neo4j/records.ts'
import { bucketCount, differingBuckets, emptyTally, talliesOf, type Outline, type Tally } from './outline.ts'

/** What has to happen to a thing of the graph. */
export const fate = {
  none: 0,
  create: 1,
  change: 2,
  /** Its node was kept for the sake of others when it left the graph, and is part of it again. */
  restore: 3,
} as const

/** What differs among the nodes, or among the relationships. */
export interface Difference {
  /** All things of the new graph, in the order of its records. */
  readonly outline: Outline
  /** One of {@link fate} for each thing. */
  readonly fates: Uint8Array
  /** The relationship type that a thing with the fate `change` has in the database, where it is another one. */
  readonly formerTypes: ReadonlyMap<number, string>
  /** By base label or relationship type, the ids of what the new graph does not have. */
  readonly surplus: IdsByGroup
  /** By base label, the ids of nodes that had left the graph before and were kept for the sake of others. */
  readonly kept: IdsByGroup
}

/** Ids by base label or relationship type. */
export type IdsByGroup = ReadonlyMap<string, readonly string[]>

/** The labels of which every node has one. */
export const baseLabels: readonly BaseLabel[] = ['Entity', 'Source', 'Claim']

/** What a database has of a group. */
export interface Stored {
  readonly tally: Tally
  /** How many things have no fingerprint. */
  readonly bare: number
}

/** The buckets, by group, in which the database and the graph differ. */
export function differingGroups(
  outline: Outline,
  stored: ReadonlyMap<string, Stored>,
): ReadonlyMap<string, readonly number[]> {
  const ours = talliesOf(outline)
  const none = emptyTally()
  const groups = new Set([...ours.keys(), ...stored.keys()])
  return new Map(
    Array.from(groups, (group) => [
      group,
      differingBuckets(ours.get(group) ?? none, stored.get(group)?.tally ?? none),
    ]),
  )
}

/** A comparison under way, told of one thing of the database after the other. */
export interface Sorting {
  /** A thing with a fingerprint. */
  add(group: string, id: string, fingerprint: number): void
  /** A thing that has lost its fingerprint: a node that was kept, or what somebody has changed by hand. */
  addBare(group: string, id: string): void
  /** The result, when all things of the buckets that differ were added. */
  finish(): Difference
}

/**
 * Begins to sort. `ids` are those of the outline, in its order. Everything in a bucket that differs is to be created,
 * unless it turns up in the database.
 */
export function sortThings(
  kind: 'nodes' | 'relationships',
  outline: Outline,
  differing: ReadonlyMap<string, readonly number[]>,
  ids: Iterable<string>,
): Sorting {
  const { groups, groupOf, fingerprints } = outline
  const positions = new Map<string, number>()
  for (const id of ids) positions.set(id, positions.size)
  const fates = startingFates(outline, differing)
  const formerTypes = new Map<number, string>()
  const [surplus, kept] = [new Map<string, string[]>(), new Map<string, string[]>()]
  const strays: { readonly group: string; readonly id: string; readonly position: number }[] = []
  const isIn = (group: string, position: number) => groups[groupOf[position] ?? 0] === group
  return {
    add: (group, id, fingerprint) => {
      const position = positions.get(id)
      if (position === undefined) append(surplus, group, id)
      else if (!isIn(group, position)) strays.push({ group, id, position })
      else fates[position] = fingerprints[position] === fingerprint ? fate.none : fate.change
    },
    addBare: (group, id) => {
      const position = positions.get(id)
      if (position !== undefined && isIn(group, position)) {
        fates[position] = kind === 'nodes' ? fate.restore : fate.change
      } else append(kind === 'nodes' ? kept : surplus, group, id)
    },
    finish: () => {
      // Only now is it known whether there is one of the right type too.
      for (const { group, id, position } of strays) {
        if (kind === 'relationships' && fates[position] === fate.create) {
          fates[position] = fate.change
          formerTypes.set(position, group)
        } else append(surplus, group, id)
      }
      return { outline, fates, formerTypes, surplus, kept }
    },
  }
}

function startingFates(outline: Outline, differing: ReadonlyMap<string, readonly number[]>): Uint8Array {
  const { groups, groupOf, fingerprints } = outline
  const buckets = groups.map((group) => new Set(differing.get(group)))
  const fates = new Uint8Array(groupOf.length)
  for (const [position, group] of groupOf.entries()) {
    if (buckets[group]?.has((fingerprints[position] ?? 0) % bucketCount)) fates[position] = fate.create
  }
  return fates
}

function append(lists: Map<string, string[]>, group: string, id: string): void {
  const list = lists.get(group)
  if (list) list.push(id)
  else lists.set(group, [id])
}

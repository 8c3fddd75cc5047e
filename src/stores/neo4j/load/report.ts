/** Says what a load changes. */
import { structuralLabels } from '../../../graph/schema.ts'
import type { BaseLabel } from '../../../neo4j/records.ts'
import type { Differences } from './compare.ts'
import { fate, type Difference, type IdsByGroup } from './difference.ts'

/** How many of a kind a load adds, changes and so on. */
export interface Changes {
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
}

/** A node that left the graph but stays in the database, as relationships hang on it that stancegraph did not write. */
export interface KeptNode {
  readonly id: string
  readonly label: BaseLabel
  /** How many relationships of others. */
  readonly relationships: number
}

/** What a load changed. A claim counts once, whether it has a node or not. */
export interface LoadReport {
  readonly sources: Changes
  readonly entities: Changes
  readonly claims: Changes
  /** Those of this load and of earlier ones, as long as they are there. Remove what hangs on them and load again. */
  readonly kept: readonly KeptNode[]
  /** Only with `keepMissing`: how many are in the database that these files do not have. */
  readonly missing?: Missing
}

/** How many are in the database and not in the files of a load. */
export interface Missing {
  readonly sources: number
  readonly entities: number
  readonly claims: number
}

/** What these differences come to. */
export function countChanges({
  nodes,
  relationships,
}: Differences): Pick<LoadReport, 'sources' | 'entities' | 'claims'> {
  return {
    sources: changesOf(nodes, (group) => group === 'Source'),
    entities: changesOf(nodes, (group) => group === 'Entity'),
    claims: changesOf(relationships, isClaimType),
  }
}

/** How many there are in the database only. */
export function countMissing({ nodes, relationships }: Differences): Missing {
  return {
    sources: countSurplus(nodes, (group) => group === 'Source'),
    entities: countSurplus(nodes, (group) => group === 'Entity'),
    claims: countSurplus(relationships, isClaimType),
  }
}

/** How many nodes and relationships there are to write. */
export function countWrites({ nodes, relationships }: Differences): number {
  return [nodes, relationships].reduce(
    (sum, { fates, surplus, kept }) =>
      sum +
      fates.reduce((count, one) => count + Number(one !== fate.none), 0) +
      countIds(surplus) +
      countIds(kept),
    0,
  )
}

function changesOf(difference: Difference, isCounted: (group: string) => boolean): Changes {
  const { groups, groupOf } = difference.outline
  const counted = groups.map(isCounted)
  const counts = [0, 0, 0, 0]
  for (const [position, what] of difference.fates.entries()) {
    if (counted[groupOf[position] ?? 0]) counts[what] = (counts[what] ?? 0) + 1
  }
  const [unchanged = 0, created = 0, changed = 0, restored = 0] = counts
  return { added: created + restored, changed, removed: countSurplus(difference, isCounted), unchanged }
}

function countSurplus({ surplus }: Difference, isCounted: (group: string) => boolean): number {
  return countIds(new Map([...surplus].filter(([group]) => isCounted(group))))
}

function countIds(ids: IdsByGroup): number {
  return Array.from(ids.values()).reduce((sum, list) => sum + list.length, 0)
}

function isClaimType(type: string): boolean {
  return !structuralLabels.some((label) => label === type)
}

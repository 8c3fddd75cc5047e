/** Nodes that left the graph, and on which relationships hang that are not ours. */
import { baseLabels, type IdsByGroup } from './difference.ts'
import type { KeptNode } from './report.ts'
import { countForeign } from './statements.ts'
import { read, type Link } from '../link.ts'

/** How many nodes are looked at in one query. */
const atATime = 5000

/** Those of these nodes on which relationships hang that are not ours. */
export async function readKept(
  link: Link,
  name: string,
  ids: readonly IdsByGroup[],
): Promise<readonly KeptNode[]> {
  const kept: KeptNode[] = []
  for (const label of baseLabels) {
    const all = ids.flatMap((one) => one.get(label) ?? [])
    for (let start = 0; start < all.length; start += atATime) {
      const rows = all.slice(start, start + atATime).map((id) => [id])
      for (const row of await read(link, countForeign(label), { name, rows })) {
        kept.push({ id: row.get(0) as string, label, relationships: row.get(1) as number })
      }
    }
  }
  return kept
}

/** `ids` without these nodes. */
export function withoutKept(ids: IdsByGroup, kept: readonly KeptNode[]): IdsByGroup {
  const keys = new Set(kept.map(({ label, id }) => `${label} ${id}`))
  const left = Array.from(
    ids,
    ([label, all]) => [label, all.filter((id) => !keys.has(`${label} ${id}`))] as const,
  )
  return new Map(left.filter(([, all]) => all.length > 0))
}

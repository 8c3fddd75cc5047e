/** Loads of a part of the files: nothing is removed, and what the database has of the rest stays as it fits. */
import type { KnowledgeGraph } from '../../../graph/knowledge-graph.ts'
import { structuralLabels } from '../../../graph/schema.ts'
import { DatabaseError } from '../database-error.ts'
import type { Differences } from './compare.ts'
import type { Difference, IdsByGroup } from './difference.ts'
import { read, type Link } from '../link.ts'

/** The claims of the graph that have a node in the database, where other claims may be about them. */
export async function readMentioned(
  link: Link,
  graph: KnowledgeGraph,
  name: string,
): Promise<ReadonlySet<string>> {
  const text =
    'MATCH (n:Claim) WHERE n._graph = $name AND n.id IS NOT NULL AND n._fingerprint IS NOT NULL RETURN n.id'
  const ids = (await read(link, text, { name })).map((row) => row.get(0) as string)
  return new Set(ids.filter((id) => graph.claims.has(id)))
}

/**
 * The differences with nothing to remove but what tied claims of the graph to others before. Throws a DatabaseError where
 * an id means something else in the database.
 */
export function withoutRemovals(graph: KnowledgeGraph, { nodes, relationships }: Differences): Differences {
  for (const { surplus } of [nodes, relationships]) checkKinds(graph, surplus)
  return {
    nodes: withNothingToRemove(nodes),
    relationships: { ...relationships, surplus: tiesOf(graph, relationships.surplus) },
  }
}

function withNothingToRemove(difference: Difference): Difference {
  return { ...difference, surplus: new Map(), kept: new Map() }
}

/** What no longer holds of claims that the files have, as when a claim has lost its source. */
function tiesOf(graph: KnowledgeGraph, surplus: IdsByGroup): IdsByGroup {
  const ties = structuralLabels.map((label) => {
    const ids = surplus.get(label) ?? []
    return [label, ids.filter((id) => graph.claims.has(claimOf(id, label)))] as const
  })
  return new Map(ties.filter(([, ids]) => ids.length > 0))
}

/** The id of the claim whose node a relationship ties to another: what stands before the last `#SUBJECT` and the like. */
function claimOf(id: string, label: string): string {
  const end = id.lastIndexOf(`#${label}`)
  return end < 0 ? '' : id.slice(0, end)
}

function checkKinds(graph: KnowledgeGraph, surplus: IdsByGroup): void {
  for (const [group, ids] of surplus) {
    if (structuralLabels.some((label) => label === group)) continue
    for (const id of ids) {
      const kind = kindOf(graph, id)
      if (kind === undefined) continue
      throw new DatabaseError(
        'cannot be stored',
        `\`${id}\` is ${kind} in these files and something else in the database; load all files of the project together.`,
      )
    }
  }
}

/** What the id stands for in the graph, in words. */
function kindOf(graph: KnowledgeGraph, id: string): string | undefined {
  if (graph.entities.has(id)) return 'an entity'
  if (graph.sources.has(id)) return 'a source'
  return graph.claims.has(id) ? 'a claim' : undefined
}

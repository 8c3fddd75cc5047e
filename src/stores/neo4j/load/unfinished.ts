/** Tells a load of a part of the files that may go on from one that would take half of a graph for a whole one. */
import type { KnowledgeGraph } from '../../../graph/knowledge-graph.ts'
import { edgesOf } from '../../../graph/property-graph.ts'
import { schemaToJson } from '../../../graph/schema-json.ts'
import { fingerprintOf } from '../../../neo4j/fingerprint.ts'
import { nodeRecords, relationshipFingerprint } from '../../../neo4j/records.ts'
import { DatabaseError } from '../database-error.ts'
import type { MarkerState } from './marker.ts'
import { outlineOf, talliesOf, type Outlined } from './outline.ts'

/** What the marker says of a load that has not written anything yet. */
export const nothingWritten = 'nothing'

/** What the marker says of a load under way: that it loads all, or which part, whatever the order of the files. */
export async function subjectOf(graph: KnowledgeGraph, name: string, partial: boolean): Promise<string> {
  if (!partial) return 'all'
  const tallies = talliesOf(await outlineOf(outlines(graph, name)))
  const sums = Array.from(tallies, ([group, { counts, highs, lows }]) => [
    group,
    ...counts,
    ...highs,
    ...lows,
  ])
  const facts = [...sums.map((sum) => fingerprintOf(sum)).sort((a, b) => a - b), schemaToJson(graph.schema)]
  return `part ${fingerprintOf(facts).toString(16)}`
}

function* outlines(graph: KnowledgeGraph, name: string): Generator<Outlined> {
  for (const { label, fingerprint } of nodeRecords(graph, name)) yield { group: label, fingerprint }
  for (const edge of edgesOf(graph)) {
    yield { group: edge.label, fingerprint: relationshipFingerprint(graph, edge) }
  }
}

/**
 * Throws a DatabaseError where a load of a part of the files would go on with what is not all there. Such a load that was
 * cut short itself may be ended by the same one.
 */
export function checkEnded(name: string, { state, unfinished }: MarkerState, subject: string): void {
  const mayBegin = state !== 'loading' || unfinished === nothingWritten || unfinished === subject
  if (subject === 'all' || mayBegin) return
  throw new DatabaseError(
    'loading',
    `a load of graph \`${name}\` has not ended; run it again with all its files first.`,
  )
}

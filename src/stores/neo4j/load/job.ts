/** One load: what it compares, and what it writes of what it finds. */
import type { KnowledgeGraph } from '../../../graph/knowledge-graph.ts'
import type { ViewOptions } from '../../../graph/property-graph.ts'
import { schemaToJson } from '../../../graph/schema-json.ts'
import { typesOfSchema, typesUsed } from '../../../neo4j/relationship-types.ts'
import { batchesOf } from './batches.ts'
import { commitAll, type Writing } from './commit.ts'
import { compare, type Differences } from './compare.ts'
import type { IdsByGroup } from './difference.ts'
import { readKept, withoutKept } from './kept.ts'
import { extended } from './lineage.ts'
import { markComplete, markLoading, markReady, type MarkerState } from './marker.ts'
import { readMentioned, withoutRemovals } from './partial.ts'
import { countChanges, countMissing, countWrites, type LoadReport } from './report.ts'
import type { Link } from '../link.ts'

/** What is to be loaded. */
export interface Job {
  readonly link: Link
  readonly graph: KnowledgeGraph
  readonly name: string
  readonly keepMissing: boolean
  /** The relationship types that graphs in the database have used. */
  readonly typesThere: readonly string[]
  /** What the marker says of this load while it is under way. */
  readonly subject: string
}

/** The relationship types of which the graph may have some before the load. Who imports a graph may not say which. */
export function typesBefore(
  { types, lineage }: MarkerState,
  typesThere: readonly string[],
): Iterable<string> {
  return types ?? new Set([...typesThere, ...lineage.flatMap((schema) => [...typesOfSchema(schema)])])
}

/** What a comparison found. */
export interface Found {
  readonly differences: Differences
  readonly view: ViewOptions
  readonly report: Omit<LoadReport, 'kept'>
  /** Nodes that leave the graph, or have left it and are still there. */
  readonly leaving: readonly IdsByGroup[]
}

/** Compares the graph with what is in the database. */
export async function find(job: Job, state: MarkerState): Promise<Found> {
  const { link, graph, name, keepMissing, typesThere } = job
  const types = new Set([...typesBefore(state, typesThere), ...typesUsed(graph)])
  const view = keepMissing ? { claimNodes: await readMentioned(link, graph, name) } : {}
  const all = await compare({ link, graph, name, view, types: [...types] })
  const differences = keepMissing ? withoutRemovals(graph, all) : all
  const report = { ...countChanges(differences), ...(keepMissing && { missing: countMissing(all) }) }
  return { differences, view, report, leaving: [differences.nodes.surplus, all.nodes.kept] }
}

/** Writes what was found to differ; nothing where all is as it should be. `start` is told how much there is to write. */
export async function writeFound(
  job: Job,
  writing: Writing,
  state: MarkerState,
  { differences, view }: Found,
  start: (total: number) => void,
): Promise<void> {
  const { link, graph, name, keepMissing } = job
  const { nodes, relationships } = differences
  const stillKept = await readKept(link, name, [nodes.kept])
  const kept = withoutKept(nodes.kept, stillKept)
  const toWrite = { nodes: { ...nodes, kept }, relationships }
  const total = countWrites(toWrite)
  const schema = schemaToJson(keepMissing ? extended(graph.schema, state.lineage.at(-1)) : graph.schema)
  const isAsBefore = state.state === 'ready' && writing.batch === 0
  if (total === 0 && isAsBefore && state.schema === schema) return
  start(total)
  const lineage = [...state.lineage, graph.schema]
  const used = [...typesUsed(graph)]
  const types = [...new Set([...typesBefore(state, job.typesThere), ...used])]
  // What stays though it is not in the new graph keeps the labels and properties that it has.
  const isSomethingLeft = keepMissing || stillKept.length > 0 || nodes.surplus.size > 0
  const marks = {
    loading: markLoading(name, job.subject, { lineage, types }),
    complete: markComplete(name, schema, {
      lineage: isSomethingLeft ? lineage : [],
      types: keepMissing ? types : used,
    }),
    ready: markReady(name),
    wasReady: state.state === 'ready',
  }
  const batches = batchesOf({ graph, name, lineage }, view, toWrite, writing.limits)
  await commitAll(writing, batches, marks, () => isThere(job, state))
}

/** Whether nothing is left to write. Nodes that are kept for the sake of others are not ours to remove. */
async function isThere(job: Job, state: MarkerState): Promise<boolean> {
  const { nodes, relationships } = (await find(job, state)).differences
  return countWrites({ nodes: { ...nodes, kept: new Map() }, relationships }) === 0
}

/** Finds what has to be written so that the database holds a graph: by fingerprints in buckets, then by ids. */
import type { KnowledgeGraph } from '../../../graph/knowledge-graph.ts'
import { edgesOf, nodesOf, type ViewOptions } from '../../../graph/property-graph.ts'
import { escapeName } from '../../../neo4j/escape-name.ts'
import { nodeRecords, relationshipFingerprint } from '../../../neo4j/records.ts'
import { baseLabels, differingGroups, fate, sortThings, type Difference, type Stored } from './difference.ts'
import { bucketCount, emptyTally, outlineOf, tallyColumns, type Outline, type Outlined } from './outline.ts'
import { stream, type Link, type Row } from '../link.ts'
import { patiently } from '../patience.ts'

/** What differs between the graph in the database and the new one. */
export interface Differences {
  readonly nodes: Difference
  readonly relationships: Difference
}

/** What is compared. */
export interface Comparison {
  readonly link: Link
  readonly graph: KnowledgeGraph
  readonly name: string
  readonly view: ViewOptions
  /** The relationship types of which there may be some in the database. */
  readonly types: readonly string[]
}

/** All differences. What fails with an error that passes is done again. */
export async function compare({ link, graph, name, view, types }: Comparison): Promise<Differences> {
  const nodes = await compareSide({
    link,
    name,
    kind: 'nodes',
    groups: baseLabels,
    outline: outlineOf(nodeOutlines(graph, name, view)),
    things: () => nodesOf(graph, view),
  })
  // Where there are no nodes of a graph there are no relationships between them either.
  const isFirst =
    nodes.fates.every((one) => one === fate.create) && nodes.surplus.size + nodes.kept.size === 0
  const relationships = await compareSide({
    link,
    name,
    kind: 'relationships',
    groups: isFirst ? [] : types,
    outline: outlineOf(isFirst ? bareOutlines(graph, view) : relationshipOutlines(graph, view)),
    things: () => edgesOf(graph, view),
  })
  return { nodes, relationships }
}

function* nodeOutlines(graph: KnowledgeGraph, name: string, view: ViewOptions): Generator<Outlined> {
  for (const { label, fingerprint } of nodeRecords(graph, name, view)) yield { group: label, fingerprint }
}

function* relationshipOutlines(graph: KnowledgeGraph, view: ViewOptions): Generator<Outlined> {
  for (const edge of edgesOf(graph, view)) {
    yield { group: edge.label, fingerprint: relationshipFingerprint(graph, edge) }
  }
}

/** Where there is nothing to compare with. */
function* bareOutlines(graph: KnowledgeGraph, view: ViewOptions): Generator<Outlined> {
  for (const { label } of edgesOf(graph, view)) yield { group: label, fingerprint: 0 }
}

/** The nodes or the relationships. */
interface Side {
  readonly link: Link
  readonly name: string
  readonly kind: 'nodes' | 'relationships'
  /** Base labels or relationship types. */
  readonly groups: readonly string[]
  readonly outline: Promise<Outline>
  /** The things of the new graph in the order of the outline. */
  readonly things: () => Iterable<{ readonly id: string }>
}

/** The client makes the outline while the server adds up. */
function compareSide(side: Side): Promise<Difference> {
  return patiently(side.link.patience, async () => {
    const stored = new Map<string, Stored>()
    for (const group of side.groups) stored.set(group, await readStored(side, group))
    return await readDifference(side, await side.outline, stored)
  })
}

async function readStored(side: Side, group: string): Promise<Stored> {
  const tally = emptyTally()
  let bare = 0
  const addBucket = (row: Row): void => {
    const [bucket, count, high, low] = [row.get(0), row.get(1), row.get(2), row.get(3)] as [
      number | null,
      number,
      number,
      number,
    ]
    if (bucket === null) bare = count
    else [tally.counts[bucket], tally.highs[bucket], tally.lows[bucket]] = [count, high, low]
  }
  await readGroup(side, group, `WITH x._fingerprint AS f RETURN ${tallyColumns}`, {}, addBucket)
  return { tally, bare }
}

async function readDifference(
  side: Side,
  outline: Outline,
  stored: ReadonlyMap<string, Stored>,
): Promise<Difference> {
  const differing = differingGroups(outline, stored)
  const toRead = [...stored].filter(
    ([group, { tally, bare }]) => bare > 0 || differing.get(group)?.some((bucket) => tally.counts[bucket]),
  )
  const sorting = sortThings(side.kind, outline, differing, toRead.length > 0 ? idsOf(side.things()) : [])
  for (const [group, { bare }] of toRead) {
    const buckets = differing.get(group) ?? []
    const rest = `AND toFloat(x._fingerprint % ${bucketCount}) IN $buckets RETURN x.id, toFloat(x._fingerprint)`
    await readGroup(side, group, rest, { buckets }, (row) =>
      sorting.add(group, row.get(0) as string, row.get(1) as number),
    )
    if (bare === 0) continue
    await readGroup(side, group, 'AND x._fingerprint IS NULL RETURN x.id', {}, (row) =>
      sorting.addBare(group, row.get(0) as string),
    )
  }
  return sorting.finish()
}

function* idsOf(things: Iterable<{ readonly id: string }>): Generator<string> {
  for (const { id } of things) yield id
}

/** Asks for things of the graph in the database, as `x`, in words that have it use the index on both properties. */
function readGroup(
  { link, name, kind }: Side,
  group: string,
  rest: string,
  parameters: object,
  onRow: (row: Row) => void,
): Promise<void> {
  const pattern = kind === 'nodes' ? `(x:${escapeName(group)})` : `()-[x:${escapeName(group)}]->()`
  const text = `MATCH ${pattern} WHERE x._graph = $name AND x.id IS NOT NULL ${rest}`
  return stream(link, text, { name, ...parameters }, onRow)
}

/** What the loader is measured against: loops that write the same graph with the bare driver, and check nothing. */
import neo4j, { type Driver } from 'neo4j-driver'
import type { KnowledgeGraph, PropertyValue, PropertyValues } from '../src/graph/knowledge-graph.ts'
import { edgesOf, nodesOf, type GraphEdge } from '../src/graph/property-graph.ts'

const batchSize = 1000

/** Marks what is a baseline's. */
const owner = 'baseline'

/** Removes what a baseline or a load has written into a database that holds nothing else. */
export async function emptyDatabase(driver: Driver): Promise<void> {
  const session = driver.session()
  await session.run('MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS')
  await session.close()
}

/** The limit: one CREATE for each batch of 1,000 rows of one type, ends found by index. */
export async function createAll(driver: Driver, graph: KnowledgeGraph): Promise<void> {
  await writeNodes(driver, graph)
  await writeEdges(driver, graph, (type) => `CREATE (a)-[r:${type}]->(b) SET r = row.properties`)
}

/** The usual loop: MERGE by the claim's id. */
export async function mergeAll(driver: Driver, graph: KnowledgeGraph): Promise<void> {
  await writeNodes(driver, graph)
  await writeEdges(driver, graph, (type) => `MERGE (a)-[r:${type} {id: row.id}]->(b) SET r += row.properties`)
}

/** One transaction for each of the first `count` edges, after all nodes. */
export async function createOneByOne(driver: Driver, graph: KnowledgeGraph, count: number): Promise<void> {
  const session = driver.session()
  let left = count
  for (const edge of edgesOf(graph)) {
    if (left === 0) break
    left -= 1
    const query = `${matchEnds} CREATE (a)-[r:${quote(edge.label)}]->(b) SET r = row.properties`
    await session.executeWrite((transaction) => transaction.run(query, { rows: [edgeRow(edge)] }))
  }
  await session.close()
}

/** The nodes alone, with the index that finds them. */
export async function writeNodes(driver: Driver, graph: KnowledgeGraph): Promise<void> {
  const session = driver.session()
  await session.run('CREATE CONSTRAINT baseline IF NOT EXISTS FOR (n:Baseline) REQUIRE n.id IS UNIQUE')
  const rows = new Map<string, object[]>()
  for (const { id, labels, properties } of nodesOf(graph)) {
    const key = [...labels, 'Baseline'].map(quote).join(':')
    const row = { ...converted(properties), id, owner }
    const group = rows.get(key)
    if (group) group.push(row)
    else rows.set(key, [row])
  }
  for (const [labels, group] of rows) {
    for (const batch of batches(group)) {
      await session.executeWrite((transaction) =>
        transaction.run(`UNWIND $rows AS row CREATE (n:${labels}) SET n = row`, { rows: batch }),
      )
    }
  }
  await session.close()
}

const matchEnds = 'UNWIND $rows AS row MATCH (a:Baseline {id: row.from}) MATCH (b:Baseline {id: row.to})'

async function writeEdges(
  driver: Driver,
  graph: KnowledgeGraph,
  clause: (type: string) => string,
): Promise<void> {
  const session = driver.session()
  const byType = new Map<string, GraphEdge[]>()
  for (const edge of edgesOf(graph)) {
    const group = byType.get(edge.label)
    if (group) group.push(edge)
    else byType.set(edge.label, [edge])
  }
  for (const [type, edges] of byType) {
    const query = `${matchEnds} ${clause(quote(type))}`
    for (const batch of batches(edges)) {
      await session.executeWrite((transaction) => transaction.run(query, { rows: batch.map(edgeRow) }))
    }
  }
  await session.close()
}

function edgeRow({ id, from, to, properties }: GraphEdge): object {
  return { id, from, to, properties: { ...converted(properties), owner } }
}

const dayProperties: ReadonlySet<string> = new Set(['earliest', 'latest', 'until_earliest', 'until'])

/** With days as DATE and positions as INTEGER, as the loader writes them. */
function converted(properties: PropertyValues): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, convert(name, value)]))
}

function convert(name: string, value: PropertyValue): unknown {
  if (dayProperties.has(name)) {
    const [year = 0, month = 0, day = 0] = (value as string).split('-').map(Number)
    return new neo4j.types.Date(neo4j.int(year), neo4j.int(month), neo4j.int(day))
  }
  if (name === 'quote_starts' || name === 'quote_ends')
    return (value as readonly number[]).map((n) => neo4j.int(n))
  return value
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize)
}

/** The generated projects have no name with a backtick. */
function quote(name: string): string {
  return `\`${name}\``
}

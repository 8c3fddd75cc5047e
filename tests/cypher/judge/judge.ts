/** Runs random queries on the memory store and on a real Neo4j, and tells where they differ. */
import type { Driver } from 'neo4j-driver'
import { CypherError } from '../../../src/cypher/cypher-error.ts'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { memoryStore, type MemoryStore } from '../../../src/stores/memory-store.ts'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import { neo4jStore } from '../../../src/stores/neo4j/neo4j-store.ts'
import { DatabaseError } from '../../../src/stores/neo4j/database-error.ts'
import type { GraphStore } from '../../../src/stores/graph-store.ts'
import { comparableResult } from './comparable-result.ts'
import type { Vocabulary } from './random-expression.ts'
import { randomQuery } from './random-query.ts'

/** Two stores with one graph. */
export interface Bench {
  readonly memory: MemoryStore
  readonly server: GraphStore
  readonly vocabulary: Vocabulary
}

/** Where the two differ. */
export interface Difference {
  readonly seed: number
  readonly query: string
  readonly memory: readonly string[]
  readonly server: readonly string[]
}

/** Brings a graph into an empty database, without what only a store needs, as if it were any graph. */
export async function setUp(driver: Driver, graph: KnowledgeGraph): Promise<Bench> {
  await loadIntoNeo4j(driver, graph)
  await driver.executeQuery('MATCH (m:StancegraphGraph) DELETE m')
  for (const pattern of ['MATCH (thing)', 'MATCH ()-[thing]->()']) {
    await driver.executeQuery(
      `${pattern} REMOVE thing._graph, thing._fingerprint, thing._type, thing._names, thing._named`,
    )
  }
  return { memory: memoryStore(graph), server: neo4jStore(driver), vocabulary: vocabularyOf(graph) }
}

/** What queries on a graph can speak of. */
export function vocabularyOf(graph: KnowledgeGraph): Vocabulary {
  const entities = [...graph.entities.values()]
  const relations = new Set([...graph.claims.values()].map(({ relation }) => relation))
  return {
    labels: [
      'Entity',
      'Entity',
      'Entity',
      'Source',
      'Claim',
      ...new Set(entities.map(({ type }) => type)),
      'Missing',
    ],
    types: [
      'SUBJECT',
      'REPORTED_IN',
      'MISSING',
      ...[...relations].map((relation) => graph.schema.relations.get(relation)?.label ?? relation),
    ],
    ids: [...entities.slice(0, 12).map(({ id }) => id), ...[...graph.sources.keys()].slice(0, 3)],
    names: entities.slice(0, 12).map(({ name }) => name),
  }
}

/** No query that gives more rows, or takes longer, is compared; a server may take ten times as long, as others ask it too. */
const most = { rows: 5000, milliseconds: 2000 }

/**
 * What differs for the query of a seed; undefined where nothing does, `too large` where it is not compared.
 * Where both refuse a query, they agree.
 */
export async function judge(
  { memory, server, vocabulary }: Bench,
  seed: number,
): Promise<Difference | 'too large' | undefined> {
  const { text: query, isOrdered } = randomQuery(seed, vocabulary)
  const ours = await answerOf(memory, query, isOrdered)
  if (ours === 'too large') return ours
  const theirs = await answerOf(server, query, isOrdered, true)
  if (theirs === 'too large') return theirs
  const bothRefuse = ours[0] === refused && theirs[0] === refused
  const agree = bothRefuse || JSON.stringify(ours) === JSON.stringify(theirs)
  return agree ? undefined : { seed, query, memory: ours, server: theirs }
}

const refused = 'refused:'

async function answerOf(
  store: GraphStore,
  query: string,
  isOrdered: boolean,
  isServer = false,
): Promise<readonly string[] | 'too large'> {
  try {
    const milliseconds = (isServer ? 10 : 1) * most.milliseconds
    const result = await store.cypher(query, {}, { milliseconds })
    return result.rows.length > most.rows ? 'too large' : comparableResult(result, isOrdered)
  } catch (error) {
    const isLimit =
      (error instanceof CypherError && error.errorClass === 'LimitExceeded') ||
      (error instanceof DatabaseError && error.problem === 'timeout')
    return isLimit ? 'too large' : [refused, String(error)]
  }
}

/** A difference in a few lines, for people. */
export function differenceText({ seed, query, memory, server }: Difference): string {
  const shown = (lines: readonly string[]) =>
    lines
      .slice(0, 6)
      .map((line) => `    ${line.slice(0, 300)}`)
      .join('\n')
  const first = memory.findIndex((line, at) => line !== server[at])
  const from = (lines: readonly string[]) => (lines[0] === refused ? lines : lines.slice(Math.max(first, 0)))
  return [
    `seed ${seed}: ${query}`,
    `  memory (${memory.length - 1} rows, from the first that differs):`,
    shown(from(memory)),
    `  Neo4j (${server.length - 1} rows):`,
    shown(from(server)),
  ].join('\n')
}

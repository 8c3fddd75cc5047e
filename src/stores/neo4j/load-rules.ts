/** Makes sure that a database has the constraints and indexes that a graph needs. */
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import {
  namesIndex,
  nodeRules,
  relationshipRule,
  relationshipTypeOf,
  type SchemaRule,
} from '../../neo4j/constraints.ts'
import { structuralLabels } from '../../graph/schema.ts'
import { DatabaseError } from './database-error.ts'
import { read, write, type Link } from './link.ts'
import { patiently } from './patience.ts'
import { codeOf } from './transient.ts'

/** The names of the constraints and indexes that a database has. */
export type RuleNames = ReadonlySet<string>

/** The names of all constraints and indexes. */
export async function readRuleNames(link: Link): Promise<RuleNames> {
  const rows = await read(link, 'SHOW INDEXES YIELD name')
  return new Set(rows.map((row) => row.get(0) as string))
}

/** The relationship types that the graph can use by its schema, or does use. */
export function typesOf(graph: KnowledgeGraph): ReadonlySet<string> {
  const relations = Array.from(graph.schema.relations.values())
  return new Set([
    ...relations.flatMap(({ abstract, label }) => (abstract ? [] : [label])),
    ...typesUsed(graph),
  ])
}

/** The relationship types of the graph's claims and of what ties Claim nodes to others. */
export function typesUsed({ schema, claims }: KnowledgeGraph): ReadonlySet<string> {
  const relations = new Set(Array.from(claims.values(), ({ relation }) => relation))
  const labels = Array.from(relations, (relation) => schema.relations.get(relation)?.label ?? relation)
  return new Set([...structuralLabels, ...labels])
}

/** The relationship types for which there are constraints of ours. */
export function typesWithRules(names: RuleNames): readonly string[] {
  return Array.from(names, relationshipTypeOf).filter((type) => type !== undefined)
}

/** Creates what is not there yet and waits until it can be used. */
export async function ensureRules(link: Link, types: Iterable<string>, present: RuleNames): Promise<void> {
  const rules = [...nodeRules, ...Array.from(types, relationshipRule)]
  const missing = rules.filter(({ name }) => !present.has(name))
  if (missing.length === 0) return
  await patiently(link.patience, () => createRules(link, missing))
  await read(link, 'CALL db.awaitIndex($name, $seconds)', { name: namesIndex, seconds: 300 })
}

/** Together, as each transaction that changes the schema waits for others. */
async function createRules(link: Link, rules: readonly SchemaRule[]): Promise<void> {
  try {
    await write(link, async (transaction) => {
      for (const { statement } of rules) await transaction.run(statement)
    })
  } catch (error) {
    if (codeOf(error)?.startsWith('Neo.ClientError.Schema.')) throw inTheWay(error as Error)
    throw error
  }
}

function inTheWay(error: Error): DatabaseError {
  const reason = error.message.replace(/\s+/g, ' ').replace(/\.$/, '')
  return new DatabaseError(
    'cannot be stored',
    `the database does not take a constraint that keeps the ids of graphs unique (${reason}); remove what stands in its way, and load again.`,
    { cause: error },
  )
}

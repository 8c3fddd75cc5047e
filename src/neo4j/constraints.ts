/** The constraints and indexes that a database with graphs of ours has. All are named `stancegraph …`. */
import { escapeName } from './escape-name.ts'
import type { BaseLabel } from './records.ts'

/** A constraint or an index. */
export interface SchemaRule {
  readonly name: string
  /** The Cypher statement that creates it where it is not there yet. */
  readonly statement: string
}

/** The label of the node that says what there is of a graph, and whether a load is under way. */
export const markerLabel = 'StancegraphGraph'

/** The full-text index over the names of entities and the ids of Claim nodes. */
export const namesIndex = 'stancegraph names'

const baseLabels: readonly BaseLabel[] = ['Entity', 'Source', 'Claim']

const relationshipPrefix = 'stancegraph relationship '

/** What every database needs. */
export const nodeRules: readonly SchemaRule[] = [
  constraint('stancegraph graph', `(n:${markerLabel}) REQUIRE n.name`),
  ...baseLabels.map((label) =>
    constraint(`stancegraph ${label.toLowerCase()}`, `(n:${label}) REQUIRE (n._graph, n.id)`),
  ),
  {
    name: namesIndex,
    statement:
      `CREATE FULLTEXT INDEX ${escapeName(namesIndex)} IF NOT EXISTS FOR (n:Entity|Claim) ON EACH [n._names] ` +
      "OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword'}}",
  },
]

/** What a relationship type needs. */
export function relationshipRule(type: string): SchemaRule {
  // Neo4j takes white space from the end of such a name, so something must follow it.
  const end = /[\0- .]$/.test(type) ? '.' : ''
  return constraint(
    `${relationshipPrefix}${type}${end}`,
    `()-[r:${escapeName(type)}]-() REQUIRE (r._graph, r.id)`,
  )
}

/** The relationship type that a constraint is for; undefined for one that is not ours or not on relationships. */
export function relationshipTypeOf(constraintName: string): string | undefined {
  return constraintName.startsWith(relationshipPrefix)
    ? constraintName.slice(relationshipPrefix.length).replace(/\.$/, '')
    : undefined
}

function constraint(name: string, rule: string): SchemaRule {
  return { name, statement: `CREATE CONSTRAINT ${escapeName(name)} IF NOT EXISTS FOR ${rule} IS UNIQUE` }
}

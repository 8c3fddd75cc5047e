/** The query for what stands against each other in the whole graph. */
import { escapeName } from '../../neo4j/escape-name.ts'
import type { GraphSchema, Relation } from '../../graph/schema.ts'
import type { ClaimTypes } from './cypher-patterns.ts'
import type { QueryBody } from './guarded-query.ts'

/**
 * `opposed`: ids of what one actor both supports and opposes on a day; `disowned`: ids of claims that are opposed by whom
 * they are according to; `exclusive`: the claims that exclude each other.
 */
export function clashesBody(schema: GraphSchema, types: ClaimTypes): QueryBody {
  const exclusive = [...schema.relations.values()].filter(
    ({ abstract, exclusive }) => !abstract && exclusive.length > 0,
  )
  return {
    clauses: [opposedClause(types), disownedClause(types), exclusiveClause(exclusive)],
    columns: ['opposed', 'disowned'],
    claims: ['exclusive'],
  }
}

/** Those that oppose are the fewer ones; what supports is looked for between the same two nodes only. */
function opposedClause(types: ClaimTypes): string {
  return `CALL (graphName) {
MATCH (subject)-[opposing:${types.withStance} {_graph: $graph, stance: 'opposes'}]->(object)
WHERE opposing.id IS NOT NULL AND opposing.earliest = opposing.latest
WITH subject, object, collect(DISTINCT opposing.earliest) AS days
MATCH (subject)-[supporting:${types.withStance} {_graph: $graph, stance: 'supports'}]->(object)
WHERE supporting.earliest = supporting.latest AND supporting.earliest IN days
RETURN collect(DISTINCT object.id) AS opposed
}`
}

function disownedClause(types: ClaimTypes): string {
  return `CALL (graphName) {
MATCH (node:Claim {_graph: $graph}) WHERE node.id IS NOT NULL
MATCH (node)<-[opposing:${types.withStance} {_graph: $graph, stance: 'opposes'}]-(opponent)
WITH DISTINCT node, opponent
MATCH (node)-[:SUBJECT {_graph: $graph}]->(subject)
MATCH (node)-[:OBJECT {_graph: $graph}]->(object)
MATCH (subject)-[claim:${types.all} {_graph: $graph, id: node.id}]->(object) WHERE claim.according_to = opponent.id
RETURN collect(DISTINCT node.id) AS disowned
}`
}

function exclusiveClause(relations: readonly Relation[]): string {
  if (relations.length === 0) return 'WITH *, [] AS exclusive'
  return `CALL (graphName) {
CALL (graphName) {
${relations.map(exclusiveBranch).join('\nUNION ALL\n')}
}
RETURN collect(claim) AS exclusive
}`
}

/** The claims of one relation that have the same values but several objects. */
function exclusiveBranch({ label, exclusive }: Relation): string {
  const values = exclusive.map((name) => `claim.${escapeName(name)}`)
  return `MATCH (subject)-[claim:${escapeName(label)} {_graph: $graph}]->(object)
WHERE claim.id IS NOT NULL AND claim.retracted IS NULL AND ${values.map((value) => `${value} IS NOT NULL`).join(' AND ')}
WITH ${values.map((value, index) => `${value} AS key${index}`).join(', ')}, collect(claim) AS claims, count(DISTINCT object) AS objects
WHERE objects > 1
UNWIND claims AS claim
RETURN claim`
}

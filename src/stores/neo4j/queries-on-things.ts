/** The queries for what ids stand for and what is around them. */
import { matchById, matchClaim, matchNode, type ClaimTypes } from './cypher-patterns.ts'
import type { QueryBody } from './guarded-query.ts'
import { entityColumns, sourceColumns } from './store-columns.ts'

/** What `$ids` stand for: `entities`, `sources`, `claims`. Only what is neither entity nor source can be a claim. */
export function lookUpBody(types: ClaimTypes): QueryBody {
  return {
    clauses: [
      `CALL (graphName) {
UNWIND $ids AS id
OPTIONAL ${matchById('entity', 'Entity', 'id')} WHERE entity._fingerprint IS NOT NULL
OPTIONAL ${matchById('source', 'Source', 'id')} WHERE source._fingerprint IS NOT NULL
RETURN collect(CASE WHEN entity IS NOT NULL THEN ${entityColumns('entity')} END) AS entities,
collect(CASE WHEN source IS NOT NULL THEN ${sourceColumns('source')} END) AS sources,
collect(CASE WHEN entity IS NULL AND source IS NULL THEN id END) AS others
}`,
      `CALL (others) {
UNWIND others AS id
${matchClaim(types, 'id', 'claim')}
RETURN collect(claim) AS found
}`,
    ],
    columns: ['entities', 'sources'],
    claims: ['found'],
  }
}

/** `around`, the claims at the node `$id`, or those between the two nodes `$ids`; and `about`, the claims about these. */
export function claimsAroundBody(types: ClaimTypes, between: boolean): QueryBody {
  return {
    clauses: [
      between ? claimsBetween(types) : claimsAt(types),
      // A Claim node is tied by SUBJECT and OBJECT to what the claim is about.
      `CALL (around) {
UNWIND around AS claim
${matchById('start', 'Claim', 'claim.id')}
MATCH (start)<-[:SUBJECT|OBJECT*0.. {_graph: $graph}]-(node)
WITH DISTINCT node
MATCH (node)-[claim:${types.all} {_graph: $graph}]-()
RETURN collect(DISTINCT claim) AS about
}`,
    ],
    claims: ['around', 'about'],
  }
}

function claimsAt(types: ClaimTypes): string {
  return `CALL (graphName) {
WITH $id AS id
${matchNode('id', 'node')}
MATCH (node)-[claim:${types.all} {_graph: $graph}]-()
RETURN collect(DISTINCT claim) AS around
}`
}

/** The nodes are found one after the other: found at once, they are two sets of which the server makes all pairs. */
function claimsBetween(types: ClaimTypes): string {
  return `CALL (graphName) {
UNWIND $ids AS id
${matchNode('id', 'node')}
RETURN collect(node) AS ends
}
CALL (ends) {
WITH ends[0] AS node, ends[1] AS end WHERE size(ends) = 2
MATCH (node)-[claim:${types.all} {_graph: $graph}]-(end)
RETURN collect(DISTINCT claim) AS around
}`
}

/** The claims at the nodes with the `$ids`, as `edges` of id, subject, object and the first day on which it can have begun. */
export function edgesAroundBody(types: ClaimTypes): QueryBody {
  return {
    clauses: [
      `CALL (graphName) {
UNWIND $ids AS id
${matchNode('id', 'node')}
MATCH (node)-[claim:${types.all} {_graph: $graph}]-()
WITH DISTINCT claim
RETURN collect([claim.id, startNode(claim).id, endNode(claim).id, toString(claim.earliest)]) AS edges
}`,
    ],
    columns: ['edges'],
  }
}

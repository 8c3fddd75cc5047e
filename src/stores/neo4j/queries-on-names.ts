/** The queries for the nodes that a text can mean. */
import { namesIndex } from '../../neo4j/constraints.ts'
import { matchById, matchClaim, type ClaimTypes } from './cypher-patterns.ts'
import type { QueryBody } from './guarded-query.ts'

const namedColumns = 'node.id, node._type, node.name, node.aliases'

/** A text that is the id of an entity means that, whatever else has such a name. */
const isNoEntity = `NOT EXISTS { ${matchById('entity', 'Entity', 'text.id')} WHERE entity._fingerprint IS NOT NULL }`

/**
 * For `$texts`, each with the `id` that it may be and a `query` for the full-text index: `named`, the nodes with such an
 * id, or, where no entity has it, with such a name when marks and case are left out of account; and `exact`, the claims with just this id.
 */
export function findBody(types: ClaimTypes): QueryBody {
  return {
    clauses: [
      `CALL (state) {
UNWIND $texts AS text
CALL (state, text) {
${matchById('entity', 'Entity', 'text.id')} RETURN entity AS node
UNION
${matchById('claim', 'Claim', 'text.id')} RETURN claim AS node
UNION
WITH state, text WHERE state = 'ready' AND ${isNoEntity}
CALL db.index.fulltext.queryNodes('${namesIndex}', text.query) YIELD node WHERE node._graph = $graph
RETURN node
}
WITH DISTINCT node WHERE node._fingerprint IS NOT NULL
RETURN collect([${namedColumns}]) AS named
}`,
      `CALL (graphName) {
UNWIND $texts AS text
WITH text WHERE ${isNoEntity}
${matchClaim(types, 'text.id', 'claim')}
RETURN collect([claim.id, startNode(claim).id, claim.relation, endNode(claim).id]) AS exact
}`,
    ],
    columns: ['named', 'exact'],
  }
}

/**
 * `named`: every node with a name that can be similar to one of `$texts` (similar-names.ts makes these), and others. It
 * goes through all names of the graph, on the server.
 */
export const similarBody: QueryBody = {
  clauses: [
    `CALL (graphName) {
CALL (graphName) {
MATCH (entity:Entity {_graph: $graph}) WHERE entity.id IS NOT NULL RETURN entity AS node
UNION ALL
MATCH (claim:Claim {_graph: $graph}) WHERE claim.id IS NOT NULL RETURN claim AS node
}
WITH node WHERE node._fingerprint IS NOT NULL AND any(name IN node._names WHERE any(text IN $texts WHERE
size(name) >= $cut OR name CONTAINS text.term OR name IN text.swapped OR
(text.fewest <= size(name) <= text.most AND any(piece IN text.pieces WHERE name CONTAINS piece))))
RETURN collect([${namedColumns}]) AS named
}`,
  ],
  columns: ['named'],
}

/** Pieces of Cypher that several queries are made of. */
import { escapeName } from '../../neo4j/escape-name.ts'
import type { GraphSchema, Relation } from '../../graph/schema.ts'

/** The relationship types of claims, as they stand in a pattern: `` `SUPPORTS`|`MEETS` ``. */
export interface ClaimTypes {
  readonly all: string
  /** Of relations with a stance. */
  readonly withStance: string
  /** Of `speaks_for` relations. */
  readonly speaking: string
  /** Of `denies` relations. */
  readonly denying: string
}

/** The relationship types of a schema's claims. */
export function claimTypes({ relations }: GraphSchema): ClaimTypes {
  const used = [...relations.values()].filter(({ abstract }) => !abstract)
  const typesOf = (isMeant: (relation: Relation) => boolean) => {
    const types = used.filter(isMeant).map(({ label }) => escapeName(label))
    return types.length > 0 ? types.join('|') : noType
  }
  return {
    all: typesOf(() => true),
    withStance: typesOf(({ stance }) => stance !== undefined),
    speaking: typesOf(({ speaksFor }) => speaksFor),
    denying: typesOf(({ denies }) => denies),
  }
}

/** A pattern cannot have no type at all; no relationship of ours has this one. */
const noType = escapeName('stancegraph none')

/**
 * Clauses that find the entities and Claim nodes with an id and call them `node`. What the files no longer have may be
 * kept, without a fingerprint, because somebody else's relationships hang on it: it is not there.
 */
export function matchNode(id: string, node: string): string {
  return (
    `CALL (${id.split('.', 1)[0] ?? id}) {\n` +
    `MATCH (entity:Entity {_graph: $graph, id: ${id}}) RETURN entity AS ${node}\n` +
    `UNION ALL\nMATCH (claim:Claim {_graph: $graph, id: ${id}}) RETURN claim AS ${node}\n}\n` +
    `WITH * WHERE ${node}._fingerprint IS NOT NULL`
  )
}

/** A clause that finds the claim with an id by the index of each relationship type. */
export function matchClaim(types: ClaimTypes, id: string, claim: string): string {
  return `MATCH ()-[${claim}:${types.all} {_graph: $graph, id: ${id}}]->()`
}

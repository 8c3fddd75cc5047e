/** Pieces of Cypher that several queries are made of. */
import { escapeName } from '../../neo4j/escape-name.ts'
import type { GraphSchema, Relation } from '../../graph/schema.ts'
import type { BaseLabel } from '../../neo4j/records.ts'

/** The relationship types of claims, as they stand in a pattern: `` `SUPPORTS`|`MEETS` ``. */
export interface ClaimTypes {
  readonly all: string
  /** The same one by one, escaped. */
  readonly each: readonly string[]
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
  const namesOf = (relations: readonly Relation[]) => relations.map(({ label }) => escapeName(label))
  const typesOf = (isMeant: (relation: Relation) => boolean) => {
    const types = namesOf(used.filter(isMeant))
    return types.length > 0 ? types.join('|') : noType
  }
  return {
    all: typesOf(() => true),
    each: namesOf(used),
    withStance: typesOf(({ stance }) => stance !== undefined),
    speaking: typesOf(({ speaksFor }) => speaksFor),
    denying: typesOf(({ denies }) => denies),
  }
}

/** A pattern cannot have no type at all; no relationship of ours has this one. */
const noType = escapeName('stancegraph none')

/**
 * Says that a MATCH finds `variable` by its id: it stands after the pattern. Left to itself, a server may take a plan made
 * when the graph was small, which goes through all that has the label or type, and keep it as the graph grows.
 */
export function byId(variable: string, labelOrType: string): string {
  return `USING INDEX SEEK ${variable}:${labelOrType}(_graph, id)`
}

/** A clause that finds a node with an id. */
export function matchById(node: string, label: BaseLabel, id: string): string {
  return `MATCH (${node}:${label} {_graph: $graph, id: ${id}}) ${byId(node, label)}`
}

/**
 * Clauses that find the entities and Claim nodes with an id and call them `node`. What the files no longer have may be
 * kept, without a fingerprint, because somebody else's relationships hang on it: it is not there.
 */
export function matchNode(id: string, node: string): string {
  return (
    `CALL (${id.split('.', 1)[0] ?? id}) {\n` +
    `${matchById('entity', 'Entity', id)} RETURN entity AS ${node}\n` +
    `UNION ALL\n${matchById('claim', 'Claim', id)} RETURN claim AS ${node}\n}\n` +
    `WITH * WHERE ${node}._fingerprint IS NOT NULL`
  )
}

/** A clause that finds the claim with an id by the index of each relationship type. */
export function matchClaim(types: ClaimTypes, id: string, claim: string): string {
  const seeks = types.each.map((type) => byId(claim, type))
  return [`MATCH ()-[${claim}:${types.all} {_graph: $graph, id: ${id}}]->()`, ...seeks].join('\n')
}

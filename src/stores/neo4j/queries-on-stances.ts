/** The queries for the claims that decide stances, with all that bears on whether they count. */
import { matchById, matchClaim, matchNode, type ClaimTypes } from './cypher-patterns.ts'
import type { QueryBody } from './guarded-query.ts'
import { sourceColumns } from './store-columns.ts'

/** Which stances a query asks for. */
export interface BearingKind {
  /** Only those of `$holders` and of all who ever spoke for them. */
  readonly ofHolders: boolean
  /** Also those on claims at one of `$targets`. */
  readonly about: boolean
}

/**
 * For `$targets`: `subjects`, the targets that are claims and the claims about targets, with their `sources`; `stances`;
 * and of {@link judgeClauses} what bears on them.
 */
export function bearingBody(types: ClaimTypes, { ofHolders, about }: BearingKind): QueryBody {
  return {
    clauses: [
      `CALL (graphName) {
UNWIND $targets AS id
OPTIONAL ${matchById('entity', 'Entity', 'id')} WHERE entity._fingerprint IS NOT NULL
OPTIONAL ${matchById('claim', 'Claim', 'id')} WHERE claim._fingerprint IS NOT NULL
RETURN collect(entity) + collect(claim) AS targets, collect(CASE WHEN entity IS NULL THEN id END) AS others
}`,
      `CALL (others) {
UNWIND others AS id
${matchClaim(types, 'id', 'claim')}
RETURN collect(claim) AS named
}`,
      ...(about ? aboutClauses(types) : ['WITH *, named AS subjects, targets AS objects']),
      ofHolders ? stancesOfHolders(types) : stancesOfAll(types),
      `CALL (subjects) {
UNWIND subjects AS claim
WITH DISTINCT claim.source AS id WHERE id IS NOT NULL
${matchById('source', 'Source', 'id')} WHERE source._fingerprint IS NOT NULL
RETURN collect(${sourceColumns('source')}) AS sources
}`,
      'WITH *, subjects + stances AS base',
      actorsOfClaims(types, 'base', 'actors'),
      ...judgeClauses(types, 'base'),
    ],
    columns: ['sources'],
    claims: ['subjects', 'stances', ...judges],
  }
}

/** For `$actors`: what {@link judgeClauses} gives, where nothing else is known yet. */
export function judgesBody(types: ClaimTypes): QueryBody {
  return {
    clauses: [
      `CALL (graphName) {
UNWIND $actors AS id
${matchNode('id', 'node')}
RETURN collect(node) AS actors
}`,
      ...judgeClauses(types, '[]'),
    ],
    claims: judges,
  }
}

function aboutClauses(types: ClaimTypes): readonly string[] {
  return [
    `CALL (targets) {
UNWIND targets AS target
MATCH (target)-[claim:${types.all} {_graph: $graph}]-()
RETURN collect(DISTINCT claim) AS around
}`,
    `CALL (around) {
UNWIND around AS claim
${matchById('node', 'Claim', 'claim.id')}
RETURN collect(DISTINCT node) AS nodes
}`,
    'WITH *, named + around AS subjects, targets + nodes AS objects',
  ]
}

function stancesOfAll(types: ClaimTypes): string {
  return `CALL (objects) {
UNWIND objects AS object
MATCH (object)<-[claim:${types.withStance} {_graph: $graph}]-() WHERE claim.stance IS NOT NULL
RETURN collect(DISTINCT claim) AS stances
}`
}

/** All else is asked only of the few claims that are left when their subjects have been compared. */
function stancesOfHolders(types: ClaimTypes): string {
  return `CALL (graphName) {
UNWIND $holders AS id
${matchNode('id', 'node')}
MATCH (node)<-[:${types.speaking}*0.. {_graph: $graph}]-(voice)
RETURN collect(DISTINCT voice) AS voices, collect(DISTINCT voice.id) AS voiceIds
}
CALL (objects, voices, voiceIds) {
UNWIND objects AS object
MATCH (object)<-[claim:${types.withStance}]-(subject) WHERE subject IN voices OR claim.on_behalf_of IN voiceIds
WITH collect(DISTINCT claim) AS claims
RETURN [claim IN claims WHERE claim._graph = $graph AND claim.stance IS NOT NULL] AS stances
}`
}

/**
 * All that bears on claims, as far as it usually goes: the steps from their actors, the denials of all these, the steps
 * from the actors of the denials, and the denials of those steps. Denials come with what denies them in turn.
 */
function judgeClauses(types: ClaimTypes, base: string): readonly string[] {
  return [
    stepsFrom(types, 'actors', 'steps'),
    `WITH *, ${base} + steps AS judged`,
    denialsOf(types, 'judged', 'denials'),
    actorsOfClaims(types, 'denials', 'deniers'),
    stepsFrom(types, 'deniers', 'furtherSteps'),
    denialsOf(types, 'furtherSteps', 'furtherDenials'),
  ]
}

const judges = ['steps', 'denials', 'furtherSteps', 'furtherDenials']

/** The nodes whose `speaks_for` claims bear on claims. */
function actorsOfClaims(types: ClaimTypes, claims: string, actors: string): string {
  return `CALL (${claims}) {
CALL (${claims}) {
UNWIND ${claims} AS claim
RETURN DISTINCT startNode(claim) AS actor
UNION
UNWIND ${claims} AS claim
WITH claim WHERE claim:${types.speaking}
RETURN DISTINCT endNode(claim) AS actor
UNION
UNWIND ${claims} AS claim
UNWIND [claim.on_behalf_of, claim.according_to] AS id
WITH DISTINCT id WHERE id IS NOT NULL
${matchNode('id', 'actor')}
RETURN actor
}
RETURN collect(DISTINCT actor) AS ${actors}
}`
}

/** The `speaks_for` claims on all paths that start at actors. */
function stepsFrom(types: ClaimTypes, actors: string, steps: string): string {
  return `CALL (${actors}) {
UNWIND ${actors} AS actor
MATCH (actor)-[:${types.speaking}*0.. {_graph: $graph}]->(next)
WITH DISTINCT next
MATCH (next)-[step:${types.speaking} {_graph: $graph}]->()
RETURN collect(step) AS ${steps}
}`
}

/** The claims of `denies` relations on claims, and on all claims that are on these in turn. */
function denialsOf(types: ClaimTypes, claims: string, denials: string): string {
  return `CALL (${claims}) {
UNWIND ${claims} AS claim
WITH DISTINCT claim.id AS id
${matchById('node', 'Claim', 'id')}
MATCH (node)<-[:OBJECT*0.. {_graph: $graph}]-(denied)
WITH DISTINCT denied
MATCH (denied)<-[denial:${types.denying} {_graph: $graph}]-()
RETURN collect(denial) AS ${denials}
}`
}

/** What a place that holds a knowledge graph must be able to answer. Questions are written on this alone. */
import type { CypherNotice, CypherParameter, CypherResult } from '../cypher/result.ts'
import type { Claim, Entity, Source } from '../graph/knowledge-graph.ts'
import type { GraphSchema } from '../graph/schema.ts'

/** A node that a name can mean. */
export interface NamedNode {
  readonly id: string
  /** An entity's type, or `Claim`. */
  readonly type: string
  readonly name: string
}

/** What a name can mean. */
export interface NameMatches {
  /**
   * The nodes that fit best: the one with this id; else those with exactly this name or alias; else those whose
   * id, name or alias is equal when marks and case are left out of account. Sorted by id.
   */
  readonly matches: readonly NamedNode[]
  /** Where there are no matches, a few nodes with a similar name, nearest first. */
  readonly nearest: readonly NamedNode[]
}

/** What some ids stand for. */
export interface Things {
  readonly entities: readonly Entity[]
  readonly sources: readonly Source[]
  readonly claims: readonly Claim[]
}

/** Which stances somebody wants to judge. */
export interface BearingQuery {
  /** The entities and claims that the stances are on. */
  readonly targets: readonly string[]
  /** Only stances of these actors and of all who ever spoke for them; without it, everybody's. */
  readonly holders?: readonly string[]
  /** Also the stances on claims that have one of `targets` as subject or object. */
  readonly about?: boolean
}

/** All that it takes to judge some stances on any day. */
export interface Bearing {
  /**
   * Each claim once:
   * - those of the targets that are claims; with `about`, also the claims with a target as subject or object;
   * - the claims with a stance on one of all these: of `holders`, by or on behalf of a holder or one who, by
   *   `speaks_for` claims of whatever date, spoke for a holder;
   * - of all claims here: the claims of `denies` relations on them, and every `speaks_for` claim, of whatever date,
   *   on the paths that start at their subject, at whom they are on behalf of, or at whom they are according to.
   */
  readonly claims: readonly Claim[]
  /** The sources of the first of these: the targets that are claims and the claims about targets. */
  readonly sources: readonly Source[]
}

/** A claim with no more than it takes to walk over it. */
export type ClaimEdge = Pick<Claim, 'id' | 'subject' | 'object' | 'earliest'>

/** What stands against each other, whatever else bears on whether it counts. */
export interface Clashes {
  /**
   * The entities and claims that one actor both supports and opposes: by two claims that begin on the same full day,
   * one with the stance `supports` and one with `opposes`; or, where the target is a claim according to that actor, by
   * one that opposes it.
   */
  readonly targets: readonly string[]
  /**
   * The claims of relations with `exclusive` properties that clash: neither is retracted, both have the same values of
   * all these properties, and their objects differ.
   */
  readonly exclusive: readonly Claim[]
}

/** How a query is run. A server has settings of its own in place of `steps`, `rows` and `bytes`. */
export interface CypherOptions {
  /** Told of each name in the query that nothing in the graph, or in the database, has: a slip gives no rows and no error. */
  readonly onNotice?: (notice: CypherNotice) => void
  /** Stops it; it rejects with the reason of the signal. */
  readonly signal?: AbortSignal
  /** How long it may take at most. Default: a minute in memory; on a server, what its settings say. */
  readonly milliseconds?: number
  /** How much work it may be: rows looked at, relationships followed, items of lists gone through. Default: 1e10. */
  readonly steps?: number
  /** How many rows it may give. Default: a million. */
  readonly rows?: number
  /** How much it may keep in memory at a time, roughly. Default: 1e9. */
  readonly bytes?: number
}

/**
 * A place that holds a graph. Every answer is complete and in no particular order unless it says so; ids that the
 * store does not know are passed over. Several calls may be under way at once. Calls are few and large, since each
 * may be a round trip.
 */
export interface GraphStore {
  schema(): Promise<GraphSchema>
  /** The nodes that a person can mean by each text: entities, claims that have a node, and any claim by its exact id. */
  find(texts: readonly string[]): Promise<readonly NameMatches[]>
  /** What the ids stand for, each once. */
  lookUp(ids: readonly string[]): Promise<Things>
  /** The claims that decide who takes which stance on the targets, with all that bears on whether they count. */
  bearingOn(query: BearingQuery): Promise<Bearing>
  /**
   * All claims with `id` as subject or object (with `other`, only those that have it at their other end), the claims
   * about these, and so on; each once.
   */
  claimsAround(id: string, other?: string): Promise<readonly Claim[]>
  /** The claims with one of `ids` as subject or object, each once. */
  edgesAround(ids: readonly string[]): Promise<readonly ClaimEdge[]>
  /** All that stands against each other in the graph. */
  clashes(): Promise<Clashes>
  /**
   * What a Cypher query gives that only reads. A number among the parameters is a FLOAT; where Cypher wants an INTEGER, as
   * after LIMIT, give a bigint. The answer to `EXPLAIN …` is the plan, in one column of lines. Rejects where the query is
   * wrong, where it writes and where it reaches a limit.
   */
  cypher(
    text: string,
    parameters?: Readonly<Record<string, CypherParameter>>,
    options?: CypherOptions,
  ): Promise<CypherResult>
  /**
   * A view for one question: all its calls see the same state of the graph, or reject with an error of which
   * {@link isGraphChanged} is true. It needs no closing.
   */
  snapshot(): GraphStore
  /** Frees what the store holds open. */
  close(): Promise<void>
}

/** Whether an error says that the graph is being loaded, so that the question can be asked soon. */
export function isBeingLoaded(error: unknown): boolean {
  return error instanceof Error && 'problem' in error && error.problem === 'loading'
}

/** Whether an error says that the graph was changed between two calls of a view, so that the question is to be asked again. */
export function isGraphChanged(error: unknown): boolean {
  return error instanceof Error && 'problem' in error && error.problem === 'graph changed'
}

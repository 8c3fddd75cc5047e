/** What a place that holds a knowledge graph must be able to answer. Questions are written on this alone. */
import type { Claim, Entity, Source } from '../graph/knowledge-graph.ts'
import type { GraphSchema } from '../graph/schema.ts'

/** A node that a name can mean. */
export interface NamedNode {
  readonly id: string
  /** An entity's type, or `Claim`. */
  readonly type: string
  readonly name: string
}

/** What a name can mean. Each list is sorted by id; both are empty only in a graph without names. */
export interface NameMatches {
  /**
   * The nodes that fit best: those with this id; else those with exactly this name or alias; else those whose
   * id, name or alias is equal when marks and case are left out of account.
   */
  readonly matches: readonly NamedNode[]
  /** Where there are no matches, a few nodes with a similar name, nearest first. */
  readonly nearest: readonly NamedNode[]
}

/**
 * A place that holds a graph. Every answer is complete and in no particular order unless it says so; ids that the
 * store does not know are passed over. Several questions may be under way at once.
 */
export interface GraphStore {
  schema(): Promise<GraphSchema>
  /** The nodes that a person can mean by `text`: entities, and claims by their id. */
  find(text: string): Promise<NameMatches>
  entities(ids: readonly string[]): Promise<readonly Entity[]>
  sources(ids: readonly string[]): Promise<readonly Source[]>
  claims(ids: readonly string[]): Promise<readonly Claim[]>
  /** All `speaks_for` claims, of any date, on the paths that lead to one of `holders`. */
  speakersFor(holders: readonly string[]): Promise<readonly Claim[]>
  /** All `speaks_for` claims, of any date, on the paths that start at one of `voices`. */
  spokenForBy(voices: readonly string[]): Promise<readonly Claim[]>
  /**
   * All claims whose object is one of `objects` and whose subject, or on whose behalf the subject spoke, is one of
   * `actors`; without `actors`, all claims about `objects`.
   */
  claimsBetween(actors: readonly string[] | undefined, objects: readonly string[]): Promise<readonly Claim[]>
  /** All claims with `id` as subject or object. */
  claimsAround(id: string): Promise<readonly Claim[]>
  /** All claims of `denies` relations about one of `claims`, and about those denials in turn. */
  denialsOf(claims: readonly string[]): Promise<readonly Claim[]>
  /** Frees what the store holds open. */
  close(): Promise<void>
}

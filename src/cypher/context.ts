/** What a run of a query has at hand everywhere. */
import type { PropertyGraph } from './property-graph.ts'
import type { NodeValue, RelationshipValue, Value } from './value.ts'

/** One run of one query. */
export interface Context {
  readonly graph: PropertyGraph
  readonly parameters: ReadonlyMap<string, Value>
  readonly budget: Budget
  /** When the run began: all functions for the current time give this, but those named `realtime`. */
  readonly now: Now
  /** The value for a node by its number: always the same object. */
  node(id: number): NodeValue
  /** The value for a relationship by its number: always the same object. */
  relationship(id: number): RelationshipValue
}

/** What a run may use. Every method throws a CypherError of the class LimitExceeded or Aborted where no more is left. */
export interface Budget {
  /** Counts steps of work: rows looked at, relationships followed, items of lists gone through. */
  step(steps?: number): void
  /** Counts what is kept in memory for long, in bytes, roughly. */
  keep(bytes: number): void
  /** Counts back what is kept no longer. */
  release(bytes: number): void
  /** Counts the memory of a value that is made for the row under way, in bytes, roughly. */
  make(bytes: number): void
  /** What `make` has counted. Who is done with a row, or with a value, sets it back to what it was before that. */
  made: number
}

/** A moment. */
export interface Now {
  /** Since 1970-01-01T00:00Z. */
  readonly epochMilliseconds: number
}

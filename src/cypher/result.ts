/** What a Cypher query gives, whichever store answers it. */

/**
 * A value of Cypher: an INTEGER (64 bits) is a bigint, a FLOAT a number, a LIST an array, a MAP a Map, which may have
 * any key; everything else that is not null, a boolean or a string has a `kind`.
 */
export type CypherValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | readonly CypherValue[]
  | CypherMap
  | CypherTemporal
  | CypherPoint
  | CypherBytes
  | CypherNode
  | CypherRelationship
  | CypherPath

/** Values by key, in the order in which the store gives them. */
export type CypherMap = ReadonlyMap<string, CypherValue>

/** A date, a time or a length of time, as the text that Cypher prints: `2024-08-01`, `12:31:14+01:00`, `P1DT2H`. */
export interface CypherTemporal {
  readonly kind: 'date' | 'time' | 'local time' | 'datetime' | 'local datetime' | 'duration'
  readonly text: string
}

/** A place; `srid` says in which coordinates. */
export interface CypherPoint {
  readonly kind: 'point'
  readonly srid: number
  readonly coordinates: readonly number[]
}

/** A byte array. */
export interface CypherBytes {
  readonly kind: 'bytes'
  readonly bytes: Uint8Array
}

/** A node. What only a store needs (`_graph` and the like) is not among its properties. */
export interface CypherNode {
  readonly kind: 'node'
  /** Tells it from other nodes in this store. */
  readonly elementId: string
  readonly labels: readonly string[]
  readonly properties: CypherMap
}

/** A relationship. What only a store needs (`_graph` and the like) is not among its properties. */
export interface CypherRelationship {
  readonly kind: 'relationship'
  /** Tells it from other relationships in this store. */
  readonly elementId: string
  readonly type: string
  /** The `elementId` of the node where it starts. */
  readonly from: string
  /** The `elementId` of the node where it ends. */
  readonly to: string
  readonly properties: CypherMap
}

/** Nodes and the relationships between them, one fewer, in the order of the path; either way round. */
export interface CypherPath {
  readonly kind: 'path'
  readonly nodes: readonly CypherNode[]
  readonly relationships: readonly CypherRelationship[]
}

/** The answer to a query. */
export interface CypherResult {
  readonly columns: readonly string[]
  /** Each with a value for every column. */
  readonly rows: readonly (readonly CypherValue[])[]
}

/** Something about a query that runs all the same, such as a label that no node has. */
export interface CypherNotice {
  /** A sentence. */
  readonly message: string
  /** Where in the text, in UTF-16 code units: the first, and the one after the last. */
  readonly place: { readonly start: number; readonly end: number }
  /** What may have been meant. */
  readonly hint?: string
}

/** A value for a parameter of a query; whole numbers that are to be an INTEGER must be bigints. */
export type CypherParameter =
  | null
  | boolean
  | bigint
  | number
  | string
  | readonly CypherParameter[]
  | { readonly [key: string]: CypherParameter }

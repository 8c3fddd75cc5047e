/** The marker of a graph: the node that says which graph a database holds, and whether all of it is there. */
import type { GraphSchema } from '../graph/schema.ts'
import { schemaToJson } from '../graph/schema-json.ts'

/** What a graph is called in a database where nobody gave it a name. */
export const defaultGraphName = 'stancegraph'

/** How many characters the name of a graph may have. */
export const longestGraphName = 200

/** The properties of the node with the label `StancegraphGraph`. */
export interface GraphMarker {
  /** Unique in the database. */
  readonly name: string
  /** `loading` until all of a load is there. */
  readonly state: 'loading' | 'ready'
  /** Of the latest load: no other may write. */
  readonly token: string
  /** Grows with every load that changed something. */
  readonly version: number
  /** How many batches of the latest load were committed. */
  readonly batch: number
  /** The graph schema; schemaFromJson (src/graph/schema-json.ts) reads it. */
  readonly schema: string
}

/** The marker of a graph that was written whole, before any load. */
export function firstMarker(schema: GraphSchema, name: string, token: string): GraphMarker {
  return { name, state: 'ready', token, version: 1, batch: 0, schema: schemaToJson(schema) }
}

/** The marker of a graph: the node that says which graph a database holds, and whether all of it is there. */
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { schemaToJson } from '../graph/schema-json.ts'
import { typesUsed } from './relationship-types.ts'

/** What a graph is called in a database where nobody gave it a name. */
export const defaultGraphName = 'stancegraph'

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
  /** The relationship types of which there may be some. */
  readonly types: readonly string[]
}

/** The marker of a graph that was written whole, before any load. */
export function firstMarker(graph: KnowledgeGraph, name: string, token: string): GraphMarker {
  const [schema, types] = [schemaToJson(graph.schema), [...typesUsed(graph)].sort()]
  return { name, state: 'ready', token, version: 1, batch: 0, schema, types }
}

/** Answers what {@link GraphStore} asks from a graph in Neo4j. */
import type { Driver } from 'neo4j-driver'
import type { CypherParameter, CypherResult } from '../../cypher/result.ts'
import { defaultGraphName } from '../../neo4j/marker.ts'
import { consistently } from '../consistently.ts'
import type { GraphStore } from '../graph-store.ts'
import { viewOf, type StoredGraph } from './graph-view.ts'
import { runCypher } from './run-cypher.ts'
import { readerOf } from './run-read.ts'
import { callsOn } from './store-view.ts'

/** Which graph a store answers from. */
export interface Neo4jStoreOptions {
  /** By default the user's default database. */
  readonly database?: string
  /** The name that it was loaded under; by default `stancegraph`. */
  readonly graph?: string
  /** The address of the server, for messages. */
  readonly url?: string
}

/** A store on a Neo4j server. */
export interface Neo4jStore extends GraphStore {
  /**
   * What a Cypher query gives that only reads, from all of the database: from other graphs too, and from what is not
   * ours. A number is sent as FLOAT; where Cypher wants an INTEGER, as after LIMIT, give a bigint. Rejects with a
   * DatabaseError, and where the query is wrong with the error of the driver.
   */
  cypher(text: string, parameters?: Readonly<Record<string, CypherParameter>>): Promise<CypherResult>
}

/**
 * A store that answers from a graph that was loaded into a database. The driver stays the caller's to close; one that was
 * made with `disableLosslessIntegers` cannot tell INTEGER from FLOAT in what `cypher` gives. Every call rejects with a
 * DatabaseError where there is no such graph, where it is being loaded, and where the server cannot be asked.
 */
export function neo4jStore(driver: Driver, options: Neo4jStoreOptions = {}): Neo4jStore {
  const run = readerOf(driver, options)
  const graph: StoredGraph = { run, name: options.graph ?? defaultGraphName }
  const common = {
    cypher: (text, parameters) => runCypher(run, text, parameters),
    close: () => Promise.resolve(),
  } satisfies Partial<Neo4jStore>
  const snapshot = (): Neo4jStore => {
    const view: Neo4jStore = { ...callsOn(viewOf(graph)), ...common, snapshot: () => view }
    return view
  }
  const store: Neo4jStore = {
    schema: () => {
      // What was read before may be of the past, and nothing else would tell.
      graph.latest = undefined
      return consistently(store, (view) => view.schema())
    },
    find: (texts) => consistently(store, (view) => view.find(texts)),
    lookUp: (ids) => consistently(store, (view) => view.lookUp(ids)),
    bearingOn: (query) => consistently(store, (view) => view.bearingOn(query)),
    claimsAround: (id, other) => consistently(store, (view) => view.claimsAround(id, other)),
    edgesAround: (ids) => consistently(store, (view) => view.edgesAround(ids)),
    clashes: () => consistently(store, (view) => view.clashes()),
    ...common,
    snapshot,
  }
  return store
}

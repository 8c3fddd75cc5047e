/** Answers what {@link GraphStore} asks from a graph in Neo4j. */
import type { Driver } from 'neo4j-driver'
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

/**
 * A store that answers from a graph that was loaded into a database. Its `cypher` asks all of the database, other graphs
 * and what is not ours too; where a query is wrong it rejects with the error of the driver. The driver stays the caller's to close; one that was
 * made with `disableLosslessIntegers` cannot tell INTEGER from FLOAT in what `cypher` gives. Every call rejects with a
 * DatabaseError where there is no such graph, where it is being loaded, and where the server cannot be asked.
 */
export function neo4jStore(driver: Driver, options: Neo4jStoreOptions = {}): GraphStore {
  const run = readerOf(driver, options)
  const graph: StoredGraph = { run, name: options.graph ?? defaultGraphName }
  const common = {
    cypher: (text, parameters, options) => runCypher(run, text, parameters, options),
    close: () => Promise.resolve(),
  } satisfies Partial<GraphStore>
  const snapshot = (): GraphStore => {
    const view: GraphStore = { ...callsOn(viewOf(graph)), ...common, snapshot: () => view }
    return view
  }
  const store: GraphStore = {
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

/** Asks a graph in a database, and sees to it that all answers are from one state of it. */
import { answerFrom, changedError, isSameState, readState, type KnownState } from './graph-state.ts'
import { guardedText, type QueryBody } from './guarded-query.ts'
import type { Parameters, RunRead } from './run-read.ts'

/** A graph in a database. */
export interface StoredGraph {
  readonly run: RunRead
  readonly name: string
  /** The state that was read last, by whichever view. */
  latest?: Promise<KnownState> | undefined
}

/** One state of a graph. */
export interface GraphView {
  /**
   * The state. It may be one that another view has read before: where the graph has changed since, the next query
   * rejects.
   */
  readonly state: () => Promise<KnownState>
  /**
   * Runs a query in one round trip, and gives the value of each of its columns. Rejects with a DatabaseError: where the
   * graph is not in this state any more, with one that isGraphChanged.
   */
  readonly ask: (bodyFor: (state: KnownState) => QueryBody, parameters: Parameters) => Promise<ValueOf>
}

/** The value of a column. */
export type ValueOf = (column: string) => unknown

/** A view of the state that is known, or of the one that is found. */
export function viewOf(graph: StoredGraph): GraphView {
  let seen: Promise<KnownState> | undefined
  const state = () => (seen ??= latestState(graph))
  return {
    state,
    ask: async (bodyFor, parameters) => {
      const known = await state()
      const text = guardedText(bodyFor(known))
      const result = await graph.run(text, { ...known.parameters, ...parameters, graph: graph.name })
      const answer = answerFrom(result, graph.name)
      if (answer.state && isSameState(answer.state, known)) return answer.value
      if (graph.latest === seen) graph.latest = undefined
      throw changedError(graph.name)
    },
  }
}

/** Reads the state only where it is not known. */
function latestState(graph: StoredGraph): Promise<KnownState> {
  const reading = (graph.latest ??= readState(graph.run, graph.name))
  reading.catch(() => {
    if (graph.latest === reading) graph.latest = undefined
  })
  return reading
}

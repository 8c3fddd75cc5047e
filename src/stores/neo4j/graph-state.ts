/** The state that a graph in a database is in, as its marker tells. */
import type { GraphSchema } from '../../graph/schema.ts'
import { schemaFromJson } from '../../graph/schema-json.ts'
import { defaultGraphName } from '../../neo4j/marker.ts'
import { shellWord } from '../../neo4j/shell-word.ts'
import { claimTypes, type ClaimTypes } from './cypher-patterns.ts'
import { DatabaseError } from './database-error.ts'
import { guardedText } from './guarded-query.ts'
import { plainValue } from './read-values.ts'
import type { Parameters, Rows, RunRead } from './run-read.ts'
import { columnParameters } from './store-columns.ts'

/** A state in which questions can be asked. */
export interface GraphState {
  /** Grows with every change. */
  readonly version: unknown
  /** Of the latest load. A graph that is removed and loaded anew may have the version of the one before. */
  readonly token: unknown
}

/** A state with the schema of the graph, and what queries take of it. */
export interface KnownState extends GraphState {
  readonly schema: GraphSchema
  readonly types: ClaimTypes
  readonly parameters: Parameters
}

/** What a query on a graph gave, and in which state of it; undefined where the state changed while it ran. */
export interface Answer {
  readonly state: GraphState | undefined
  readonly value: (column: string) => unknown
}

/** Reads the state of a graph. Rejects with a DatabaseError where there is none, or it is being loaded. */
export async function readState(run: RunRead, graph: string): Promise<KnownState> {
  const { state, value } = answerFrom(await run(stateText, { graph }), graph)
  const text = value('schema')
  if (!state || typeof text !== 'string') throw changedError(graph)
  const schema = schemaFromJson(text)
  return { ...state, schema, types: claimTypes(schema), parameters: columnParameters(schema) }
}

const stateText = guardedText({ clauses: [], columns: ['marker.schema AS schema'] })

/** Reads the only row of a query on a graph. Throws a DatabaseError where there is no graph, or it is being loaded. */
export function answerFrom({ rows: [row] }: Rows, graph: string): Answer {
  if (!row) {
    throw new DatabaseError(
      'no graph',
      `there is no graph \`${graph}\` in the database; load one with \`${loadCommand(graph)}\`.`,
    )
  }
  const value = (column: string): unknown => row.get(column)
  if (value('state') !== 'ready') {
    throw new DatabaseError(
      'loading',
      `graph \`${graph}\` is being loaded, or a load of it has not ended; run \`${loadCommand(graph)}\` again to end it.`,
    )
  }
  const state = { version: plainValue(value('version')), token: value('token') }
  return { state: value('steady') === true ? state : undefined, value }
}

function loadCommand(graph: string): string {
  return graph === defaultGraphName ? 'stancegraph load' : `stancegraph load --name ${shellWord(graph)}`
}

/** Whether both are the same. */
export function isSameState(a: GraphState, b: GraphState): boolean {
  return a.version === b.version && a.token === b.token
}

/** What a view rejects with that has seen one state and would have to answer from another. */
export function changedError(graph: string): DatabaseError {
  return new DatabaseError(
    'graph changed',
    `graph \`${graph}\` was changed while the question was asked; ask again.`,
  )
}

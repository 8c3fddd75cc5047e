/**
 * The marker of a graph, by which loads keep out of each other's way. The latest load has the token, and every
 * transaction of a load first locks the marker and looks whether it still has it. So there is an order of all
 * transactions of all loads of one graph, and after a load took the token no other writes.
 */
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'neo4j-driver'
import type { GraphSchema } from '../../../graph/schema.ts'
import { schemaToJson } from '../../../graph/schema-json.ts'
import { markerLabel } from '../../../neo4j/constraints.ts'
import { DatabaseError } from '../database-error.ts'
import { allNames, schemaOfMarker } from './lineage.ts'
import { nothingWritten } from './unfinished.ts'
import { read, write, type Link, type Row } from '../link.ts'
import { patiently } from '../patience.ts'

/** What the marker says before a load. */
export interface MarkerState {
  /** `undefined` where there is no graph of this name. */
  readonly state: 'loading' | 'ready' | undefined
  /** JSON of the graph schema. */
  readonly schema: string | undefined
  /** The schemas by which something may have been written that is still there. */
  readonly lineage: readonly GraphSchema[]
  /** The relationship types of which there may be some; undefined where no load has said so. */
  readonly types: readonly string[] | undefined
  /** What the load under way is of (unfinished.ts); undefined where there is none, or it is not a load of ours. */
  readonly unfinished: string | undefined
}

const columns = 'm.state, m.schema, m.earlier, m.types, m.unfinished'

/** What the marker says. */
export async function readMarker(link: Link, name: string): Promise<MarkerState> {
  const rows = await read(link, `MATCH (m:${markerLabel} {name: $name}) RETURN ${columns}`, { name })
  return stateOf(rows[0])
}

/** Takes the token: from now on no load but this one writes the graph, once the batch that another may have under way is through. */
export async function takeToken(link: Link, name: string): Promise<{ token: string; state: MarkerState }> {
  const token = randomUUID()
  const text =
    `MERGE (m:${markerLabel} {name: $name}) ON CREATE SET m.state = 'loading', m.unfinished = $nothing, m.version = 0 ` +
    `SET m.token = $token, m.batch = 0 RETURN ${columns}`
  const parameters = { name, token, nothing: nothingWritten }
  const state = await patiently(link.patience, () =>
    write(link, async (transaction) => stateOf((await transaction.run(text, parameters)).records[0])),
  )
  return { token, state }
}

function stateOf(row: Row | undefined): MarkerState {
  if (!row)
    return { state: undefined, schema: undefined, lineage: [], types: undefined, unfinished: undefined }
  const [state, schema, earlier, types, unfinished] = [0, 1, 2, 3, 4].map(
    (index) => row.get(index) as unknown,
  )
  const schemas = [earlier, schema].map(schemaOfMarker).filter((one) => one !== undefined)
  return {
    state: state === 'ready' ? 'ready' : 'loading',
    schema: typeof schema === 'string' ? schema : undefined,
    lineage: schemas,
    types: Array.isArray(types) ? (types as string[]) : undefined,
    unfinished: typeof unfinished === 'string' ? unfinished : undefined,
  }
}

/** What a batch finds: that it may write, or that it was committed by an attempt whose answer was lost. */
export type Turn = 'write' | 'written'

/**
 * The lock is taken by a change, before the token is read: a token that is read first may be another's by the time of the
 * change. `batch` is the number of what was committed last, which tells an attempt that failed from one of which only the
 * answer was lost; so each batch is written once, though it creates things without looking for them. Where it may not write, the
 * transaction is rolled back, and with it the change.
 */
const fence =
  `MATCH (m:${markerLabel} {name: $name}) SET m.locked = true ` +
  'WITH m, m.token AS token, toFloat(m.batch) AS batch ' +
  'SET m.batch = $batch REMOVE m.locked RETURN token, batch'

/** Locks the marker and says whether batch number `batch` of the load with this token is to be written. */
export async function takeTurn(
  transaction: Transaction,
  parameters: { readonly name: string; readonly token: string; readonly batch: unknown },
): Promise<Turn> {
  const { records } = await transaction.run(fence, parameters)
  const [row] = records
  // What is deleted while the lock is waited for has no properties any more.
  const token = row?.get('token') as string | null | undefined
  if (row === undefined || token !== parameters.token) throw takenOver(parameters.name, token ?? undefined)
  return Number(parameters.batch) === row.get('batch') ? 'written' : 'write'
}

function takenOver(name: string, token: string | undefined): DatabaseError {
  const isGone = token === undefined
  const what = isGone
    ? `the graph \`${name}\` was removed from the database while it was loaded`
    : `another load of the graph \`${name}\` has begun, so this one has stopped`
  return new DatabaseError('load taken over', `${what}; run it again if its files are the right ones.`)
}

/** A query on the marker, with its parameters. */
export interface MarkerQuery {
  readonly text: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** What is left of loads before, or will be there of this one. */
export interface Traces {
  /** The graph schemas by whose names something may be there. */
  readonly lineage: readonly GraphSchema[]
  /** The relationship types of which there may be some. */
  readonly types: readonly string[]
}

/** Says that a load of `subject` (unfinished.ts) is under way, and keeps the names that things in the graph may then have. */
export function markLoading(name: string, subject: string, { lineage, types }: Traces): MarkerQuery {
  return {
    text:
      `MATCH (m:${markerLabel} {name: $name}) SET m.state = 'loading', m.unfinished = $subject, ` +
      'm.earlier = $earlier, m.types = $types',
    parameters: { name, subject, earlier: schemaToJson(allNames(lineage)), types },
  }
}

/**
 * Says what the graph is when all is there. The lineage has the schemas of which something is left, beside the graph's
 * own. The state is not among it: what is written together may become visible one after the other.
 */
export function markComplete(name: string, schema: string, { lineage, types }: Traces): MarkerQuery {
  return {
    text:
      `MATCH (m:${markerLabel} {name: $name}) SET m.schema = $schema, ` +
      'm.earlier = $earlier, m.types = $types, m.version = coalesce(m.version, 0) + 1',
    parameters: {
      name,
      schema,
      earlier: lineage.length > 0 ? schemaToJson(allNames(lineage)) : null,
      types,
    },
  }
}

/** Says that questions can be asked. */
export function markReady(name: string): MarkerQuery {
  return {
    text: `MATCH (m:${markerLabel} {name: $name}) SET m.state = 'ready' REMOVE m.unfinished`,
    parameters: { name },
  }
}

/** Runs queries of users. */
import type { CypherNotice, CypherParameter, CypherResult } from '../../cypher/result.ts'
import type { KnownNames } from '../../cypher/semantics/unknown-names.ts'
import type { CypherOptions } from '../graph-store.ts'
import { DatabaseError, type DatabaseProblem } from './database-error.ts'
import type { Rows, RunRead } from './run-read.ts'
import { codeOf } from './transient.ts'

/**
 * What a query gives that only reads; that to `EXPLAIN …` is its plan, in one column of lines. Rejects with a DatabaseError
 * where it writes, and with a RangeError where a bigint among the parameters has more than 64 bits, of which the driver would
 * leave some out.
 */
export async function runCypher(
  run: RunRead,
  text: string,
  parameters: Readonly<Record<string, CypherParameter>> = {},
  options: CypherOptions = {},
): Promise<CypherResult> {
  checkIntegers(parameters)
  const { onNotice, ...limits } = options
  if (onNotice) {
    for (const notice of await noticesOn(text, (names) => run(names, {}, limits))) onNotice(notice)
  }
  const { columns, rows, plan } = await run(text, parameters, options).catch((error: unknown) => {
    throw queryError(error)
  })
  if (plan) {
    const { planLines } = await import('./plan-lines.ts')
    return { columns: ['plan'], rows: planLines(plan).map((line) => [line]) }
  }
  // Only this needs the driver's own module, which takes long to load.
  const { cypherValue } = await import('./cypher-values.ts')
  return { columns, rows: rows.map((row) => row.map((value) => cypherValue(value))) }
}

/** Problems of a server that has answered. */
const answered: ReadonlySet<DatabaseProblem> = new Set(['refused', 'not allowed', 'failed', 'timeout'])

const namesInUse = `CALL db.labels() YIELD label WITH collect(label) AS labels
CALL db.relationshipTypes() YIELD relationshipType WITH labels, collect(relationshipType) AS types
CALL db.propertyKeys() YIELD propertyKey RETURN labels, types, collect(propertyKey) AS propertyKeys`

/** Of names in the query that nothing in the database has, in the words in which memory tells of them. */
async function noticesOn(
  text: string,
  ask: (text: string) => Promise<Rows>,
): Promise<readonly CypherNotice[]> {
  try {
    const [names] = (await ask(namesInUse)).rows
    const { noticesOf } = await import('../../cypher/notices.ts')
    return names ? noticesOf(text, names.toObject() as unknown as KnownNames) : []
  } catch (error) {
    // Not every user may ask for names, and the query comes first, unless the server cannot be reached.
    if (error instanceof DatabaseError && answered.has(error.problem)) return []
    throw error
  }
}

function checkIntegers(value: CypherParameter): void {
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) !== value) {
    throw new RangeError(
      `${value} is no INTEGER of Cypher, which has 64 bits: give it as a number or as text.`,
    )
  }
  if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) checkIntegers(one)
}

/** What a server refuses here is a mistake of whoever wrote the query, and stays as the driver tells it. */
function queryError(error: unknown): unknown {
  if (!(error instanceof DatabaseError) || error.problem !== 'refused') return error
  return codeOf(error.cause) === 'Neo.ClientError.Statement.AccessMode'
    ? writesError(error.cause)
    : error.cause
}

function writesError(cause: unknown): DatabaseError {
  return new DatabaseError(
    'read only',
    'this query writes; stancegraph only reads from the database, so write with other tools, such as cypher-shell.',
    { cause },
  )
}

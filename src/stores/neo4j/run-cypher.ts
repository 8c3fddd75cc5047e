/** Runs queries of users. */
import type { CypherParameter, CypherResult } from '../../cypher/result.ts'
import type { CypherOptions } from '../graph-store.ts'
import { DatabaseError } from './database-error.ts'
import type { RunRead } from './run-read.ts'
import { codeOf } from './transient.ts'

/**
 * What a query gives that only reads; that to `EXPLAIN …` is its plan, in one column of lines. Rejects with a DatabaseError where it writes, and with a RangeError where a bigint
 * among the parameters has more than 64 bits, of which the driver would leave some out.
 */
export async function runCypher(
  run: RunRead,
  text: string,
  parameters: Readonly<Record<string, CypherParameter>> = {},
  options: CypherOptions = {},
): Promise<CypherResult> {
  checkIntegers(parameters)
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

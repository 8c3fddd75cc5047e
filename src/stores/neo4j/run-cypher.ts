/** Runs queries of users. */
import type { CypherParameter, CypherResult } from '../../cypher/result.ts'
import { DatabaseError } from './database-error.ts'
import type { RunRead } from './run-read.ts'
import { codeOf } from './transient.ts'

/**
 * What a query gives that only reads. Rejects with a DatabaseError where it writes, and with a RangeError where a bigint
 * among the parameters has more than 64 bits, of which the driver would leave some out.
 */
export async function runCypher(
  run: RunRead,
  text: string,
  parameters: Readonly<Record<string, CypherParameter>> = {},
): Promise<CypherResult> {
  checkIntegers(parameters)
  const { columns, rows } = await run(text, parameters).catch((error: unknown) => {
    throw queryError(error)
  })
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

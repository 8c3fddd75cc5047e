/** Tells what is wrong with a query, in the same manner whichever store says so. */
import { CypherError } from '../cypher/cypher-error.ts'
import { visible } from '../diagnostics/visible.ts'
import { CommandFailure, exitCodes } from './exit-codes.ts'

/**
 * What ends the command for an error of a query, once its message is on standard error with its place in `text`; an error
 * that is not about the query stays as it is.
 */
export async function explainFailure(error: unknown, text: string): Promise<unknown> {
  if (!(error instanceof Error)) return error
  if (error instanceof CypherError) return await explainCypherError(error, text)
  if (error.name === 'Neo4jError') return explainServerError(error)
  return isWriting(error) ? new CommandFailure(exitCodes.usage, error.message) : error
}

async function explainCypherError(error: CypherError, text: string): Promise<CommandFailure> {
  const { renderCypherError } = await import('../cypher/syntax/render-error.ts')
  const { errorClass, detail, phase, message, place } = error
  const hint = hintOf(error)
  const reworded = new CypherError([errorClass, detail], phase, message, {
    ...(place && { place }),
    ...(hint !== undefined && { hint }),
  })
  process.stderr.write(`${renderCypherError(reworded, text)}\n`)
  // Another machine, or more time, may be enough for the same query.
  const isLimit = errorClass === 'LimitExceeded'
  return new CommandFailure(isLimit ? exitCodes.environment : exitCodes.usage, '')
}

/** What helps on the command line, which has an option for one of the limits alone. */
function hintOf({ errorClass, detail, hint }: CypherError): string | undefined {
  if (errorClass === 'ParameterMissing') return parameterHint
  return (errorClass === 'LimitExceeded' && hint !== undefined && limitHints.get(detail)) || hint
}

const parameterHint =
  'Give it as in --param who=Blinken; for a day, write date($day) and --param day=2024-08-01.'

const limitHints: ReadonlyMap<string, string> = new Map([
  ['Time', 'Narrow its patterns, add a LIMIT, or give it more time with --timeout.'],
  ['Steps', 'Begin its patterns at few nodes.'],
  ['Rows', 'Add a LIMIT, or count them.'],
  [
    'Memory',
    'Add a LIMIT, return less of each row, or narrow it before DISTINCT, ORDER BY and aggregations.',
  ],
])

/** A server words what is wrong with a query itself, over several lines, with a caret. */
function explainServerError(error: Error): CommandFailure {
  const kind = 'code' in error ? (String(error.code).split('.').at(-1) ?? '') : ''
  const lines = `${kind}: ${error.message}`.split(/\r?\n/).map(visible)
  if (kind === 'ParameterMissing') lines.push(`hint: ${parameterHint}`)
  process.stderr.write(`${lines.join('\n')}\n`)
  return new CommandFailure(exitCodes.usage, '')
}

function isWriting(error: Error): boolean {
  return 'problem' in error && error.problem === 'read only'
}

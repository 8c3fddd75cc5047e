/** Which errors of a server or a connection pass by themselves. */

/** Nothing came from the server for so long that the connection counts as lost. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
}

/** The code of an error that the driver threw; undefined for other errors. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** What the driver makes of a connection that cannot be made, or is lost in the middle. */
const connectionCodes: ReadonlySet<string> = new Set(['ServiceUnavailable', 'SessionExpired'])

/** Errors of classes that are permanent as a rule, but which go away by waiting. */
const passingCodes: ReadonlySet<string> = new Set([
  // The servers of a cluster have just agreed on another leader. A driver for neo4j:// finds it, one for bolt:// can
  // hope that this server becomes it again.
  'Neo.ClientError.Cluster.NotALeader',
  // The server forgot who we are, as after a change of its permissions; the driver then tells it again.
  'Neo.ClientError.Security.AuthorizationExpired',
  // A transaction of somebody else held a lock for longer than ours may take.
  'Neo.ClientError.Transaction.TransactionTimedOut',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
])

/** Transient by their class, though somebody or something stopped the transaction on purpose. */
const stoppedCodes: ReadonlySet<string> = new Set([
  'Neo.TransientError.Transaction.Terminated',
  'Neo.TransientError.Transaction.LockClientStopped',
])

/** Whether the same transaction may go through when it is tried again. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error)
  if (isUncertain(error)) return true
  if (code === undefined || stoppedCodes.has(code)) return false
  return code.startsWith('Neo.TransientError.') || passingCodes.has(code)
}

/** Whether there is no connection to the server, or not any more; one that is lost while it is made is a `ProtocolError`. */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  if (code === 'ProtocolError') return /Connection was closed/.test((error as Error).message)
  return connectionCodes.has(code)
}

/** Whether a transaction may have been committed though it failed, as its answer did not come. */
export function isUncertain(error: unknown): boolean {
  return error instanceof NoAnswerError || isConnectionLost(error)
}

/** Whether the transaction was too large for the memory that it may take, so that a smaller one may do. */
export function isOutOfMemory(error: unknown): boolean {
  return /\.\w*OutOfMemory\w*$/.test(codeOf(error) ?? '')
}

/** Whether the transaction took longer than it may: it was too large, or waited for a lock. */
export function isTimedOut(error: unknown): boolean {
  return /\.TransactionTimedOut\w*$/.test(codeOf(error) ?? '')
}

/**
 * The error of a transaction that ran for `milliseconds` where it may run for `longest`: one that was stopped after that,
 * while it waited for a lock, ran out of time, though its code does not say so.
 */
export function asTimedOut(error: unknown, milliseconds: number, longest: number): unknown {
  if (milliseconds < longest || !/\.LockClientStopped$/.test(codeOf(error) ?? '')) return error
  const code = 'Neo.ClientError.Transaction.TransactionTimedOut'
  return Object.assign(new Error((error as Error).message, { cause: error }), { name: 'Neo4jError', code })
}

/** What a transaction met in the database is not what a query found there before. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
}

const conflictCodes: ReadonlySet<string> = new Set([
  // Something is there already, or something hangs on a node that is to be deleted.
  'Neo.ClientError.Schema.ConstraintValidationFailed',
  // Something is not there any more.
  'Neo.ClientError.Statement.EntityNotFound',
])

/** Whether somebody changed the database since it was read, so that it must be read again. */
export function isConflict(error: unknown): boolean {
  return error instanceof ConflictError || conflictCodes.has(codeOf(error) ?? '')
}

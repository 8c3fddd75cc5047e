import { describe, expect, it } from 'vitest'
import {
  asTimedOut,
  ConflictError,
  isConflict,
  isOutOfMemory,
  isTimedOut,
  isTransient,
  isUncertain,
  NoAnswerError,
} from '../../../src/stores/neo4j/transient.ts'

function coded(code: string): Error {
  return Object.assign(new Error('…'), { name: 'Neo4jError', code })
}

describe('an error that passes', () => {
  it.each([
    // The driver's own: no connection, or one that was lost; for neo4j:// also when the leader has changed.
    'ServiceUnavailable',
    'SessionExpired',
    // A cluster, a restart, or a database that is being moved.
    'Neo.ClientError.Cluster.NotALeader',
    'Neo.TransientError.Cluster.ReplicationFailure',
    'Neo.TransientError.General.DatabaseUnavailable',
    'Neo.TransientError.Database.DatabaseUnavailable',
    'Neo.TransientError.Transaction.BookmarkTimeout',
    'Neo.TransientError.Transaction.LeaseExpired',
    // Others who work on the same things.
    'Neo.TransientError.Transaction.DeadlockDetected',
    'Neo.TransientError.Transaction.LockAcquisitionTimeout',
    'Neo.TransientError.Transaction.Outdated',
    'Neo.TransientError.Transaction.ConstraintsChanged',
    'Neo.TransientError.Transaction.MaximumTransactionLimitReached',
    'Neo.ClientError.Transaction.TransactionTimedOut',
    'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
    // A server that has too much to do.
    'Neo.TransientError.Request.NoThreadsAvailable',
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    'Neo.TransientError.General.OutOfMemoryError',
    'Neo.ClientError.Security.AuthorizationExpired',
  ])('is %s', (code) => {
    expect(isTransient(coded(code))).toBe(true)
  })

  it('is a connection that says nothing any more', () => {
    expect(isTransient(new NoAnswerError('…'))).toBe(true)
  })

  it.each([
    // Somebody has ended the transaction on purpose.
    'Neo.TransientError.Transaction.Terminated',
    'Neo.TransientError.Transaction.LockClientStopped',
    'Neo.ClientError.Transaction.Terminated',
    'Neo.ClientError.Transaction.LockClientStopped',
    // Not the one of the cluster that writes, or one that is to be read only: a driver for neo4j:// has SessionExpired.
    'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase',
    'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase',
    'Neo.ClientError.Database.DatabaseNotFound',
    'Neo.ClientError.Security.Unauthorized',
    'Neo.ClientError.Security.Forbidden',
    'Neo.ClientError.Statement.SyntaxError',
    'Neo.ClientError.Schema.ConstraintValidationFailed',
    'Neo.DatabaseError.General.UnknownError',
    'ProtocolError',
    'N/A',
  ])('is not %s', (code) => {
    expect(isTransient(coded(code))).toBe(false)
  })

  it('is not an error of a program', () => {
    expect([new TypeError('…'), new ConflictError('…'), undefined, 'text'].map(isTransient)).not.toContain(
      true,
    )
  })
})

it('tells what is too large, too slow or uncertain', () => {
  const codes = [
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    'Neo.TransientError.General.TransactionOutOfMemoryError',
    'Neo.TransientError.General.OutOfMemoryError',
    'Neo.ClientError.Transaction.TransactionTimedOut',
    'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
    'Neo.TransientError.Transaction.DeadlockDetected',
    'ServiceUnavailable',
  ]
  const those = (is: (error: unknown) => boolean) => codes.filter((code) => is(coded(code)))
  expect(those(isOutOfMemory)).toEqual(codes.slice(0, 3))
  expect(those(isTimedOut)).toEqual(codes.slice(3, 5))
  expect(those(isUncertain)).toEqual(['ServiceUnavailable'])
  expect(isUncertain(new NoAnswerError('…'))).toBe(true)
})

it('takes a transaction that was stopped after its time for one that took too long', () => {
  const stopped = coded('Neo.ClientError.Transaction.LockClientStopped')
  expect(isTimedOut(asTimedOut(stopped, 1000, 1000))).toBe(true)
  expect(asTimedOut(stopped, 999, 1000)).toBe(stopped)
  const other = coded('Neo.ClientError.Transaction.Terminated')
  expect(asTimedOut(other, 1000, 1000)).toBe(other)
})

it('tells what was changed by others since it was read', () => {
  expect(isConflict(new ConflictError('…'))).toBe(true)
  expect(isConflict(coded('Neo.ClientError.Schema.ConstraintValidationFailed'))).toBe(true)
  expect(isConflict(coded('Neo.ClientError.Statement.EntityNotFound'))).toBe(true)
  expect(isConflict(coded('Neo.ClientError.Schema.ConstraintCreationFailed'))).toBe(false)
})

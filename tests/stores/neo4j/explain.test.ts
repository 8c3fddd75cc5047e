import { Neo4jError } from 'neo4j-driver'
import { describe, expect, test } from 'vitest'
import { explain } from '../../../src/stores/neo4j/explain.ts'
import type { Place } from '../../../src/stores/neo4j/faults.ts'

/** As the driver makes them. */
function driverError(code: string, message: string, cause?: Error): Neo4jError {
  return new Neo4jError(message, code, '50N42', 'error: general processing exception', undefined, cause)
}

const place: Place = { url: 'bolt://db.example:7687', database: 'news' }
const server = 'the server at `bolt://db.example:7687`'

function explained(error: Error, where: Place = place): unknown {
  return explain(error, where)
}

describe('What is explained', () => {
  test.each([
    [
      'Neo.ClientError.Security.Forbidden',
      "Create node with labels 'Entity' on database 'news' is not allowed for user 'reader' with roles [PUBLIC].",
      'not allowed',
      `${server} does not allow this (Create node with labels 'Entity' on database 'news' is not allowed for user 'reader' with roles [PUBLIC]); ask for the permission, or give another user name.`,
    ],
    [
      'Neo.ClientError.Security.TokenExpired',
      'The token has expired.',
      'not allowed',
      `${server} does not allow this (The token has expired); ask for the permission, or give another user name.`,
    ],
    [
      'Neo.ClientError.Cluster.NotALeader',
      'No write operations are allowed directly on this database.',
      'read only',
      `${server} is not the one of its cluster that can write; write \`neo4j://db.example:7687\`, which finds that one.`,
    ],
    [
      'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
      'The allocation of an extra 2.0 MiB would use more than the limit 8.0 MiB.',
      'failed',
      `${server} could not do this (The allocation of an extra 2.0 MiB would use more than the limit 8.0 MiB); run this again.`,
    ],
    [
      'Neo.TransientError.General.DatabaseUnavailable',
      'The database is not currently available.',
      'failed',
      `the database \`news\` on ${server} is not available at the moment; run this again in a while, and see the logs of the server if that does not help.`,
    ],
    [
      'Neo.DatabaseError.Transaction.TransactionCommitFailed',
      'No space left\n on device.',
      'failed',
      `${server} has a fault of its own (No space left on device); see what its logs say.`,
    ],
    [
      'Neo.ClientError.Procedure.ProcedureCallFailed',
      'Failed to invoke procedure: There is no such fulltext schema index: stancegraph names',
      'damaged',
      `the database \`news\` lacks an index that questions need, as after a bulk import; load the project with \`stancegraph load\`, which makes it.`,
    ],
    [
      'Neo.ClientError.Statement.NotSystemDatabaseError',
      'This is not allowed here.',
      'refused',
      `${server} refuses what it is asked (This is not allowed here); see whether the server and the database are the ones that were meant, and please report this if they are.`,
    ],
    [
      'SessionExpired',
      'Connection was closed by server',
      'unreachable',
      `the connection to ${server} was lost; see whether it is running, and run this again.`,
    ],
    [
      'ServiceUnavailable',
      'Failed to connect to server. Caused by: connect EHOSTUNREACH 10.0.0.1:7687',
      'unreachable',
      'there is no way from this computer to `bolt://db.example:7687`; see whether the address is right and the network is up, and run this again.',
    ],
    [
      'ServiceUnavailable',
      'Failed to connect to server. Caused by: getaddrinfo EAI_AGAIN db.example',
      'name not found',
      'the name of the host in `bolt://db.example:7687` cannot be looked up; see whether this computer is connected to a network, and run this again.',
    ],
    [
      'ServiceUnavailable',
      'Server certificate is not trusted. If you trust … Socket responded with: CERT_HAS_EXPIRED',
      'encryption',
      `the certificate of ${server} is not valid (CERT_HAS_EXPIRED); have it renewed, or if you trust the server all the same, write \`bolt+ssc://db.example:7687\`.`,
    ],
  ])('%s: %s', (code, text, problem, message) => {
    const error = driverError(code, text)
    expect(explained(error)).toMatchObject({ name: 'DatabaseError', problem, message, cause: error })
  })

  test('is found among the causes', () => {
    const discovery = (cause?: Error) =>
      driverError('ServiceUnavailable', 'Could not perform discovery. No routing servers available.', cause)
    const routed = { url: 'neo4j+s://db.example' }
    expect(explained(discovery(), routed)).toMatchObject({
      problem: 'unreachable',
      message:
        'the server at `neo4j+s://db.example` does not say which servers its cluster has; to ask this one alone, write `bolt+s://db.example`.',
    })
    const refused = driverError('SessionExpired', 'Caused by: connect ECONNREFUSED 10.0.0.1:7687')
    expect(explained(discovery(refused), routed)).toMatchObject({
      problem: 'unreachable',
      message: 'nothing listens at `neo4j+s://db.example`; start the server, or give another address.',
    })
    const unavailable = driverError('Neo.TransientError.General.DatabaseUnavailable', 'Not available.')
    expect(explained(discovery(unavailable), routed)).toMatchObject({ problem: 'failed' })
  })

  test('does not depend on what is in the graph', () => {
    const error = driverError('Neo.ClientError.Schema.ConstraintValidationFailed', 'There is `ECONNREFUSED`.')
    expect(explained(error)).toMatchObject({ problem: 'refused' })
  })

  test('has no user name, password, path or query of the address in it', () => {
    const error = driverError('SessionExpired', 'Connection was closed by server')
    for (const rest of [
      'db.example',
      'me:p@ss@db.example',
      'me:p/w@db.example/x?y=1#z',
      'db.example?p@db.example',
    ]) {
      expect(explained(error, { url: `bolt://${rest}` })).toMatchObject({
        message:
          'the connection to the server at `bolt://db.example` was lost; see whether it is running, and run this again.',
      })
    }
    expect(explained(error, {})).toMatchObject({
      message: 'the connection to the server was lost; see whether it is running, and run this again.',
    })
  })
})

describe('What is returned as it is', () => {
  test('is all that is not of the driver or the server', () => {
    const own = driverError('ResultConsumedError', 'The result is consumed.')
    expect(explained(own)).toBe(own)
    const other = new RangeError('connect ECONNREFUSED')
    expect(explained(other)).toBe(other)
    expect(explain('text', place)).toEqual(new Error('text'))
  })
})

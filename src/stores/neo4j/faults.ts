/** The faults of servers and networks that are known, and how each is worded for people. */
import type { DatabaseProblem } from './database-error.ts'
import { oldestVersion } from './server-version.ts'

/** Where something went wrong, as far as is known. */
export interface Place {
  /** The address as given; what it has of user names and passwords is never printed. */
  readonly url?: string
  /** Absent for the default database. */
  readonly database?: string
  /** Nothing has come from the server yet: if it closes the connection, it may be one that it never takes. */
  readonly opening?: boolean
}

/** The codes of an error and its causes, and all that they say. */
export interface Fault {
  readonly codes: readonly string[]
  readonly text: string
  /** The message of the error itself, on one line and without a full stop. */
  readonly message: string
}

/** A kind of fault: recognized by a code of the server, by what the driver says, or by both. */
export interface FaultKind {
  readonly code?: RegExp
  readonly text?: RegExp
  /** It is one only where an unencrypted connection is being opened. */
  readonly opening?: true
  readonly problem: DatabaseProblem
  readonly word: (place: Place, fault: Fault) => string
}

/** An address without user name, password, path and query, in backticks. */
export function addressOf(url: string): string {
  const [, scheme = '', rest = ''] = /^([a-z][\w+.-]*:\/\/)?([^]*)$/i.exec(url) ?? []
  const host = rest.slice(rest.lastIndexOf('@') + 1).replace(/[/?#][^]*$/, '')
  return `\`${scheme}${host}\``
}

/** `the server at …`, or less where the address is not known. */
export function serverAt({ url }: Place): string {
  return url === undefined ? 'the server' : `the server at ${addressOf(url)}`
}

function address({ url }: Place): string {
  return url === undefined ? 'the address' : addressOf(url)
}

function database({ database }: Place): string {
  return database === undefined ? 'the default database' : `the database \`${database}\``
}

/** The address with `bolt` or `neo4j` and its encryption (`+s`, `+ssc` or none) changed. */
function rewritten({ url = 'bolt://…' }: Place, changes: { kind?: string; encryption?: string }): string {
  const [, kind = '', encryption = '', host = ''] = /^`(\w+)(\+\w+)?:\/\/([^]*)$/.exec(addressOf(url)) ?? []
  const now = { kind, encryption, ...changes }
  return `\`${now.kind}${now.encryption}://${host}`
}

const trusted = 'if you trust the server all the same, write'

/** All of them; the first that fits counts. */
export const faultKinds: readonly FaultKind[] = [
  {
    text: /ECONNREFUSED/,
    problem: 'unreachable',
    word: (place) => `nothing listens at ${address(place)}; start the server, or give another address.`,
  },
  {
    text: /ENOTFOUND/,
    problem: 'name not found',
    word: (place) => `there is no host with the name in ${address(place)}; give another address.`,
  },
  {
    text: /EAI_AGAIN/,
    problem: 'name not found',
    word: (place) =>
      `the name of the host in ${address(place)} cannot be looked up; see whether this computer is connected to a network, and run this again.`,
  },
  {
    text: /EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM/,
    problem: 'unreachable',
    word: (place) =>
      `there is no way from this computer to ${address(place)}; see whether the address is right and the network is up, and run this again.`,
  },
  {
    text: /acquisition timed out|Failed to establish connection in|didn't respond in|ETIMEDOUT/,
    problem: 'timeout',
    word: (place) =>
      `${serverAt(place)} does not answer; see whether it is Neo4j and running, and whether a firewall stands between.`,
  },
  {
    text: /(?:SELF_SIGNED_CERT|UNABLE_TO_(?:VERIFY_LEAF|GET_ISSUER))/,
    problem: 'encryption',
    word: (place) =>
      `nobody that this computer knows vouches for the certificate of ${serverAt(place)}, as it is self-signed or of an authority of its own; ${trusted} ${rewritten(place, { encryption: '+ssc' })}.`,
  },
  {
    text: /certificate is not trusted|did not return any valid certificates/,
    problem: 'encryption',
    word: (place, { text }) =>
      `the certificate of ${serverAt(place)} is not valid (${/responded with: (\S+)/.exec(text)?.[1] ?? 'there is none'}); have it renewed, or ${trusted} ${rewritten(place, { encryption: '+ssc' })}.`,
  },
  {
    text: /before secure TLS connection was established|SSL routines|wrong version number|EPROTO/,
    problem: 'encryption',
    word: (place) =>
      `${serverAt(place)} does not take encrypted connections; write ${rewritten(place, { encryption: '' })}.`,
  },
  {
    text: /Server responded HTTP/,
    problem: 'not neo4j',
    word: (place) =>
      `what answers at ${address(place)} speaks HTTP and not Bolt; give the port for Bolt, which usually is 7687.`,
  },
  {
    text: /Unknown Bolt protocol version: 0\.0/,
    problem: 'too old',
    word: (place) =>
      `${serverAt(place)} speaks no version of Bolt that is known here; it needs to be Neo4j ${oldestVersion} or newer.`,
  },
  {
    text: /Unknown Bolt protocol version/,
    problem: 'not neo4j',
    word: (place) => `what answers at ${address(place)} is not Neo4j; give the address of a Neo4j server.`,
  },
  {
    text: /Connection was closed by server|ECONNRESET|EPIPE/,
    opening: true,
    problem: 'encryption',
    word: (place) =>
      `${serverAt(place)} closes unencrypted connections, or is not Neo4j; for an encrypted one, write ${rewritten(place, { encryption: '+s' })}, or ${rewritten(place, { encryption: '+ssc' })} if its certificate is self-signed.`,
  },
  {
    code: /\.Security\.Unauthorized$/,
    text: /scheme 'none'/,
    problem: 'no password',
    word: (place) => `${serverAt(place)} asks for a password and none was given; set NEO4J_PASSWORD.`,
  },
  {
    code: /\.Security\.Unauthorized$/,
    problem: 'wrong password',
    word: (place) =>
      `${serverAt(place)} does not know this user name with this password; set NEO4J_USERNAME and NEO4J_PASSWORD to others.`,
  },
  {
    code: /\.Security\.AuthenticationRateLimit$/,
    problem: 'wrong password',
    word: (place) =>
      `${serverAt(place)} was given too many wrong passwords; wait some seconds, and run this again with the right one.`,
  },
  {
    code: /\.Security\.CredentialsExpired$/,
    problem: 'wrong password',
    word: (place) =>
      `${serverAt(place)} wants this password changed before it is used; do that with \`ALTER CURRENT USER SET PASSWORD\` in cypher-shell or Neo4j Browser, and run this again with the new one.`,
  },
  {
    code: /\.Database\.DatabaseNotFound$/,
    problem: 'no database',
    word: (place) =>
      `there is no ${place.database === undefined ? 'default database' : `database \`${place.database}\``} on ${serverAt(place)}; give another one: \`SHOW DATABASES\` lists them.`,
  },
  {
    code: /\.(?:WriteOnReadOnlyAccessDatabase|ReadOnly)$/,
    problem: 'read only',
    word: (place) =>
      `${database(place)} on ${serverAt(place)} is read-only; make it writable in the settings of the server, or give another one.`,
  },
  {
    code: /\.(?:NotALeader|ForbiddenOnReadOnlyDatabase)$/,
    problem: 'read only',
    word: (place) =>
      `${serverAt(place)} is not the one of its cluster that can write; write ${rewritten(place, { kind: 'neo4j' })}, which finds that one.`,
  },
  {
    code: /\.Security\.(?!Unauthorized)/,
    problem: 'not allowed',
    word: (place, { message }) =>
      `${serverAt(place)} does not allow this (${message}); ask for the permission, or give another user name.`,
  },
  {
    code: /\.(?:DatabaseUnavailable|DatabaseNotAvailable)$/,
    problem: 'failed',
    word: (place) =>
      `${database(place)} on ${serverAt(place)} is not available at the moment; run this again in a while, and see the logs of the server if that does not help.`,
  },
  {
    code: /^ServiceUnavailable$/,
    text: /Could not perform discovery/,
    problem: 'unreachable',
    word: (place) =>
      `${serverAt(place)} does not say which servers its cluster has; to ask this one alone, write ${rewritten(place, { kind: 'bolt' })}.`,
  },
  {
    code: /^(?:ServiceUnavailable|SessionExpired)$/,
    problem: 'unreachable',
    word: (place) =>
      `the connection to ${serverAt(place)} was lost; see whether it is running, and run this again.`,
  },
  {
    code: /^ProtocolError$/,
    text: /Connection was closed/,
    problem: 'unreachable',
    word: (place) =>
      `the connection to ${serverAt(place)} was lost; see whether it is running, and run this again.`,
  },
  {
    code: /\.Transaction\.TransactionTimedOut/,
    problem: 'timeout',
    word: (place, { message }) =>
      `${serverAt(place)} ended a transaction that took too long (${message}); run this again.`,
  },
  {
    code: /\.Transaction\.(?:LockClientStopped|Terminated)$/,
    problem: 'timeout',
    word: (place) =>
      `${serverAt(place)} ended a transaction: it took longer than the server's settings allow, or somebody ended it; run this again.`,
  },
  {
    code: /^Neo\.ClientError\.Procedure\.ProcedureCallFailed$/,
    text: /no such fulltext schema index: stancegraph/,
    problem: 'damaged',
    word: (place) =>
      `${database(place)} lacks an index that questions need, as after a bulk import; load the project with \`stancegraph load\`, which makes it.`,
  },
  {
    code: /^Neo\.TransientError\./,
    problem: 'failed',
    word: (place, { message }) => `${serverAt(place)} could not do this (${message}); run this again.`,
  },
  {
    code: /^Neo\.DatabaseError\./,
    problem: 'failed',
    word: (place, { message }) =>
      `${serverAt(place)} has a fault of its own (${message}); see what its logs say.`,
  },
  {
    code: /^Neo\./,
    problem: 'refused',
    word: (place, { message }) =>
      `${serverAt(place)} refuses what it is asked (${message}); see whether the server and the database are the ones that were meant, and please report this if they are.`,
  },
]

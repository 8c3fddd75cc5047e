/** Gets user name and password for a server: from the environment, or from the person at the terminal. */
import { createInterface, type Interface } from 'node:readline'
import { Writable } from 'node:stream'
import type { Credentials } from '../stores/neo4j/connect.ts'
import { DatabaseError } from '../stores/neo4j/database-error.ts'
import { CommandFailure, exitCodes } from './exit-codes.ts'

/**
 * NEO4J_USERNAME (by default `neo4j`) and NEO4J_PASSWORD, which is asked for on a terminal where it is not set. None
 * where the password is empty: for a server that needs none. Rejects with a DatabaseError where nobody can be asked.
 */
export async function readCredentials(): Promise<Credentials | undefined> {
  const { NEO4J_USERNAME: username = 'neo4j', NEO4J_PASSWORD } = process.env
  const password = NEO4J_PASSWORD ?? (await askPassword(`Password of ${username}: `))
  return password === '' ? undefined : { username, password }
}

async function askPassword(prompt: string): Promise<string> {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) {
    throw noPassword()
  }
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  // From here on the terminal shows nothing of what is typed; only then is it time to ask.
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true, historySize: 0 })
  stderr.write(prompt)
  try {
    return await lineOf(lines)
  } finally {
    lines.close()
    stderr.write('\n')
  }
}

function lineOf(lines: Interface): Promise<string> {
  return new Promise((resolve, reject) => {
    lines.once('line', resolve)
    lines.once('SIGINT', () => reject(new CommandFailure(exitCodes.interrupted, '')))
    // Ctrl-D; after the others, it changes nothing any more.
    lines.once('close', () => reject(noPassword()))
  })
}

function noPassword(): DatabaseError {
  return new DatabaseError(
    'no password',
    'no password was given; set NEO4J_PASSWORD, or run this in a terminal to be asked.',
  )
}

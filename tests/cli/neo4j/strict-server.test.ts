/** What a command says to a server that takes encrypted connections only, and later no changes either. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runScript, startServer, type OwnServer, type ServerVersion } from '../../neo4j/server.ts'
import { describeOnOwnServers } from '../../neo4j/servers.ts'
import { runBeside, type TimedRun } from './run-beside.ts'

/** A certificate for this machine that nobody but itself vouches for, with its key. */
function makeCertificate(folder: string): void {
  const files = ['-keyout', join(folder, 'private.key'), '-out', join(folder, 'public.crt')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...files, ...subject],
    {
      stdio: 'pipe',
    },
  )
}

function encryptedOnly(folder: string): Record<string, string> {
  return {
    'server.bolt.tls_level': 'REQUIRED',
    'dbms.ssl.policy.bolt.enabled': 'true',
    'dbms.ssl.policy.bolt.base_directory': folder,
  }
}

describeOnOwnServers('A command', (version: ServerVersion) => {
  const folder = mkdtempSync(join(tmpdir(), 'stancegraph-strict-'))
  let server: OwnServer
  beforeAll(async () => {
    makeCertificate(folder)
    server = await startServer({ version, settings: encryptedOnly(folder) })
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })

  /** The address of the server with another scheme. */
  const as = (scheme: string) => server.url.replace(/^bolt/, scheme)
  const run = (...args: readonly string[]): Promise<TimedRun> =>
    runBeside(args, { NEO4J_USERNAME: server.username, NEO4J_PASSWORD: server.password })

  test('says that the server takes encrypted connections only', async () => {
    for (const scheme of ['bolt', 'neo4j']) {
      expect(await run('load', '--neo4j', as(scheme))).toMatchObject({
        exitCode: 3,
        stdout: '',
        stderr: `stancegraph: the server at \`${as(scheme)}\` closes unencrypted connections, or is not Neo4j; for an encrypted one, write \`${as(`${scheme}+s`)}\`, or \`${as(`${scheme}+ssc`)}\` if its certificate is self-signed.\n`,
      })
    }
  })

  test('says that the certificate is self-signed', async () => {
    for (const scheme of ['bolt', 'neo4j']) {
      const encrypted = as(`${scheme}+s`)
      expect(await run('load', '--neo4j', encrypted)).toMatchObject({
        exitCode: 3,
        stdout: '',
        stderr: `stancegraph: nobody that this computer knows vouches for the certificate of the server at \`${encrypted}\`, as it is self-signed or of an authority of its own; if you trust the server all the same, write \`${as(`${scheme}+ssc`)}\`.\n`,
      })
    }
  })

  test('works with such a certificate where it is trusted', async () => {
    expect(await run('load', '--neo4j', as('neo4j+ssc'))).toMatchObject({ exitCode: 0, stderr: '' })
    const answer = await run('stances', 'CNE result', '--neo4j', as('bolt+ssc'))
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' })
    expect(answer.stdout).toContain('Stances on ')
  })

  test('asks a read-only server, and says that it cannot load into it', async () => {
    // What is killed has to recover, and cannot where it may not write.
    expect(await runScript(['stop', '--home', server.home])).toMatchObject({ exitCode: 0 })
    const settings = { ...encryptedOnly(folder), 'server.databases.default_to_read_only': 'true' }
    const readOnly = await startServer({ version, home: server.home, settings })
    const url = readOnly.url.replace(/^bolt/, 'neo4j+ssc')
    try {
      const answer = await run('stances', 'CNE result', '--neo4j', url)
      expect(answer).toMatchObject({ exitCode: 0, stderr: '' })
      expect(await run('load', '--dry-run', '--neo4j', url)).toMatchObject({ exitCode: 0, stderr: '' })
      for (const args of [
        ['--name', 'another'],
        ['--data', 'data/background', '--remove', '--replace'],
      ]) {
        expect(await run('load', ...args, '--neo4j', url)).toMatchObject({
          exitCode: 3,
          stdout: '',
          stderr: `stancegraph: the default database on the server at \`${url}\` is read-only; make it writable in the settings of the server, or give another one.\n`,
        })
      }
    } finally {
      await readOnly.stop()
    }
  })
})

/** Who may ask a server what, and how passwords reach it. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { auth, driver as openDriver, type Driver } from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeOnServers } from '../../neo4j/servers.ts'
import { commandPath } from '../run-command.ts'
import { environment, runBeside, type TimedRun } from './run-beside.ts'

/** Runs a command on a terminal of its own; elsewhere, it takes other options. */
const hasScript = process.platform === 'linux'

describe('A command that asks a server', () => {
  test('says that no password was given where nobody can be asked', async () => {
    expect(await runBeside(['load', '--neo4j', 'bolt://127.0.0.1:1'])).toMatchObject({
      exitCode: 3,
      stdout: '',
      stderr:
        'stancegraph: no password was given; set NEO4J_PASSWORD, or run this in a terminal to be asked.\n',
    })
  })
})

describeOnServers('A command', ({ url, username, password }) => {
  const access = { NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
  /** Of these tests alone, so that nobody else is locked out by wrong passwords. */
  const user = `test-${randomUUID()}`
  const initial = `${randomUUID()}-`
  let driver: Driver
  beforeAll(async () => {
    driver = openDriver(url, auth.basic(username, password))
    await driver.executeQuery('CREATE USER $user SET PASSWORD $initial CHANGE REQUIRED', { user, initial })
  })
  afterAll(async () => {
    await driver.executeQuery('DROP USER $user', { user })
    await driver.close()
  })

  /** What a load says on standard error, having failed with exit code 3 and printed nothing. */
  async function fault(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
    const { exitCode, stdout, stderr } = await runBeside(['load', ...args], env)
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
    return stderr
  }

  test('takes the address from NEO4J_URI, and says which database is not there', async () => {
    const env = { ...access, NEO4J_URI: url }
    expect(await fault(['--database', 'nowhere'], env)).toBe(
      `stancegraph: there is no database \`nowhere\` on the server at \`${url}\`; give another one: \`SHOW DATABASES\` lists them.\n`,
    )
    const routed = url.replace(/^bolt/, 'neo4j')
    expect(await fault(['--database', 'no where', '--neo4j', routed], env)).toBe(
      `stancegraph: there is no database \`no where\` on the server at \`${routed}\`; give another one: \`SHOW DATABASES\` lists them.\n`,
    )
  })

  test('says that the server takes no encrypted connections', async () => {
    for (const scheme of ['bolt+s', 'neo4j+ssc']) {
      const [encrypted, plain] = [scheme, scheme.replace(/\+.*/, '')].map((one) => url.replace(/^bolt/, one))
      expect(await fault(['--neo4j', String(encrypted)], access)).toBe(
        `stancegraph: the server at \`${encrypted}\` does not take encrypted connections; write \`${plain}\`.\n`,
      )
    }
  })

  test('says that the server asks for a password where it is empty', async () => {
    expect(await fault(['--neo4j', url], { NEO4J_PASSWORD: '' })).toBe(
      `stancegraph: the server at \`${url}\` asks for a password and none was given; set NEO4J_PASSWORD.\n`,
    )
  })

  test('says that the password must be changed first', async () => {
    const env = { NEO4J_USERNAME: user, NEO4J_PASSWORD: initial }
    expect(await fault(['--neo4j', url], env)).toBe(
      `stancegraph: the server at \`${url}\` wants this password changed before it is used; do that with \`ALTER CURRENT USER SET PASSWORD\` in cypher-shell or Neo4j Browser, and run this again with the new one.\n`,
    )
  })

  test('says that the password is wrong, and that there were too many of these', async () => {
    const env = { NEO4J_USERNAME: user, NEO4J_PASSWORD: 'Wr0ng!' }
    const wrong = `stancegraph: the server at \`${url}\` does not know this user name with this password; set NEO4J_USERNAME and NEO4J_PASSWORD to others.\n`
    for (let time = 1; time <= 3; time += 1) expect(await fault(['--neo4j', url], env)).toBe(wrong)
    expect(await fault(['--neo4j', url], env)).toBe(
      `stancegraph: the server at \`${url}\` was given too many wrong passwords; wait some seconds, and run this again with the right one.\n`,
    )
  })

  test.runIf(hasScript)('asks for the password on a terminal, and does not show it', async () => {
    const run = await typeInto(['load', '--neo4j', url, '--database', 'nowhere'], `${password}\r`)
    expect(run.stdout.replaceAll('\r', '')).toBe(
      `Password of neo4j: \nstancegraph: there is no database \`nowhere\` on the server at \`${url}\`; give another one: \`SHOW DATABASES\` lists them.\n`,
    )
    expect(run.exitCode).toBe(3)
  })

  test.runIf(hasScript)('can be stopped where it asks for the password', async () => {
    const run = await typeInto(['load', '--neo4j', url], 'half\u0003')
    expect(run.stdout.replaceAll('\r', '')).toBe('Password of neo4j: \n')
    expect(run.exitCode).toBe(130)
  })
})

/** Runs the command on a terminal, and types `keys` when it asks. What it prints on the terminal is `stdout`. */
function typeInto(args: readonly string[], keys: string): Promise<TimedRun> {
  const start = Date.now()
  const words = [process.execPath, commandPath, ...args].map((word) => `'${word}'`).join(' ')
  const terminal = spawn('script', ['-qefc', words, '/dev/null'], { env: environment() })
  let stdout = ''
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    if (text.includes('Password')) terminal.stdin.write(keys)
  })
  return new Promise((resolve, reject) => {
    terminal.on('error', reject)
    terminal.on('close', (exitCode) => resolve({ exitCode, stdout, stderr: '', took: Date.now() - start }))
  })
}

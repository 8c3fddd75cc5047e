import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { afterAll, describe, expect, test } from 'vitest'
import { endWithThisProcess, freePort, runScript } from '../neo4j/server.ts'
import { describeOnOwnServers } from '../neo4j/servers.ts'

const folder = mkdtempSync(join(tmpdir(), 'neo4j-script-'))
const newFolder = (): string => mkdtempSync(join(folder, 'home-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const see = 'see scripts/neo4j.sh --help.\n'

const wrongUsages: readonly (readonly [args: string, message: string])[] = [
  ['', `Say start, stop, status or fetch; ${see}`],
  ['begin', `There is no command \`begin\`; ${see}`],
  ['start --hoem x', `There is no option \`--hoem\`; ${see}`],
  ['start --port', `\`--port\` needs a value; ${see}`],
  ['start --port 70000', '`70000` is no port; write a number from 0 to 65535.\n'],
  ['start --port bolt', '`bolt` is no port; write a number from 0 to 65535.\n'],
  ['start --set heap', '`heap` is no setting; write KEY=VALUE, such as server.memory.heap.max_size=4g.\n'],
  ['start newest', '`newest` is no version; write lts, current, or a version such as 5.26.30.\n'],
  ['start 4.4.44', 'Neo4j 4.4.44 is too old; take 5 or newer, such as 5.26.30.\n'],
  ['start lts current', 'One version at a time: `5.26.30` or `current`.\n'],
]

describe('scripts/neo4j.sh', () => {
  test.each(wrongUsages)('says what is wrong with `%s`', async (args, message) => {
    const run = await runScript(args === '' ? [] : args.split(' '))
    expect(run).toEqual({ exitCode: 2, stdout: '', stderr: message })
  })

  test('has a help with examples', async () => {
    const { exitCode, stdout, stderr } = await runScript(['--help'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain('  eval "$(scripts/neo4j.sh start)" ')
    expect((await runScript(['start', '--help'])).stdout).toBe(stdout)
  })

  test('says what to install where there is no Java', async () => {
    const nothing = { PATH: newFolder(), JAVA_HOME: '', JVM_FOLDERS: '' }
    expect(await runScript(['start'], nothing)).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        'Neo4j needs Java and Maven, and there is no Java here; install them (Debian: default-jdk-headless maven).\n',
    })
  })

  test('stops nothing where nothing runs', async () => {
    const stderr = 'No Neo4j runs here; start one: scripts/neo4j.sh start\n'
    const home = newFolder()
    expect(await runScript(['stop', '--home', home])).toEqual({ exitCode: 0, stdout: '', stderr })
    expect(await runScript(['status', '--home', home])).toEqual({ exitCode: 1, stdout: '', stderr })
  })
})

describeOnOwnServers('scripts/neo4j.sh', (version) => {
  const wanted = `NEO4J_USERNAME=neo4j NEO4J_PASSWORD=`

  test('starts a server that answers, says so again, and stops it', async () => {
    const home = newFolder()
    endWithThisProcess(home)
    const port = String(await freePort())
    const env = { NEO4J_PASSWORD: 'se"cr\\et 0', JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1' }
    const started = await runScript(['start', version, '--home', home, '--port', port], env)
    expect(started.stdout).toBe(`export NEO4J_URI=bolt://127.0.0.1:${port} ${wanted}se\\"cr\\\\et\\ 0\n`)
    const [pid, , exact] = readFileSync(join(home, 'server'), 'utf8').trim().split(' ')
    expect(started.stderr).toMatch(
      new RegExp(
        `^Starting Neo4j ${exact ?? ''} \\.+ ready on bolt://127.0.0.1:${port} \\(process ${pid ?? ''}\\)\n$`,
      ),
    )
    expect(await versionAt(`bolt://127.0.0.1:${port}`, env.NEO4J_PASSWORD)).toBe(`Neo4j/${exact ?? ''}`)

    expect(await runScript(['start', version, '--home', home], env)).toEqual({
      exitCode: 0,
      stdout: started.stdout,
      stderr: `Neo4j ${exact ?? ''} runs already on bolt://127.0.0.1:${port} (process ${pid ?? ''})\n`,
    })
    expect(await runScript(['start', version, '--home', home, '--port', '1'], env)).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `Neo4j ${exact ?? ''} runs in ${home} already, on port ${port}; stop it first: scripts/neo4j.sh stop --home ${home}\n`,
    })
    const beside = await runScript(['start', version, '--home', newFolder(), '--port', port])
    expect(beside.exitCode).toBe(1)
    expect(beside.stderr).toMatch(
      new RegExp(`^Port ${port} is taken; choose another: scripts/neo4j.sh start --port \\d+\n$`),
    )
    expect(await runScript(['status', '--home', home])).toEqual({
      exitCode: 0,
      stdout: `Neo4j ${exact ?? ''} runs on bolt://127.0.0.1:${port} (process ${pid ?? ''}, folder ${home})\n`,
      stderr: '',
    })

    const stopped = await runScript(['stop', '--home', home])
    expect(stopped.exitCode).toBe(0)
    expect(stopped.stderr).toMatch(
      new RegExp(`^Stopping Neo4j ${exact ?? ''} on port ${port} \\.+ stopped\n$`),
    )
    await expect(versionAt(`bolt://127.0.0.1:${port}`, env.NEO4J_PASSWORD)).rejects.toThrow('ECONNREFUSED')
    expect((await runScript(['status', '--home', home])).exitCode).toBe(1)

    const other = { NEO4J_PASSWORD: 'another password' }
    expect(await runScript(['start', version, '--home', home, '--port', port], other)).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `The server in ${home} has another password than NEO4J_PASSWORD; unset that, or remove the folder to begin anew.\n`,
    })

    const set = ['--set', 'server.no.such=1']
    const failed = await runScript(['start', version, '--home', home, '--port', port, ...set], env)
    expect(failed.exitCode).toBe(1)
    expect(failed.stderr).toContain('No declared setting with name: server.no.such.')
    const ended = `ended while it started; see above and ${home}/logs, and start again.`
    expect(failed.stderr).toMatch(new RegExp(`^Neo4j ${exact ?? ''} ${ended}$`, 'm'))
    expect((await runScript(['status', '--home', home])).exitCode).toBe(1)
  })

  test('shows what is wrong with the settings of a new server', async () => {
    const set = ['--set', 'server.no.such=1']
    const run = await runScript(['start', version, '--home', newFolder(), '--port', '0', ...set])
    expect(run.exitCode).toBe(1)
    expect(run.stderr).toContain('No declared setting with name: server.no.such.')
    expect(run.stderr).toMatch(/^Neo4j [0-9.]+ does not take the password or a setting; see above.$/m)
  })

  test('takes no password that Neo4j would not take', async () => {
    const args = ['start', version, '--home', newFolder(), '--port', '0']
    const { exitCode, stderr } = await runScript(args, { NEO4J_PASSWORD: 'short' })
    expect(stderr).toBe('A password of Neo4j has 8 characters or more; change NEO4J_PASSWORD.\n')
    expect(exitCode).toBe(2)
  })

  test('starts once when several begin at the same time, and stops what it has started', async () => {
    const home = newFolder()
    endWithThisProcess(home)
    // Left by a start that was killed.
    symlinkSync('999999999', join(home, 'starting'))
    const port = String(await freePort())
    const env = { NEO4J_PASSWORD: 'stancegraph-test', JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1' }
    const args = ['start', version, '--home', home, '--port', port]
    const runs = await Promise.all([1, 2, 3].map(() => runScript(args, env)))
    const stdout = `export NEO4J_URI=bolt://127.0.0.1:${port} ${wanted}stancegraph-test\n`
    expect(runs).toEqual(runs.map(({ stderr }) => ({ exitCode: 0, stdout, stderr })))
    const beginnings = runs.map(({ stderr }) => stderr.split(' ')[0])
    expect(beginnings.sort()).toEqual(['Neo4j', 'Neo4j', 'Starting'])
    expect(existsSync(join(home, 'starting'))).toBe(false)

    expect((await runScript(['stop', '--home', home])).stderr).toMatch(/^Stopping .* stopped\n$/)
    await expect(versionAt(`bolt://127.0.0.1:${port}`, env.NEO4J_PASSWORD)).rejects.toThrow('ECONNREFUSED')
  })

  test('fetches once when several begin at the same time, though one was killed before', async () => {
    const copy = copyOfScript()
    const cache = join(copy, '../../node_modules/.cache/neo4j')
    mkdirSync(cache, { recursive: true })
    symlinkSync('999999999', join(cache, 'turn'))
    const runs = await Promise.all([1, 2, 3].map(() => runScript(['fetch', version], {}, copy)))
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0])
    expect(runs.map(({ stderr }) => stderr).join('')).toMatch(
      /^Fetching Neo4j [0-9.]+ from Maven Central, once …\n$/,
    )
  })

  test('says what to install where there is no Maven', async () => {
    const PATH = newFolder()
    for (const tool of ['mkdir', 'sed']) {
      symlinkSync(execFileSync('which', [tool], { encoding: 'utf8' }).trim(), join(PATH, tool))
    }
    expect(await runScript(['fetch', version], { PATH }, copyOfScript())).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: 'There is no Maven to fetch Neo4j with; install it (Debian: maven).\n',
    })
  })

  test('says when there is no such version', async (context) => {
    const none = version === 'lts' ? '5.26.9999' : '2026.09.9999'
    const { exitCode, stderr } = await runScript(['fetch', none], {}, copyOfScript())
    context.skip(!process.env['CI'] && stderr.includes('go online'), 'Maven Central cannot be reached')
    expect(stderr).toBe(
      `Fetching Neo4j ${none} from Maven Central, once …\n` +
        `There is no Neo4j ${none} on Maven Central; write lts (5.26.30), current (2026.09.0) or another version.\n`,
    )
    expect(exitCode).toBe(3)
  })
})

/** The script in a project of its own, with nothing fetched yet. */
function copyOfScript(): string {
  const scripts = join(newFolder(), 'scripts')
  mkdirSync(scripts)
  const copy = join(scripts, 'neo4j.sh')
  copyFileSync(new URL('../../scripts/neo4j.sh', import.meta.url), copy)
  return copy
}

async function versionAt(url: string, password: string): Promise<string | undefined> {
  const driver = neo4j.driver(url, neo4j.auth.basic('neo4j', password))
  try {
    return (await driver.getServerInfo()).agent
  } finally {
    await driver.close()
  }
}

/** Neo4j servers that a test has for itself, to be set up in its own way, killed and started anew. */
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../../scripts/neo4j.sh', import.meta.url))

/** The long-term version, or the newest calendar version. */
export type ServerVersion = 'lts' | 'current'

/** How a server is to be. */
export interface ServerOptions {
  readonly version: ServerVersion
  /** As in neo4j.conf. */
  readonly settings?: Readonly<Record<string, string>>
  /** Its folder, with data or without; a new one unless given. */
  readonly home?: string
  /** A free one unless given. */
  readonly port?: number
}

/** A server that a test has for itself. */
export interface OwnServer {
  readonly url: string
  readonly username: string
  readonly password: string
  readonly home: string
  /** Its process; another one after a restart. */
  readonly pid: number
  /** Ends it with SIGKILL. */
  kill(): Promise<void>
  /** Starts it on the same data, settings and port, and ends it with SIGKILL before, if it runs. */
  restart(): Promise<void>
  /** Ends it with SIGKILL, and removes its folder unless that was given. */
  stop(): Promise<void>
}

/** What the script printed and how it ended. */
export interface ScriptRun {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs scripts/neo4j.sh, or a copy of it. `env` comes on top of this process's. */
export function runScript(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  path = script,
): Promise<ScriptRun> {
  return new Promise((resolve, reject) => {
    execFile('/bin/bash', [path, ...args], { env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(new Error(error.message, { cause: error }))
      else resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr })
    })
  })
}

const password = 'stancegraph-test'

/** Starts a server. It ends with this process at the latest. */
export async function startServer(options: ServerOptions): Promise<OwnServer> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'stancegraph-neo4j-'))
  const port = options.port ?? (await freePort())
  const settings = Object.entries(options.settings ?? {}).flatMap(([key, value]) => [
    '--set',
    `${key}=${value}`,
  ])
  const args = ['start', options.version, '--home', home, '--port', String(port), ...settings]
  endWithThisProcess(home, { remove: options.home === undefined })
  await start(args)
  const server: OwnServer = {
    url: `bolt://127.0.0.1:${port}`,
    username: 'neo4j',
    password,
    home,
    get pid() {
      return pidIn(home)
    },
    kill: () => kill(home, port),
    restart: async () => {
      await kill(home, port)
      await start(args)
    },
    stop: async () => {
      await kill(home, port)
      if (options.home === undefined) rmSync(home, { recursive: true, force: true })
    },
  }
  return server
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const listener = createServer()
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  await new Promise((resolve) => listener.close(resolve))
  return port
}

/** These servers live for minutes, so that quick compiling is worth more than quick code. */
async function start(args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await runScript(args, {
    NEO4J_PASSWORD: password,
    JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1',
  })
  if (exitCode !== 0) throw new Error(stderr)
}

function pidIn(home: string): number {
  return Number.parseInt(readFileSync(join(home, 'server'), 'utf8'), 10)
}

/** Without the file that names its process, nothing else takes it for running. */
async function kill(home: string, port: number): Promise<void> {
  const file = join(home, 'server')
  const { exitCode } = await runScript(['status', '--home', home])
  if (exitCode === 0) process.kill(pidIn(home), 'SIGKILL')
  rmSync(file, { force: true })
  while (exitCode === 0 && (await listens(port))) await sleep(20)
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

/**
 * A process of its own waits for the end of this one, however it comes, and then ends the server in a folder and, if
 * told to, removes the folder.
 */
export function endWithThisProcess(home: string, { remove = false } = {}): void {
  const wait = 'while kill -0 "$1" 2>/dev/null; do sleep 1; done'
  const end = '[ -d "$2" ] || exit 0; read -r pid _ <"$2/server" && kill -9 "$pid"'
  const forget = remove ? 'sleep 1; rm -rf "$2"' : ':'
  spawn('bash', ['-c', `${wait}; ${end}; ${forget}`, 'bash', String(process.pid), home], {
    detached: true,
    stdio: 'ignore',
  }).unref()
}

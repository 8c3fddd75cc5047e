/** Runs the built command while the test goes on, so that the test can be the server that it speaks to. */
import { spawn, type ChildProcess } from 'node:child_process'
import { commandPath, type CommandRun } from '../run-command.ts'

/** How long a run took, besides what it printed and how it ended. */
export interface TimedRun extends CommandRun {
  /** In milliseconds. */
  readonly took: number
}

/** What reaches the command of the environment that the tests run in: nothing about servers. */
export function environment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('NEO4J_'))
  return { ...Object.fromEntries(others), ...extra }
}

/** A run that has begun. */
export interface Running {
  readonly process: ChildProcess
  readonly ended: Promise<TimedRun>
}

/** Starts `stancegraph ARGS` in the repository, with no terminal and of the NEO4J_ variables only these. */
export function startBeside(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const start = Date.now()
  const command = spawn(process.execPath, [commandPath, ...args], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  command.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  command.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<TimedRun>((resolve, reject) => {
    command.on('error', reject)
    command.on('close', (exitCode) => resolve({ exitCode, stdout, stderr, took: Date.now() - start }))
  })
  return { process: command, ended }
}

/** Runs it to its end. */
export function runBeside(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<TimedRun> {
  return startBeside(args, env).ended
}

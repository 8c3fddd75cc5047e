/** Runs the built command in tests. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The built command. */
export const commandPath = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** What a run of the command printed, and how it ended. */
export interface CommandRun {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `stancegraph ARGS` in a folder, by default that of the repository, with `input` as its standard input. */
export function runCommand(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string | Uint8Array } = {},
): CommandRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [commandPath, ...args], {
    encoding: 'utf8',
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    input: options.input,
  })
  return { exitCode: status, stdout, stderr }
}

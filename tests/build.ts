/** Builds the package before the tests, so that they run the command as it is shipped. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Each project of the tests has its own modules; they all wait for one build. */
const shared = globalThis as { packageBuild?: Promise<void> }

export function setup(): Promise<void> {
  return (shared.packageBuild ??= build())
}

async function build(): Promise<void> {
  const shell = process.platform === 'win32'
  const building = spawn('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell })
  const [code] = (await once(building, 'exit')) as [number | null]
  if (code !== 0) throw new Error('the package does not build; see above')
}

/** Which version of stancegraph this is. */
import { readFileSync } from 'node:fs'

/** The version in the package's manifest. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return (manifest as { version: string }).version
}

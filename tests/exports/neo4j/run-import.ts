/** Runs the importer of Neo4j through the script that an export wrote. */
import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ScriptRun, ServerVersion } from '../../neo4j/server.ts'

const script = fileURLToPath(new URL('../../../scripts/neo4j.sh', import.meta.url))

/** Writes the files of an export into a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, Iterable<string>>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, chunks] of files) writeFileSync(join(folder, name), [...chunks].join(''))
}

/**
 * Writes a program that stands for neo4j-admin: the same class on the class path of the server that
 * scripts/neo4j.sh runs.
 */
export function writeNeo4jAdmin(file: string, version: ServerVersion): void {
  writeFileSync(
    file,
    `#!/bin/bash
source '${script}' fetch ${version}
run_java --add-opens java.base/java.nio=ALL-UNNAMED org.neo4j.cli.AdminTool "$@"
`,
  )
  chmodSync(file, 0o755)
}

/** Runs `sh SCRIPT ARGS` in a folder, on the data of the server in `home`. */
export function runImport(
  args: readonly string[],
  { cwd, home, admin }: { cwd: string; home: string; admin: string },
): Promise<ScriptRun> {
  const env = { ...process.env, NEO4J_ADMIN: admin, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') }
  return new Promise((resolve) => {
    execFile('sh', args, { cwd, env }, (error, stdout, stderr) =>
      resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from './run-command.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stancegraph-init-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('init', () => {
  test('writes a project that is clean and answers', () => {
    const { exitCode, stdout } = runCommand(['init', 'new/project'], { cwd: folder })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('  cd new/project\n  npx stancegraph check\n')
    const cwd = join(folder, 'new/project')
    expect(runCommand(['check', '--max-warnings', '0'], { cwd })).toMatchObject({ exitCode: 0, stderr: '' })
    expect(runCommand(['stance', 'Norland', 'Rivera', '--as-of', '2024-05-10'], { cwd }).stdout).toMatch(
      /^Norland on Ana Rivera, as of 2024-05-10: supports\n/,
    )
    const { stdout: current } = runCommand(['schema', '--format', 'json-schema'], { cwd })
    expect(readFileSync(join(cwd, 'claims.schema.json'), 'utf8')).toBe(current)
    expect(runCommand(['schema'], { cwd }).stdout).toContain('| recognizes | Actor |')
  })

  test('writes nothing over what is there', () => {
    writeFileSync(join(folder, 'README.md'), 'mine')
    const { exitCode, stderr } = runCommand(['init'], { cwd: folder })
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: 'stancegraph: `README.md` is there already, so nothing was written; name another folder.\n',
    })
    expect(readdirSync(folder)).toEqual(['README.md'])
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('mine')
  })

  test('exits with 3 where no folder can be made', () => {
    const { exitCode, stderr } = runCommand(['init', '/proc/x/y'])
    expect({ exitCode, stderr }).toEqual({
      exitCode: 3,
      stderr: 'stancegraph: cannot make the folder `/proc/x/y`: it does not exist.\n',
    })
    expect(runCommand(['export', 'csv', '/proc/x']).exitCode).toBe(3)
  })

  test('quotes its next step where the folder needs it', () => {
    expect(runCommand(['init', "my 'own' one"], { cwd: folder }).stdout).toContain(
      "  cd 'my '\\''own'\\'' one'\n",
    )
  })

  test('exits with 3 where it cannot write', () => {
    writeFileSync(join(folder, 'data'), 'a file')
    const { exitCode, stderr } = runCommand(['init'], { cwd: folder })
    expect({ exitCode, stderr }).toEqual({
      exitCode: 3,
      stderr: 'stancegraph: cannot make the folder `data`: a file is in the way.\n',
    })
    expect(readdirSync(folder)).toEqual(['data'])
  })
})

test('schema refuses a format that it does not know', () => {
  expect(runCommand(['schema', '--format', 'xml'])).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'stancegraph: there is no format `xml`; use one of markdown, json-schema.\n',
  })
})

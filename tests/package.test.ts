import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'stancegraph-package-'))
let tarball: string

/** Packs the package, and installs it into an empty folder as a user would. */
beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
  })
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }]
  tarball = join(folder, filename)
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }\n')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', tarball, 'neo4j-driver@6'], {
    cwd: folder,
    stdio: 'pipe',
  })
}, 180_000)

afterAll(() => rmSync(folder, { recursive: true }))

describe('The package', () => {
  test('is one that publint finds nothing wrong with', async () => {
    const { messages } = await publint({ pkgDir: root, strict: true })
    expect(messages).toEqual([])
  })

  test('has types that fit its code, for all who import ES modules', async () => {
    const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)), {
      entrypoints: ['.'],
    })
    // It is an ES module: CommonJS imports it dynamically, and resolution from before `exports` is not served.
    const problems = result.types ? result.problems : []
    expect(
      problems.map(({ kind }) => kind).filter((kind) => !['CJSResolvesToESM', 'NoResolution'].includes(kind)),
    ).toEqual([])
  })

  test('takes at most 30 MB with all it needs, the Neo4j driver included, and runs no script to install', () => {
    // As npm counts: how much a file takes beyond its length is the file system's affair.
    const entries = readdirSync(join(folder, 'node_modules'), { recursive: true, withFileTypes: true })
    const sizes = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => statSync(join(parentPath, name)).size)
    expect(sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20).toBeLessThanOrEqual(30)
    const lock = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean }>
    }
    expect(Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([])
  })

  test('has a command that starts a project and answers', () => {
    const run = (...args: string[]) =>
      spawnSync('npx', ['--no-install', 'stancegraph', ...args], { cwd: folder, encoding: 'utf8' })
    expect(run('init', 'project')).toMatchObject({ status: 0, stderr: '' })
    expect(
      run('stance', '--project', 'project', 'Norland', 'Rivera', '--as-of', '2024-05-10').stdout,
    ).toMatch(/^Norland on Ana Rivera, as of 2024-05-10: supports\n/)
  })

  test('is the library of the README', () => {
    const [, example = ''] = /```ts\n([^]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
    const places = `{ schema: '${root}/graph-schema', data: ['${root}/data'] }`
    writeFileSync(join(folder, 'example.js'), example.replace(/\{ schema: .*?\] \}/, places))
    const { stdout, stderr } = spawnSync(process.execPath, ['example.js'], { cwd: folder, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^supports \[/)
    expect(stdout).toMatch(/ holds 2021-01-26\/2025-01-20\n/)
  })
})

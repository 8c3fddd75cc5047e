/** That the engine is loaded with the first query, and how much code it is. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { commandPath } from '../cli/run-command.ts'

const dist = realpathSync(fileURLToPath(new URL('../../dist', import.meta.url)))
const library = pathToFileURL(join(dist, 'index.js')).href

/** The files of all code that a run of Node has loaded: it writes them down where its coverage is asked for. */
function loadedBy(args: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'stancegraph-loaded-'))
  try {
    const env = { ...process.env, NODE_V8_COVERAGE: folder }
    const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    expect({ args, status, stderr: status === 0 ? '' : stderr }).toEqual({ args, status: 0, stderr: '' })
    const urls = readdirSync(folder).flatMap((name) => {
      const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        result: readonly { url: string }[]
      }
      return result.map(({ url }) => url)
    })
    return [...new Set(urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url)))]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Those of the engine, by their place in it, and its packages. */
function engineIn(files: readonly string[]): readonly string[] {
  const engine = join(dist, 'cypher') + sep
  const inside = files.filter((file) => file.startsWith(engine)).map((file) => file.slice(engine.length))
  return [...inside, ...files.filter((file) => file.includes('temporal-polyfill'))].map((file) =>
    file.replaceAll('\\', '/'),
  )
}

function bytesOf(files: readonly string[]): number {
  return files.reduce((total, file) => total + statSync(file).size, 0)
}

function run(code: string): readonly string[] {
  const start = `const { buildGraph, memoryStore, stanceOf } = await import(${JSON.stringify(library)});
    const built = await buildGraph();
    const store = memoryStore(built.graph);
    await stanceOf(store, 'US', 'Maduro');`
  return loadedBy(['--input-type=module', '--eval', `${start}\n${code}`])
}

describe('The engine', () => {
  it('is not loaded before the first query, but for its errors and the forms of its results', () => {
    const files = run('')
    expect(engineIn(files)).toContain('cypher-error.js')
    expect(engineIn(files)).not.toContain('query.js')
    expect(bytesOf(files.filter((file) => engineIn([file]).length > 0))).toBeLessThan(20_000)
  })

  it.each([
    ['check'],
    ['stance', 'US', 'Maduro'],
    ['stances', 'Maduro'],
    ['timeline', 'US', 'Maduro'],
    ['relations', 'Blinken'],
    ['paths', 'Boric', 'Borrell'],
    ['contradictions'],
    ['export', 'cypher', '-'],
    ['schema'],
    ['query', '--help'],
  ])('is not loaded by the command %s', (...args) => {
    expect(engineIn(loadedBy([commandPath, ...args])).filter((file) => file !== 'cypher-error.js')).toEqual(
      [],
    )
  })

  it('is at most 8 MB, with its packages', () => {
    const before = new Set(run(''))
    const after = run(
      `await store.cypher("MATCH (a) RETURN a.name, datetime('2024-08-01T12:00[Europe/Paris]') + duration('P1M')")`,
    )
    const added = after.filter((file) => !before.has(file))
    expect(engineIn(added)).toContain('query.js')
    expect(engineIn(added).some((file) => file.includes('temporal-polyfill'))).toBe(true)
    expect(bytesOf(added)).toBeLessThan(8e6)
  })
})

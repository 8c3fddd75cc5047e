import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/diagnostics/catalogue.ts'
import type { Entry } from '../../src/diagnostics/entry.ts'
import { checkExample } from '../project/check-example.ts'

const entries = Object.entries(catalogue) as unknown as [string, Entry<never>][]
const tests = readTests('tests')

function readTests(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.name.endsWith('.test.ts') && item.name !== 'catalogue.test.ts')
    .map((item) => readFileSync(join(item.parentPath, item.name), 'utf8'))
    .join('\n')
}

describe.each(entries)('%s', (code, { about }) => {
  test('is named in kebab-case and explained in full sentences', () => {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(about).toMatch(/^[A-Z`].*\.$/s)
  })

  test('has a test of its exact message', () => {
    expect(tests).toMatch(new RegExp(`\\b(error|warning|info) ${code}: |\\b${code}'`))
  })
})

const withExample = entries.flatMap(([code, { example }]) => (example ? [[code, example] as const] : []))

describe.each(withExample)('%s', (code, example) => {
  test('has an example that has this fault alone', async () => {
    const { diagnostics } = await checkExample(example.bad)
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code])
  })

  test('has a mend that has no fault', async () => {
    expect((await checkExample(example.good)).diagnostics).toEqual([])
  })
})

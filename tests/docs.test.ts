import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generateDocs } from '../scripts/generate-docs.ts'

test('Generated documentation and the output shown in the README are current; `npm run docs` makes them so', async () => {
  for (const [path, text] of await generateDocs()) {
    expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'), path).toBe(text)
  }
}, 120_000)

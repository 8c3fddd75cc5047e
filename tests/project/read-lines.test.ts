import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exampleProject } from '../../src/diagnostics/example-project.ts'
import { toJsonLines } from '../../src/exports/jsonl.ts'
import { buildGraph } from '../../src/project/build-graph.ts'
import { checkTexts } from '../../src/project/check-texts.ts'
import { readFileLines } from '../../src/project/read-lines.ts'
import { brief } from './check-example.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stancegraph-lines-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function exported(): Promise<string> {
  const built = await checkTexts({
    ...exampleProject,
    'data/example.yaml':
      'source: { id: wire, published: 2024, text: texts/wire.txt }\nclaims: [{ claim: Norland —meets→ Rivera, quote: in Oslo }]\n',
  })
  if (!built.ok) throw new Error('the example is faulty')
  return [...toJsonLines(built.graph)].join('')
}

/** What is wrong with a file of lines that brings its own schema. */
async function faultsOf(content: string | Buffer): Promise<string[]> {
  await writeFile(join(folder, 'graph.jsonl'), content)
  return brief((await buildGraph({ project: folder, graph: 'graph.jsonl' })).diagnostics)
}

describe('A file of lines', () => {
  test('is a graph that needs no project, and keeps the positions of quotes', async () => {
    await writeFile(join(folder, 'graph.jsonl'), `\uFEFF${await exported()}`)
    const built = await buildGraph({ project: folder, graph: 'graph.jsonl' })
    if (!built.ok) throw new Error(JSON.stringify(built.diagnostics))
    const [claim] = built.graph.claims.values()
    expect(claim?.quotes).toEqual([{ exact: 'in Oslo', start: 60, end: 67 }])
    expect(built.summary.quotes).toEqual({ verified: 0, unchecked: 1 })
  })

  test('has lines of at most 1 MB, in UTF-8', async () => {
    const text = await exported()
    const long = `{"source":{"id":"${'x'.repeat(1024 * 1024)}","published":"2024"}}\n`
    expect(await faultsOf(`${text}${long}{"source":{"id":"y"}}`)).toEqual([
      '10:1 error line-too-long: The line has more than 1 MB. hint: each line is one source, entity or claim; look for a line break that is missing',
    ])
    expect(
      await faultsOf(Buffer.concat([Buffer.from(`${text}{"entity":{"id":"Gonz`), Buffer.from([0xe1, 0x22])])),
    ).toEqual([
      '10:22 error not-utf-8: The file is not UTF-8 text. hint: save it as UTF-8; this is the first place that is not',
    ])
  })

  test('is cut into lines the same wherever the pieces end that the system reads', async () => {
    const path = join(folder, 'many.txt')
    const lines = Array.from({ length: 40_000 }, (_, i) => 'é'.repeat(i % 60) + String(i))
    await writeFile(path, lines.join('\r\n'))
    const read: string[] = []
    for await (const { line } of readFileLines(path, 'many.txt')) read.push(line.text)
    expect(read).toEqual(lines)
  })

  test('must be there, and be called .jsonl', async () => {
    await expect(buildGraph({ project: folder, graph: 'nothing.jsonl' })).rejects.toThrow(
      /nothing\.jsonl`: it does not exist/,
    )
    await writeFile(join(folder, 'graph.yaml'), '')
    await expect(buildGraph({ project: folder, graph: 'graph.yaml' })).rejects.toThrow(
      '`graph.yaml` is not an exported graph: name a file that ends in .jsonl.',
    )
  })
})

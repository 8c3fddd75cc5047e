import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exampleProject } from '../../src/diagnostics/example-project.ts'
import { buildGraph } from '../../src/project/build-graph.ts'
import { checkTexts } from '../../src/project/check-texts.ts'
import { brief } from './check-example.ts'

let folder: string

async function put(name: string, content: string | Buffer): Promise<void> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

async function faults(): Promise<string[]> {
  return brief((await buildGraph({ project: folder })).diagnostics)
}

const wire = (text: string) =>
  `source: { id: wire, published: 2024-08-02, text: ${text} }\nclaims:\n  - Norland —recognizes→ González\n`

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stancegraph-'))
  for (const [name, text] of Object.entries(exampleProject)) await put(name, text)
})

afterEach(() => rm(folder, { recursive: true }))

describe('A project on disk', () => {
  test('becomes a graph, with names of files relative to it', async () => {
    await put('data/2024/wire.yaml', wire('../texts/wire.txt'))
    await put('data/2024/broken.yml', 'claims: {')
    const result = await buildGraph({ project: folder })
    expect(result.ok).toBe(false)
    expect(result.diagnostics.map(({ file }) => file)).toEqual(['data/2024/broken.yml'])
    await rm(join(folder, 'data/2024/broken.yml'))
    const mended = await buildGraph({ project: folder })
    if (!mended.ok) throw new Error('the project is faulty')
    expect(mended.graph.claims.size).toBe(1)
    expect(mended.summary).toEqual({
      files: 3,
      sources: 1,
      entities: 6,
      claims: 1,
      claimsDatedBySource: 1,
      quotes: { verified: 0, unchecked: 0 },
      errors: 0,
      warnings: 0,
    })
  })

  test('tells how far reading has come', async () => {
    const seen: number[][] = []
    await buildGraph({ project: folder, onProgress: (done, total) => seen.push([done, total]) })
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ])
  })

  test('is an error of the environment where a folder is missing or holds no schema', async () => {
    await expect(buildGraph({ project: join(folder, 'nowhere') })).rejects.toThrow(
      `Cannot read \`${join(folder, 'nowhere/graph-schema')}\`: it does not exist. Run this in the folder of the project, or name that folder.`,
    )
    await expect(buildGraph({ project: folder, data: ['claims'] })).rejects.toThrow(
      `Cannot read \`${join(folder, 'claims')}\`: it does not exist.`,
    )
    await expect(buildGraph({ project: folder, schema: 'data/texts' })).rejects.toThrow(
      'There is no graph schema: `data/texts` holds no YAML file. Put one there, or name another place.',
    )
  })

  test('has files of at most 16 MB: larger ones are not read', async () => {
    await put('data/large.yaml', '')
    await truncate(join(folder, 'data/large.yaml'), 200 * 1024 * 1024)
    expect(await faults()).toEqual([
      '1:1 error file-too-large: The file has 200 MB; the limit is 16 MB. hint: split it into several files; their order does not matter',
    ])
  })

  test('has files in UTF-8: others are reported at the first byte that is not', async () => {
    await put('data/latin.yaml', Buffer.from('# \uFFFD is fine\nentities:\n  González: {}\n', 'latin1'))
    await put(
      'data/latin.yaml',
      Buffer.concat([Buffer.from('# \uFFFD is fine\n  Gonz'), Buffer.from([0xe1, 0x6c])]),
    )
    expect(await faults()).toEqual([
      '2:7 error not-utf-8: The file is not UTF-8 text. hint: save it as UTF-8; this is the first place that is not',
    ])
  })

  test('may hold folders called like files', async () => {
    await put('data/odd.yaml/inner.yaml', '')
    expect(await faults()).toEqual([])
  })

  test('follows linked folders, also where they lead round in a circle', async () => {
    await put('other/castillo.yaml', 'entities:\n  Castillo: { type: Person }\n')
    await symlink('../other', join(folder, 'data/linked'))
    await symlink('.', join(folder, 'other/again'))
    const built = await buildGraph({ project: folder })
    expect(built.ok && built.graph.entities.has('Castillo')).toBe(true)
  })

  test('does not wait for devices and pipes', async () => {
    execFileSync('mkfifo', [join(folder, 'data/pipe.yaml'), join(folder, 'data/texts/pipe.txt')])
    await symlink('/dev/zero', join(folder, 'data/zero.jsonl'))
    await put('data/z.yaml', wire('texts/pipe.txt'))
    const reason = 'cannot be read: it is a device or pipe, not a file.'
    expect((await faults()).map((fault) => fault.split(' hint')[0])).toEqual([
      `1:1 error unreadable-file: The file ${reason}`,
      `1:50 error unreadable-text: The text file \`texts/pipe.txt\` ${reason}`,
      `1:1 error unreadable-file: The file ${reason}`,
    ])
  })

  test('is told of a file that cannot be read', async () => {
    await symlink('round.yaml', join(folder, 'data/round.yaml'))
    expect(await faults()).toEqual([
      '1:1 error unreadable-file: The file cannot be read: its links lead round in a circle. hint: check that it is a file and that you may read it',
    ])
  })
})

describe('The text of a source', () => {
  test('is looked for beside the data file', async () => {
    await put('data/a.yaml', wire('wire.txt'))
    expect(await faults()).toEqual([
      '1:50 error missing-text: There is no text file `wire.txt`. hint: the path is relative to this data file; without a text, leave `text:` out',
    ])
  })

  test('lies in the project, also after links are followed', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'stancegraph-outside-'))
    await writeFile(join(outside, 'wire.txt'), 'secret')
    await symlink(join(outside, 'wire.txt'), join(folder, 'data/texts/link.txt'))
    const hint = 'hint: copy the text into the project; links that lead out of it are not followed'
    for (const path of ['texts/link.txt', join(outside, 'wire.txt'), '../../x.txt']) {
      await put('data/a.yaml', wire(path))
      expect(await faults()).toEqual([
        `1:50 error text-outside-project: The text file \`${path}\` lies outside the project. ${hint}`,
      ])
    }
    await rm(outside, { recursive: true })
  })

  test('may be reached by a link, where the project as a whole is', async () => {
    await put('data/a.yaml', wire('texts/wire.txt'))
    const link = `${folder}-link`
    await symlink(folder, link)
    expect((await buildGraph({ project: link })).diagnostics).toEqual([])
    await rm(link)
  })

  test('is not a file of claims', async () => {
    await put('data/a.yaml', wire('a.yaml'))
    expect(await faults()).toEqual([
      '1:50 error unreadable-text: The text file `a.yaml` cannot be read: it is a file of claims. hint: check that it is a text file of at most 16 MB and that you may read it',
    ])
    await put('data/a.yaml', wire('""'))
    expect((await faults())[0]).toContain(
      'error unreadable-text: The text file `` cannot be read: it is a folder.',
    )
  })

  test('is UTF-8 text that can be read', async () => {
    await put('data/a.yaml', wire('texts/latin.txt'))
    await put('data/texts/latin.txt', Buffer.from([0xe1]))
    expect(await faults()).toEqual([
      '1:50 error text-not-utf-8: The text file `texts/latin.txt` is not UTF-8 text. hint: save it as UTF-8',
    ])
    await put('data/a.yaml', wire('texts'))
    expect(await faults()).toEqual([
      '1:50 error unreadable-text: The text file `texts` cannot be read: it is a folder. hint: check that it is a text file of at most 16 MB and that you may read it',
    ])
  })

  test('is inside the project, also where files are given as texts', async () => {
    const { diagnostics } = await checkTexts({
      ...exampleProject,
      'data/a.yaml': wire('/data/texts/wire.txt'),
    })
    expect(diagnostics.map(({ code }) => code)).toEqual(['text-outside-project'])
  })
})

describe('A file that cannot be read', () => {
  test('is the only fault, whatever it may declare', async () => {
    const declares = (handle: string) => Buffer.from(`entities: { ${handle}: { type: Country } }\n`, 'latin1')
    await put('data/a.yaml', wire('texts/wire.txt').replace('Norland', 'Östland'))
    await put('data/b.yaml', declares('Östland'))
    expect(await faults()).toEqual([expect.stringContaining('1:13 error not-utf-8')])
    await truncate(join(folder, 'data/b.yaml'), 200_000_000)
    expect(await faults()).toEqual([expect.stringContaining('1:1 error file-too-large')])
    await rm(join(folder, 'data/b.yaml'))
    await symlink('nowhere', join(folder, 'data/b.yaml'))
    expect(await faults()).toEqual([expect.stringContaining('1:1 error unreadable-file')])
    await rm(join(folder, 'data/b.yaml'))
    await put('data/b.jsonl', Buffer.from('{"entity":{"id":"Östland","type":"Country"}}', 'latin1'))
    expect(await faults()).toEqual([expect.stringContaining('1:18 error not-utf-8')])
  })

  test('is the only fault where it is of the graph schema', async () => {
    await put('data/a.yaml', wire('texts/wire.txt'))
    await put('graph-schema/more.yaml', Buffer.from('types: { Östland: {} }\n', 'latin1'))
    expect(await faults()).toEqual([expect.stringContaining('1:10 error not-utf-8')])
    await rm(join(folder, 'graph-schema/example.yaml'))
    expect(await faults()).toHaveLength(1)
  })
})

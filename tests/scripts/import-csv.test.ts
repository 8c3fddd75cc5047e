import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runImport } from '../../scripts/import-csv.ts'
import { importStatements } from '../../scripts/import-csv/import-statements.ts'
import { header, importRows, importText, mapping } from './import-csv-example.ts'

const root = new URL('../../', import.meta.url)

/** Runs the importer on two files in a new folder. */
async function run(csv: string | Buffer, mappingText: string, ...options: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'import-csv-'))
  const paths = {
    csv: join(folder, 's.csv'),
    mapping: join(folder, 'm.yaml'),
    out: join(folder, 'data', 'out'),
  }
  writeFileSync(paths.csv, csv)
  writeFileSync(paths.mapping, mappingText)
  const again = () => start([paths.csv, paths.mapping, paths.out, ...options])
  const written = () => (existsSync(paths.out) ? readdirSync(paths.out).sort() : undefined)
  return { ...paths, folder, again, written, ...(await again()) }
}

async function start(args: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  let stdout = ''
  let stderr = ''
  const exitCode = await runImport(args, {
    print: (text) => void (stdout += text),
    complain: (text) => void (stderr += text),
  })
  return { exitCode, stdout, stderr }
}

const good = `${header}\nAnn Lee,1,road levy,01.08.2024,yes,Daily 1\n`
const shippedSchema = new URL('graph-schema', root).pathname

describe('The importer', () => {
  test('writes a folder and checks it against a schema', async () => {
    const { exitCode, stdout, stderr, out, written, folder } = await run(
      good,
      mapping,
      '--schema',
      shippedSchema,
    )
    expect(stderr).toBe('')
    expect(stdout).toBe(
      `1 row: 1 claim.\n2 files written to ${out}.\nChecked: 1 claim in the graph, 0 errors, 0 warnings.\n`,
    )
    expect(exitCode).toBe(0)
    expect(written()).toEqual(['Daily-1.yaml', 'entities.yaml'])
    expect(readdirSync(join(folder, 'data'))).toEqual(['out'])
  })

  test('shows what the check finds', async () => {
    const { exitCode, stderr, written } = await run(
      good,
      mapping.replace('Person', 'Persn'),
      '--schema',
      shippedSchema,
    )
    expect(stderr).toContain('error  unknown-type')
    expect(written()).toHaveLength(2)
    expect(exitCode).toBe(1)
  })

  test('never writes to a folder that holds anything', async () => {
    const { again, out, written } = await run(good, mapping)
    const before = readFileSync(join(out, 'entities.yaml'), 'utf8')
    const { exitCode, stderr } = await again()
    expect(exitCode).toBe(3)
    expect(stderr).toBe(
      `import-csv: The folder \`${out}\` is not empty, and nothing is ever written over. Name another one, or remove it.\n`,
    )
    expect(readFileSync(join(out, 'entities.yaml'), 'utf8')).toBe(before)
    expect(written()).toHaveLength(2)
  })

  test('writes nothing where a row has an error, unless told to', async () => {
    const csv = `${good}Bo,9,tax,,,Daily 2\n`
    const strict = await run(csv, mapping)
    expect(strict.exitCode).toBe(1)
    expect(strict.stdout).toBe(
      '2 rows: 1 claim, 1 with errors.\nNothing was written: mend the errors, or give --partial.\n',
    )
    expect(strict.stderr).toContain('s.csv:3:4  error  csv-unknown-value\n')
    expect(strict.written()).toBeUndefined()
    const partial = await run(csv, mapping, '--partial')
    expect(partial.exitCode).toBe(1)
    expect(partial.written()).toEqual(['Daily-1.yaml', 'entities.yaml'])
  })

  test('takes an empty folder', async () => {
    const { csv, mapping: file, folder } = await run(good, mapping)
    mkdirSync(join(folder, 'empty'))
    expect((await start([csv, file, join(folder, 'empty')])).exitCode).toBe(0)
  })

  test('refuses text that is not UTF-8, with its place', async () => {
    const latin = Buffer.from(`${good}"\uFFFD😀\nJos\u00E9",1,tax,,,Daily 2\n`.replace('é', '\u0001'))
    latin[latin.indexOf(1)] = 0xe9
    const { exitCode, stderr } = await run(latin, mapping)
    expect(exitCode).toBe(1)
    expect(stderr).toContain('s.csv:4:4  error  not-utf-8\n')
  })

  test('says what is wrong with a call', async () => {
    expect(await start(['a.csv'])).toMatchObject({
      exitCode: 2,
      stderr: "error: missing required argument 'mapping'\n",
    })
    const missing = await start([join(tmpdir(), 'none.csv'), 'm.yaml', join(tmpdir(), 'none')])
    expect(missing).toMatchObject({ exitCode: 3, stdout: '' })
    expect(missing.stderr).toMatch(/^import-csv: Cannot read `.*none.csv`: it does not exist\.\n$/)
    const help = await start(['--help'])
    expect(help.exitCode).toBe(0)
    expect(help.stdout).toContain('Examples:\n  npx tsx scripts/import-csv.ts statements.csv mapping.yaml')
  })
})

describe('docs/spreadsheets.md', () => {
  const page = readFileSync(new URL('docs/spreadsheets.md', root), 'utf8')
  const blocks = new Map(
    Array.from(page.matchAll(/`([\w.-]+)`[^\n]*:\n\n```\w+\n([^]*?)```/g), ([, name = '', text = '']) => [
      name,
      text,
    ]),
  )
  const file = (name: string) => ({ name, text: blocks.get(name) ?? '' })

  test('shows the real output', () => {
    const { files, counts } = importStatements(file('statements.csv'), file('mapping.yaml'))
    expect(counts).toEqual({ rows: 4, claims: 3, merged: 1, repeated: 0, faulty: 0, blank: 0 })
    expect([...files.keys()]).toEqual(['entities.yaml', 'dp-1.yaml', 'dp-2.yaml'])
    for (const [name, text] of files) expect(text).toBe(blocks.get(name))
  })

  test('has a mapping that reads an event list of DNA', async () => {
    const dna = /This mapping fits:\n\n```yaml\n([^]*?)```/.exec(page)?.[1] ?? ''
    const events = [
      '"statement_id";"time";"person";"organization";"concept";"agreement";"start_position";"stop_position";"text";"coder";"document_id";"document_title";"document_author";"document_source";"document_section";"document_type"',
      `1;2005-02-15 00:00:00;"Barbara Boxer";"Senate";"Climate change is real";1;10;80;"We believe 'it' is real,\nand act";1;17;"Hearing";"";"Post";"A";"news"`,
      '2;2005-02-15 00:00:00;"";"Sierra Club";"Cap-and-trade";0;90;99;"against";1;17;"Hearing";"";"Post";"A";"news"',
    ].join('\n')
    const { written, out, stderr } = await run(events, dna, '--schema', shippedSchema)
    expect(stderr).toBe('')
    expect(written()).toEqual(['dna-17.yaml', 'entities.yaml'])
    expect(readFileSync(join(out, 'dna-17.yaml'), 'utf8')).toBe(`# Imported from ${join(out, '../../s.csv')}.

source:
  id: dna-17
  type: Article
  title: Hearing
  publisher: Post
  published: 2005-02-15

claims:
  - claim: Barbara Boxer —supports→ Climate change is real
    quote: |-
      We believe 'it' is real,
      and act
    on_behalf_of: Senate
  - claim: Sierra Club —opposes→ Cap-and-trade
    quote: against
`)
  })
})

describe('What is written', () => {
  test('has all that a mapping can say', () => {
    const full = `delimiter: bar
empty: [NA, "-"]
id: { column: no, prefix: c- }
subject: { value: Union, type: Organization }
relation: { column: act, values: { said yes to: supports } }
object: what
date: when
quote: { column: words, translation: meant }
according_to: { column: via, type: Person }
condition: if
stance: stance
retracted: { column: back, format: M/D/YYYY }
note: { value: 'yes' }
properties:
  share: share
  districts: { column: where, separator: ',' }
  regarding: { column: vote, type: { column: kind, values: { V: Election } } }
  allies: { column: allies, separator: ',', type: Person }
`
    const csv = `sep=|
no|act|what|when|words|meant|via|if|stance|back|share|where|vote|kind|allies
1|said yes to|levy|2024-08~|sí|yes|unnamed|it rains|supports|8/1/2024|051.20|A,, B |Vote 1|V|Ann,Bo
2|said yes to|levy|NA|||Cy|-|||0||||
`
    const { files, diagnostics } = importText(csv, full)
    expect(diagnostics).toEqual([])
    expect([...files.keys()]).toEqual(['entities.yaml', 'claims.yaml'])
    expect(files.get('claims.yaml')).toBe(`# Imported from s.csv.

claims:
  - id: c-1
    claim: Union —supports→ levy
    date: 2024-08~
    quote:
      exact: sí
      translation: yes
    according_to: unnamed
    condition: it rains
    stance: supports
    retracted: 2024-08-01
    note: yes
    share: 051.20
    districts:
      - A
      - B
    regarding: Vote 1
    allies:
      - Ann
      - Bo
  - id: c-2
    claim: Union —supports→ levy
    according_to: Cy
    note: yes
    share: 0
`)
    expect(files.get('entities.yaml')).toContain(
      '  Vote 1: { type: Election }\n  Union: { type: Organization }\n',
    )
  })

  test('is a bare triple where there is no more, folded where it is long, in lines where it has lines', () => {
    const long = 'so he said '.repeat(12).trim()
    const { files } = importRows(
      `A,1,levy,,,D\nB,1,levy,,${long},D\nC,1,levy,,"one\r\ntwo: #2",D\nD–E,0,levy,,,D\n`,
    )
    expect(files.get('D.yaml')?.split('claims:\n')[1]).toBe(`  - A —supports→ levy
  - claim: B —supports→ levy
    quote: >-
      so he said so he said so he said so he said so he said so he said so he said so he said so he said so he
      said so he said so he said
  - claim: C —supports→ levy
    quote: |-
      one
      two: #2
  - subject: D–E
    relation: opposes
    object: levy
`)
  })

  test('is one file for each source, with names that every file system takes', () => {
    const ids = ['../../x', 'X', 'entities', 'CON', '¿?', '???', 'ü/ß', 'x'.repeat(99)]
    const { files } = importRows(ids.map((id) => `A,1,levy,,,${id}`).join('\n'))
    expect([...files.keys()]).toEqual([
      ...[
        'entities.yaml',
        'x.yaml',
        'X-2.yaml',
        'entities-2.yaml',
        'source-CON.yaml',
        'source.yaml',
        'source-2.yaml',
      ],
      ...['ü-ß.yaml', `${'x'.repeat(60)}.yaml`],
    ])
  })

  test('does not depend on the delimiter, the line ends or a byte order mark', () => {
    const { files } = importRows('Ann,1,"a;b",,,D\n')
    const other = `\uFEFF${header.replaceAll(',', ';')}\r\nAnn;1;"a;b";;;D\r\n;;;;;\r\n`
    expect(importText(other).files).toEqual(files)
    expect(importText(other).counts).toMatchObject({ rows: 1, blank: 1 })
  })

  test('is refused where a source makes a file that no project can read', () => {
    const { diagnostics } = importRows(
      Array.from({ length: 9 }, (_, i) => `A${i},1,levy,,${'x'.repeat(2e6)},D`).join('\n'),
    )
    expect(diagnostics.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'D.yaml: The file has 18 MB; the limit is 16 MB.',
    ])
  })
})

test('100,000 rows take a few seconds', () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, i) =>
      `P ${i % 5000},${i % 2},Issue ${i % 977},01.08.2024,"He said ""no"" and ${i}",Daily ${i % 4000}`,
  )
  const started = performance.now()
  expect(importRows(rows.join('\n')).counts.claims).toBe(100_000)
  expect(performance.now() - started).toBeLessThan(20_000)
})

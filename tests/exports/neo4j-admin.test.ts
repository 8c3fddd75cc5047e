import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { ExportError } from '../../src/exports/export-error.ts'
import { shellWord } from '../../src/neo4j/shell-word.ts'
import { toNeo4jAdmin } from '../../src/exports/neo4j-admin.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { claim, entity, exampleGraph, graphOf } from './example-graph.ts'
import { hostileTexts } from './hostile-texts.ts'

function write(graph: KnowledgeGraph, name?: string): ReadonlyMap<string, string> {
  return new Map(Array.from(toNeo4jAdmin(graph, { name }), ([file, chunks]) => [file, [...chunks].join('')]))
}

function rowsOf(files: ReadonlyMap<string, string>, file: string): Record<string, string>[] {
  return parse(files.get(file) ?? '', { columns: true, record_delimiter: '\n' })
}

describe('toNeo4jAdmin', () => {
  it('writes the example as it always did', async () => {
    const files = write(exampleGraph)
    expect([...files.keys()]).toEqual([
      'nodes.csv',
      'relationships.csv',
      'relationships-2.csv',
      'graph.csv',
      'import.sh',
      'README.txt',
    ])
    for (const [file, text] of files) await expect(text).toMatchFileSnapshot(`golden/neo4j-admin/${file}`)
  })

  it('writes the same whatever the order of the parts', () => {
    const turned = <T>(parts: ReadonlyMap<string, T>) => new Map([...parts].reverse())
    const { schema, entities, sources, claims } = exampleGraph
    const other = { schema, entities: turned(entities), sources: turned(sources), claims: turned(claims) }
    expect(write(other)).toEqual(write(exampleGraph))
  })

  it('keeps texts that only quotes keep whole, and absent apart from empty', () => {
    const texts = [...hostileTexts, 'a\nb', 'a\rb', 'a\r\nb', ' a', 'a\t', '"', ',', '']
    const entities = texts.map((note, index) => entity(`e${1000 + index}`, 'Person', { note }))
    const nodes = write(graphOf({ entities: [...entities, entity('none')] })).get('nodes.csv') ?? ''
    expect(rowsOf(new Map([['nodes.csv', nodes]]), 'nodes.csv').map((row) => row['note:string'])).toEqual([
      ...texts,
      '',
    ])
    expect(nodes).toMatch(/^e1031,e1031,"",/m)
    expect(nodes).toMatch(/^none,none,,/m)
  })

  it('puts the values of each property in one type into a table', () => {
    const files = write(exampleGraph)
    expect(rowsOf(files, 'relationships.csv').map((row) => [row['id:string'], row['share:double']])).toEqual([
      ['c1', ''],
      ['c2', ''],
      ['c3', ''],
      ['c4', '0'],
      ['c6', ''],
      ['c4#SUBJECT', ''],
      ['c4#OBJECT', ''],
      ['c4#REPORTED_IN', ''],
    ])
    expect(
      rowsOf(files, 'relationships-2.csv').map((row) => [row['id:string'], row['share:string']]),
    ).toEqual([['c5', '51.20']])
  })

  it('finds a delimiter for the items of lists that stands in none of them, and in no label', () => {
    const graph = graphOf({ entities: [entity('a', 'T\u001E', { aliases: ['x\u001F', 'y'] })] })
    const files = write(graph)
    expect(files.get('import.sh')).toContain(' --array-delimiter=U+001D ')
    expect(rowsOf(files, 'nodes.csv')).toMatchObject([{ 'aliases:string[]': 'x\u001F\u001Dy' }])
    const all = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')
    expect(() => write(graphOf({ entities: [entity('a', 'Person', { aliases: [all, ''] })] }))).toThrow(
      new ExportError(
        'The lists of this graph hold every control character, so that none is left to tell their items apart; use `stancegraph load` or `stancegraph export cypher` instead.',
      ),
    )
  })

  it('gives the importer room for long rows', () => {
    const graph = graphOf({ entities: [entity('a', 'Person', { note: 'x'.repeat(3_000_000) })] })
    expect(write(graph).get('import.sh')).toMatch(/ --read-buffer-size=120\d{5} /)
    expect(write(exampleGraph).get('import.sh')).not.toContain('--read-buffer-size')
  })

  it.each([
    ['a\nb', '"a\\nb"'],
    ['share (%)', '"share (%)"'],
    ['{x}', '"{x}"'],
  ])('refuses the property name %j, which the importer takes for something else', (name, shown) => {
    const graph = graphOf({
      entities: [entity('a')],
      claims: [claim('c', 'a', 'sells', 'a', { properties: { [name]: 1 } })],
    })
    expect(() => write(graph)).toThrow(
      new ExportError(
        `The claim \`c\` cannot be written for neo4j-admin: its importer takes no property called ${shown} (no line break, no \`(\` and no \`{\`); use \`stancegraph load\` or \`stancegraph export cypher\` instead.`,
      ),
    )
  })

  it.each([
    [[], 'an empty list'],
    [[''], 'a list of one empty text'],
  ])('refuses %j, which the importer drops', (regions, what) => {
    const graph = graphOf({ entities: [entity('a', 'Person', { properties: { regions } })] })
    expect(() => write(graph)).toThrow(
      new ExportError(
        `The entity \`a\` cannot be written for neo4j-admin: its importer would drop \`regions\`, which is ${what}; use \`stancegraph load\` or \`stancegraph export cypher\` instead.`,
      ),
    )
  })
})

describe('import.sh', () => {
  const folder = mkdtempSync(join(tmpdir(), "import (it's $1) "))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'bin'))
  const admin = join(folder, 'bin', 'neo4j-admin')
  writeFileSync(admin, '#!/bin/sh\npwd\nprintf "<%s>\\n" "$@"\n')
  chmodSync(admin, 0o755)

  function run(graphName: string | undefined, cwd: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    writeFileSync(join(folder, 'import.sh'), write(exampleGraph, graphName).get('import.sh') ?? '')
    const output = execFileSync('sh', args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8' })
    return output.split('\n')
  }
  const options = [
    '<--overwrite-destination>',
    '<--multiline-fields=true>',
    '<--array-delimiter=U+001F>',
    '<--bad-tolerance=0>',
    '<--strict>',
    '<--nodes=./nodes.csv>',
    '<--nodes=./graph.csv>',
    '<--relationships=./relationships.csv>',
    '<--relationships=./relationships-2.csv>',
  ]

  it('runs neo4j-admin from the PATH on the files beside it, from any folder', () => {
    const PATH = `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`
    const script = join(folder, 'import.sh')
    expect(run(undefined, tmpdir(), [script], { PATH, CDPATH: tmpdir() })).toEqual([
      folder,
      '<database>',
      '<import>',
      '<full>',
      '<neo4j>',
      ...options,
      '',
      'Next: Start the server, and run in the folder of the project: stancegraph load',
      'It makes the constraints and indexes that questions need, and finds nothing else to change.',
      '',
    ])
  })

  it('takes a database, more options, and a program by a relative path', () => {
    const args = ['../import.sh', 'my db', '--threads=1', "it's"]
    const lines = run(undefined, join(folder, 'bin'), args, { NEO4J_ADMIN: './neo4j-admin' })
    expect(lines.slice(0, 5)).toEqual([folder, '<database>', '<import>', '<full>', '<my db>'])
    expect(lines.slice(5, 16)).toEqual([...options, '<--threads=1>', "<it's>"])
  })

  it('says what to run for a graph of any name, and runs nothing of that', () => {
    const name = `x'; touch pwned; $(touch pwned)\nEND\n\`touch pwned\``
    const output = run(name, folder, ['import.sh'], { NEO4J_ADMIN: admin }).join('\n')
    expect(output).toContain(`stancegraph load --name ${shellWord(name)}\nIt makes`)
    expect(execFileSync('ls', [folder], { encoding: 'utf8' })).toBe('bin\nimport.sh\n')
    const command = `printf %s ${shellWord(name)}`
    expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' })).toBe(name)
  })

  it('fails where neo4j-admin fails', () => {
    expect(() => run(undefined, folder, ['import.sh'], { NEO4J_ADMIN: '/bin/false' })).toThrow()
  })
})

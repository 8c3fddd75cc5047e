import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCommand } from '../cli/run-command.ts'
import { parseXml } from './parse-xml.ts'
import { readTable } from './read-csv.ts'

describe('stancegraph export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const data = join(folder, 'claims.yaml')
  writeFileSync(
    data,
    `source: { id: wire, type: Article, published: 2024-08-02 }
entities:
  US: { type: Country, name: United States }
  González: { type: Person, name: Edmundo González, note: '=HYPERLINK("http://example.org","x")' }
claims:
  - US —recognizes→ González
`,
  )
  const exportTo = (...args: string[]) => runCommand(['export', ...args, '--data', data])

  it('writes GraphML to a file or to standard output', () => {
    const file = join(folder, 'graph.graphml')
    expect(exportTo('graphml', file)).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `Wrote ${file}: 2 entities, 1 claim.\n`,
    })
    const document = readFileSync(file, 'utf8')
    expect(parseXml(document).name).toBe('graphml')
    expect(exportTo('graphml', '-').stdout).toBe(document)
  })

  it('writes two tables into a folder, which it makes, and warns of formulas', () => {
    const tables = join(folder, 'new', 'tables')
    const { exitCode, stderr } = exportTo('csv', tables)
    expect(exitCode).toBe(0)
    expect(stderr).toBe(
      `Wrote ${join(tables, 'nodes.csv')} and ${join(tables, 'edges.csv')}: 2 entities, 1 claim.\n` +
        'A spreadsheet would run a text as a formula (first: The entity `González`, its `note`); for Excel, add --spreadsheet-safe.\n',
    )
    expect(readdirSync(tables).sort()).toEqual(['edges.csv', 'nodes.csv'])
    const nodes = readTable(readFileSync(join(tables, 'nodes.csv'), 'utf8')).rows
    expect(nodes.find((row) => row.get('Id') === 'González')?.get('note')).toMatch(/^=HYPERLINK/)
  })

  it('writes tables for Excel with --spreadsheet-safe', () => {
    const tables = join(folder, 'safe')
    expect(exportTo('csv', tables, '--spreadsheet-safe').stderr).not.toContain('formula')
    expect(readFileSync(join(tables, 'nodes.csv'), 'utf8')).toContain(`"'=HYPERLINK(`)
  })

  it('leaves older tables as they are where one cannot be written', () => {
    const tables = join(folder, 'old')
    mkdirSync(join(tables, 'edges.csv'), { recursive: true })
    writeFileSync(join(tables, 'nodes.csv'), 'old')
    expect(exportTo('csv', tables)).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: `stancegraph: cannot write \`${join(tables, 'edges.csv')}\`: it is a folder.\n`,
    })
    expect(readFileSync(join(tables, 'nodes.csv'), 'utf8')).toBe('old')
    expect(readdirSync(tables).sort()).toEqual(['edges.csv', 'nodes.csv'])
  })

  it('says so where a file stands in the place of the folder', () => {
    const { exitCode, stderr } = exportTo('csv', data)
    expect(exitCode).toBe(3)
    expect(stderr).toMatch(/^stancegraph: cannot write `.*claims\.yaml`: /)
  })

  it('writes a script for Neo4j, and says how to run it', () => {
    const file = join(folder, 'the graph.cypher')
    expect(exportTo('cypher', file, '--name', 'news')).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `Wrote ${file}: 2 entities, 1 claim.\nNext: cypher-shell --file '${file}'\n`,
    })
    const script = readFileSync(file, 'utf8')
    expect(script).toContain("\nMERGE (g:StancegraphGraph {name: 'news', token: ")
    expect(exportTo('cypher', '-', '--name', 'news')).toEqual({ exitCode: 0, stdout: script, stderr: '' })
    expect(exportTo('cypher', '-').stdout).toContain("{name: 'stancegraph', token: ")
  })

  it('writes files for the importer of Neo4j, with a program that runs it', () => {
    const files = join(folder, 'import')
    expect(exportTo('neo4j-admin', files, '--name', 'news')).toEqual({
      exitCode: 0,
      stdout: '',
      stderr:
        `Wrote nodes.csv, relationships.csv, graph.csv, import.sh, README.txt in ${files}: 2 entities, 1 claim.\n` +
        `Next, with the server stopped: sh ${join(files, 'import.sh')}\nWhat the database held before is replaced.\n`,
    })
    expect(statSync(join(files, 'import.sh')).mode & 0o111).toBe(0o111)
    expect(readFileSync(join(files, 'import.sh'), 'utf8')).toContain('stancegraph load --name news\n')
    expect(readFileSync(join(files, 'graph.csv'), 'utf8')).toMatch(/\nnews,ready,/)
  })

  it('writes no file where the importer cannot take something', () => {
    const project = join(folder, 'project')
    mkdirSync(project)
    writeFileSync(join(project, 'schema.yaml'), 'types: { Person: { properties: { tags: [text] } } }')
    writeFileSync(join(project, 'data.yaml'), 'entities: { a: { type: Person, tags: [] } }')
    const files = join(folder, 'refused')
    const places = ['--schema', join(project, 'schema.yaml'), '--data', join(project, 'data.yaml')]
    expect(runCommand(['export', 'neo4j-admin', files, ...places])).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        'stancegraph: The entity `a` cannot be written for neo4j-admin: its importer would drop `tags`, which is an empty list; use `stancegraph load` or `stancegraph export cypher` instead.\n',
    })
    expect(existsSync(files)).toBe(false)
  })

  it('refuses what does not go together', () => {
    const refused = (...args: string[]) => {
      const { exitCode, stderr } = exportTo(...args)
      expect(exitCode).toBe(2)
      return stderr
    }
    expect(refused('neo4j-admin', '-')).toBe(
      'stancegraph: neo4j-admin reads several files; name a folder for them.\n',
    )
    expect(refused('gexf', '-', '--name', 'news')).toBe(
      'stancegraph: --name is for cypher and neo4j-admin only.\n',
    )
    expect(refused('cypher', '-', '--spreadsheet-safe')).toBe(
      'stancegraph: --spreadsheet-safe is for csv only.\n',
    )
    expect(refused('cypher', '-', '--name', '')).toContain(
      'stancegraph: --name takes 1 to 200 characters, not all of them spaces',
    )
  })

  it('refuses to print two tables, and to make XML safe for spreadsheets', () => {
    expect(exportTo('csv', '-')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'stancegraph: csv is two tables; name a folder for nodes.csv and edges.csv.\n',
    })
    expect(exportTo('gexf', '-', '--spreadsheet-safe')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'stancegraph: --spreadsheet-safe is for csv only.\n',
    })
  })
})

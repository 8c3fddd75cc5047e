import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { commandPath, runCommand } from './run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'stancegraph-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A data file beside the background of the example data. */
function project(claims: string): string[] {
  const path = join(folder, 'claims.yaml')
  writeFileSync(path, `source: { id: wire, published: 2024-08-02 }\nclaims:\n${claims}\n`)
  return ['--data', path, '--data', 'data/background']
}

describe('The command', () => {
  test('prints its version and help', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(runCommand(['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' })
    expect(runCommand(['stance', '--help']).stdout).toContain('$ stancegraph stance "United States" González')
    expect(runCommand(['help', 'check']).exitCode).toBe(0)
  })

  test.each([
    [['stanc', 'US'], "stancegraph: unknown command 'stanc'\n(Did you mean stance?)\n(see --help)\n"],
    [['stance', 'US'], "stancegraph: missing required argument 'target'\n(see --help)\n"],
    [
      ['check', '--formt', 'json'],
      "stancegraph: unknown option '--formt'\n(Did you mean --format?)\n(see --help)\n",
    ],
    [
      ['check', '--format', 'xml'],
      'stancegraph: there is no format `xml`; use one of text, json, github, sarif.\n',
    ],
    [
      ['check', '--graph', 'graph.jsonl', '--data', 'data'],
      'stancegraph: --graph stands instead of --data; give one of them.\n',
    ],
    [['check', '--max-warnings', 'no'], 'stancegraph: --max-warnings takes a whole number, not `no`.\n'],
    [
      ['export', 'gxf', 'x'],
      'stancegraph: there is no format `gxf`; use one of: gexf, graphml, jsonl, cypher, csv, neo4j-admin.\n',
    ],
    [
      ['stance', 'US', 'gonzales'],
      'stancegraph: `gonzales` is not the name of anything in the graph: did you mean `González` (Person, Edmundo González Urrutia)?\n',
    ],
    [
      ['stance', 'US', 'González', '--as-of', '2024-08'],
      'stancegraph: `2024-08` is not a day of the calendar: write year, month and day, such as `2024-08-02`.\n',
    ],
    [
      ['stance', 'US', 'González', '--relation', 'recognises'],
      'stancegraph: `recognises` is not a relation of the graph schema: did you mean `recognizes`?\n',
    ],
  ])('called wrongly (%j) says so, with a way out, and exits with 2', (args, stderr) => {
    expect(runCommand(args)).toEqual({ exitCode: 2, stdout: '', stderr })
  })

  test('lists the candidates for a name that fits several, and exits with 2', () => {
    const data = project('  - US —supports→ A')
    writeFileSync(
      join(folder, 'claims.yaml'),
      'entities:\n  A: { type: Person, name: Ana Pérez }\n  B: { type: Person, name: Ana Perez }\n',
    )
    expect(runCommand(['relations', 'ana perez', ...data])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'stancegraph: `ana perez` can mean `A` (Person, Ana Pérez) or `B` (Person, Ana Perez): ask for the handle of the one you mean.\n',
    })
  })

  test('exits with 3 where the project is not there', () => {
    expect(runCommand(['check'], { cwd: folder })).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: `stancegraph: Cannot read \`${join(folder, 'graph-schema')}\`: it does not exist. Run this in the folder of the project, or name that folder.\n`,
    })
  })

  test('exits with 3 where its output cannot be written', () => {
    for (const args of ['check', 'relations Blinken', 'export gexf -', 'check --format json']) {
      const shell = `"${process.execPath}" "${commandPath}" ${args} > /dev/full`
      const { status, stderr } = spawnSync('bash', ['-c', shell], { encoding: 'utf8' })
      expect({ args, status, stderr }).toEqual({
        args,
        status: 3,
        stderr: 'stancegraph: cannot write to standard output: the disk is full.\n',
      })
    }
  })

  test('keeps its exit code when its reader ends early', () => {
    const data = project('  - US —supports→ Nobody\n'.repeat(3000)).map((arg) => `"${arg}"`)
    const shell = `"${process.execPath}" "${commandPath}" check --format json ${data.join(' ')} | head -1; exit \${PIPESTATUS[0]}`
    const { status, stderr } = spawnSync('bash', ['-c', shell], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  })

  test('has colours only on a terminal', () => {
    const { stdout } = runCommand(['relations', 'Blinken'], { env: { CI: 'true', FORCE_COLOR: '1' } })
    expect(stdout).not.toContain('\u001B')
  })

  test('ends quietly when its reader does', () => {
    const shell = `"${process.execPath}" "${commandPath}" export gexf - | head -c 10; exit \${PIPESTATUS[0]}`
    const { status, stderr } = spawnSync('bash', ['-c', shell], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

describe('check', () => {
  test('prints faults on standard error, counts on standard output, and exits with 1', () => {
    const { exitCode, stdout, stderr } = runCommand([
      'check',
      '--data',
      'tests/cli/slip.yaml',
      '--data',
      'data/background',
    ])
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^\d+ files, 1 source, .*\n2 errors, 0 warnings\.\n$/)
    expect(stderr.split('\n').slice(0, 5)).toEqual([
      'tests/cli/slip.yaml:3:9  error  unknown-relation',
      '  `recogmizes` is not a relation of the graph schema.',
      '  3 |   - US —recogmizes→ Venezuela',
      '    |         ^^^^^^^^^^',
      '  hint: did you mean `recognizes`?',
    ])
  })

  test('prints one JSON document', () => {
    const { exitCode, stdout, stderr } = runCommand([
      'check',
      '--format',
      'json',
      ...project('  - US —supports→ Venezuella'),
    ])
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
    const { diagnostics, summary } = JSON.parse(stdout) as { diagnostics: unknown[]; summary: object }
    expect(diagnostics).toEqual([
      {
        code: 'unknown-name',
        severity: 'error',
        message: 'No entity or claim is called `Venezuella`.',
        file: join(folder, 'claims.yaml'),
        range: { start: { line: 3, column: 19 }, end: { line: 3, column: 29 } },
        hint: 'did you mean `Venezuela`?',
        params: { name: 'Venezuella', nearest: ['Venezuela'], isSource: false },
      },
    ])
    expect(summary).toMatchObject({ sources: 1, claimsDatedBySource: 0, errors: 1, warnings: 0 })
  })

  test('prints annotations for GitHub', () => {
    const { stdout } = runCommand(['check', '--format', 'github', ...project('  - US —supports→ Venezuella')])
    expect(stdout).toBe(
      `::error file=${join(folder, 'claims.yaml')},line=3,endLine=3,col=19,endColumn=29,title=unknown-name::No entity or claim is called \`Venezuella\`.%0Ahint: did you mean \`Venezuela\`?\n`,
    )
  })

  test('names files from the folder in which it runs, where a service shows them', () => {
    const sub = join(folder, 'sub')
    cpSync('graph-schema', join(sub, 'graph-schema'), { recursive: true })
    mkdirSync(join(sub, 'data'))
    writeFileSync(join(sub, 'data/a.yaml'), 'claims: 7\n')
    const run = (format: string) =>
      runCommand(['check', '--project', 'sub', '--format', format], { cwd: folder }).stdout
    expect(run('github')).toContain('::error file=sub/data/a.yaml,')
    expect(run('sarif')).toContain('"uri": "sub/data/a.yaml"')
  })

  test('prints SARIF', () => {
    const { stdout } = runCommand(['check', '--format', 'sarif', ...project('  - US —supports→ Venezuella')])
    const log = JSON.parse(stdout) as { runs: { results: { ruleId: string }[] }[] }
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(['unknown-name'])
  })

  test('shows the one fault of 500 files alone', () => {
    const many = join(folder, 'many')
    mkdirSync(many)
    for (let i = 0; i < 500; i += 1) {
      const date = i === 321 ? '2024-13-01' : '2024-08-01'
      writeFileSync(
        join(many, `${i}.yaml`),
        `source: { id: s${i} }\nclaims:\n  - { claim: US —supports→ Venezuela, date: ${date} }\n`,
      )
    }
    const { exitCode, stdout, stderr } = runCommand(['check', '--data', many, '--data', 'data/background'])
    expect(exitCode).toBe(1)
    expect(stderr).toBe(`${join(many, '321.yaml')}:3:45  error  invalid-date
  \`2024-13-01\` is not a date: it names month 13, which does not exist.
  3 |   - { claim: US —supports→ Venezuela, date: 2024-13-01 }
    |                                             ^^^^^^^^^^
  hint: write \`2024-01-13\`

`)
    expect(stdout).toMatch(/^\d+ files, 500 sources, /)
  })

  test('allows as many warnings as it is told', () => {
    const warned = project('  - { claim: US —calls on→ Venezuela, to_do: wait, condition: never }')
    expect(runCommand(['check', ...warned]).exitCode).toBe(0)
    expect(runCommand(['check', ...warned, '--max-warnings', '1']).exitCode).toBe(0)
    const { exitCode, stderr } = runCommand(['check', ...warned, '--max-warnings', '0'])
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/\nstancegraph: 1 warning, and --max-warnings allows 0\.\n$/)
  })

  test('prints no more than 100 faults as text, and says how many are left out', () => {
    const { stderr } = runCommand(['check', ...project('  - US —supports→ Nobody\n'.repeat(130))])
    expect(stderr.match(/unknown-name/g)).toHaveLength(100)
    expect(stderr).toMatch(/… and 30 more; --format json of `check` has all\.\n\n$/)
  })
})

describe('Commands that need a clean project', () => {
  test('refuse one with errors, write nothing and leave an older file as it is', () => {
    const file = join(folder, 'graph.gexf')
    writeFileSync(file, 'older')
    const data = project('  - US —supports→ Venezuella')
    for (const args of [
      ['export', 'gexf', file],
      ['stance', 'US', 'Venezuela'],
      ['relations', 'US'],
    ]) {
      const { exitCode, stdout, stderr } = runCommand([...args, ...data])
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
      expect(stderr).toMatch(
        /error {2}unknown-name[^]*\nstancegraph: the project has an error, so nothing was done; mend it and run this again\.\n$/,
      )
    }
    expect(readFileSync(file, 'utf8')).toBe('older')
  })
})

describe('export', () => {
  test('follows links, and writes into devices as they are', () => {
    const link = join(folder, 'link.gexf')
    const real = join(folder, 'real.gexf')
    writeFileSync(real, 'older')
    symlinkSync('real.gexf', link)
    expect(runCommand(['export', 'gexf', link]).exitCode).toBe(0)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(real, 'utf8')).toMatch(/^<\?xml/)
    const pipe = join(folder, 'pipe.gexf')
    const shell = `mkfifo "${pipe}"; cat "${pipe}" | head -c 5 & "${process.execPath}" "${commandPath}" export gexf "${pipe}"; wait`
    expect(spawnSync('bash', ['-c', shell], { encoding: 'utf8' }).stdout).toBe('<?xml')
    expect(lstatSync(pipe).isFIFO()).toBe(true)
  })

  test('does not write over claims', () => {
    const { exitCode, stderr } = runCommand(['export', 'gexf', join(folder, 'claims.yaml')])
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: `stancegraph: \`${join(folder, 'claims.yaml')}\` is named like a file of claims; name another file.\n`,
    })
  })

  test('says in words what the system refuses', () => {
    const written = (name: string) => runCommand(['export', 'gexf', name]).stderr
    expect(written(folder)).toBe(`stancegraph: cannot write \`${folder}\`: it is a folder.\n`)
    const long = join(folder, `${'x'.repeat(300)}.gexf`)
    expect(written(long)).toBe(`stancegraph: cannot write \`${long}\`: its name is too long.\n`)
    expect(runCommand(['export', 'gexf', join(folder, `${'x'.repeat(245)}.gexf`)]).exitCode).toBe(0)
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
    'leaves an older file whole at %s, and nothing beside it where it can',
    async (signal) => {
      const target = mkdtempSync(join(folder, 'signal-'))
      const file = join(target, 'graph.gexf')
      writeFileSync(file, 'older')
      const write = fileURLToPath(new URL('write-slowly.js', import.meta.url))
      const child = spawn(process.execPath, [write, file], { stdio: ['ignore', 'pipe', 'inherit'] })
      await once(child.stdout, 'data')
      child.kill(signal)
      expect(await once(child, 'exit')).toEqual([null, signal])
      expect(readFileSync(file, 'utf8')).toBe('older')
      const left = readdirSync(target).filter((name) => name !== 'graph.gexf')
      expect(left).toHaveLength(signal === 'SIGKILL' ? 1 : 0)
    },
  )

  test('writes the file whole, beside nothing else', () => {
    const file = join(folder, 'whole.gexf')
    const { exitCode, stdout, stderr } = runCommand(['export', 'gexf', file])
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' })
    expect(stderr).toMatch(/^Wrote .*whole\.gexf: \d+ entities, \d+ claims\.\n$/)
    expect(readFileSync(file, 'utf8')).toBe(runCommand(['export', 'gexf', '-']).stdout)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('exits with 3 where it cannot write', () => {
    const file = join(folder, 'nowhere', 'graph.gexf')
    expect(runCommand(['export', 'gexf', file])).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: `stancegraph: cannot write \`${file}\`: its folder does not exist.\n`,
    })
    expect(existsSync(file)).toBe(false)
  })
})

describe('stance and relations', () => {
  test('find names whatever their case and accents', () => {
    const exact = runCommand(['stance', 'US', 'González', '--as-of', '2024-08-02', '--json'])
    const lenient = runCommand([
      'stance',
      'usa',
      'EDMUNDO GONZALEZ URRUTIA',
      '--as-of',
      '2024-08-02',
      '--json',
    ])
    expect(lenient).toEqual(exact)
    expect(JSON.parse(exact.stdout)).toMatchObject({ holder: 'US', target: 'González', stance: 'supports' })
  })

  test('print the same whatever the time zone', () => {
    const inZone = (TZ: string) =>
      runCommand(['stance', 'US', 'González', '--as-of', '2024-08-01'], { env: { TZ } })
    expect(inZone('Pacific/Kiritimati')).toEqual(inZone('Pacific/Niue'))
  })

  test('print relations as JSON and as text', () => {
    const { stdout } = runCommand(['relations', 'blinken', 'gonzalez', '--json'])
    expect((JSON.parse(stdout) as { claims: unknown[] }).claims).toHaveLength(3)
    expect(runCommand(['relations', 'blinken', 'gonzalez']).stdout).toMatch(
      /^3 claims between Antony Blinken and Edmundo González Urrutia\n\n {2}2024-08-01 {2}Antony Blinken /,
    )
  })
})

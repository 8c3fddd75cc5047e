import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import stringWidth from 'string-width'
import { afterAll, describe, expect, test } from 'vitest'
import { resultTable } from '../../src/cli/query-table.ts'
import type { CypherResult, CypherValue } from '../../src/cypher/result.ts'
import { commandPath, runCommand } from './run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'stancegraph-query-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** What a query prints that must end well. */
function printed(...args: readonly string[]): string {
  const { exitCode, stdout, stderr } = runCommand(['query', ...args])
  expect({ exitCode, stderr: stderr.replace(/^\d+ rows?\n$/, '') }).toEqual({ exitCode: 0, stderr: '' })
  return stdout
}

describe('query', () => {
  test('prints a table, and how many rows it has beside it', () => {
    const text = 'MATCH (a)-[r:RECOGNIZES]->(b) RETURN a.name, b.name, r.earliest AS day ORDER BY day, b.name'
    expect(runCommand(['query', text])).toEqual({
      exitCode: 0,
      stdout: `\
a.name               b.name                    day
Antony Blinken       Edmundo González Urrutia  2024-08-01
European Parliament  Edmundo González Urrutia  2024-09-19
European Parliament  María Corina Machado      2024-09-19
Antony Blinken       Edmundo González Urrutia  2024-11-19
`,
      stderr: '4 rows\n',
    })
    expect(runCommand(['query', 'UNWIND [] AS x RETURN x'])).toEqual({
      exitCode: 0,
      stdout: 'x\n',
      stderr: '0 rows\n',
    })
  })

  test('says which names nothing in the graph has, and answers all the same', () => {
    const text = 'MATCH (a:Persn)-[r:RECOGNISES]->(b {nmae: $x}) WHERE a.name <> b.id RETURN count(*)'
    expect(runCommand(['query', text, '--param', 'x=1'])).toEqual({
      exitCode: 0,
      stdout: 'count(*)\n0\n',
      stderr: `\
warning: No node has the label \`Persn\`.
1 | MATCH (a:Persn)-[r:RECOGNISES]->(b {nmae: $x}) WHERE a.name <> b.id RETURN count(*)
  |          ^^^^^
hint: Did you mean \`Person\`?
warning: No relationship has the type \`RECOGNISES\`.
1 | MATCH (a:Persn)-[r:RECOGNISES]->(b {nmae: $x}) WHERE a.name <> b.id RETURN count(*)
  |                    ^^^^^^^^^^
hint: Did you mean \`RECOGNIZES\`?
warning: Nothing has a property \`nmae\`.
1 | MATCH (a:Persn)-[r:RECOGNISES]->(b {nmae: $x}) WHERE a.name <> b.id RETURN count(*)
  |                                     ^^^^
hint: Did you mean \`name\`?
1 row
`,
    })
  })

  test('prints CSV in which a spreadsheet runs nothing', () => {
    const text = "RETURN '=1+1' AS a, '@b' AS b"
    expect(printed(text, '--csv')).toBe('a,b\r\n=1+1,@b\r\n')
    expect(printed(text, '--csv', '--spreadsheet-safe')).toBe("\uFEFFa,b\r\n'=1+1,'@b\r\n")
    expect(runCommand(['query', text, '--spreadsheet-safe'])).toMatchObject({
      exitCode: 2,
      stderr: 'stancegraph: --spreadsheet-safe goes with --csv; give that too.\n',
    })
  })

  test('prints JSON', () => {
    const text =
      "MATCH (n {id: 'Blinken'})-[r:HOLDS]->() RETURN n.name AS name, count(r), 1.0, type(head(collect(r))) AS t"
    expect(printed(text, '--json')).toBe(`\
{
  "columns": ["name", "count(r)", "1.0", "t"],
  "rows": [
    ["Antony Blinken", 1, 1.0, "HOLDS"]
  ]
}
`)
    expect(JSON.parse(printed('UNWIND [] AS x RETURN x, 1', '--json'))).toEqual({
      columns: ['x', '1'],
      rows: [],
    })
  })

  test('prints CSV that tells null from an empty text', () => {
    const text = String.raw`RETURN null AS a, '' AS b, 'x\ny' AS c, 'q"r, s' AS d, ' x' AS e, 51 AS f, 51.0 AS g, 0.0 / 0.0 AS h,
      true AS i, date('2024-08-01') AS j, [1, 'a', date('2024-08-01')] AS k, {a: null} AS ${'`l, "m"`'}`
    expect(printed(text, '--csv')).toBe(
      'a,b,c,d,e,f,g,h,i,j,k,"l, ""m"""\r\n' +
        ',"","x\ny","q""r, s"," x",51,51.0,NaN,true,2024-08-01,"[1, ""a"", ""2024-08-01""]","{""a"": null}"\r\n',
    )
    expect(printed('UNWIND [] AS x RETURN x', '--csv')).toBe('x\r\n')
  })

  test('shows a plan', () => {
    expect(printed("EXPLAIN MATCH (n {id: 'Blinken'}) RETURN n.name AS name")).toMatch(
      /^plan\n\+ ProduceResults {2}name\n/,
    )
  })

  test('takes the query from a file or from standard input, with a byte order mark or without', () => {
    const fine = { exitCode: 0, stdout: 'n\n1\n', stderr: '1 row\n' }
    expect(runCommand(['query', '--file', write('one.cypher', '\uFEFFRETURN 1 AS n;\n')])).toEqual(fine)
    expect(runCommand(['query'], { input: '\uFEFF// one\r\nRETURN 1 AS n\r\n' })).toEqual(fine)
    expect(runCommand(['query', '--file', '-'], { input: 'RETURN 1 AS n' })).toEqual(fine)
    expect(runCommand(['query', '-'], { input: 'RETURN 1 AS n' })).toEqual(fine)
  })

  test('takes parameters', () => {
    expect(
      printed(
        'RETURN $n, $day, $list, $`a b`',
        '--param',
        'n=51',
        '--param',
        'day=2024-08-01',
        '--param',
        'list=["a", 0.5]',
        '--param',
        'a b={c: null}',
        '--json',
      ),
    ).toContain('[51, "2024-08-01", ["a", 0.5], {"c": null}]')
  })

  test('has help whose examples work', () => {
    const help = runCommand(['query', '--help']).stdout
    const examples = Array.from(help.matchAll(/^ {2}\$ stancegraph (.+)$/gm), ([, line = '']) => line)
    expect(examples).toHaveLength(3)
    write(
      'camps.cypher',
      "MATCH (a)-[r {stance: 'opposes'}]->(b) RETURN b.id, count(DISTINCT a) AS critics ORDER BY critics DESC",
    )
    for (const example of examples) {
      const line = example.replace('camps.cypher', join(folder, 'camps.cypher')).replace('> camps.csv', '')
      const { status, stdout } = spawnSync(`"${process.execPath}" "${commandPath}" ${line}`, {
        shell: true,
        encoding: 'utf8',
      })
      expect(status, example).toBe(0)
      expect(stdout.trim().split('\n').length, example).toBeGreaterThan(2)
    }
  })

  test('ends well where nobody reads on', () => {
    const text = 'UNWIND range(1, 300000) AS n RETURN n'
    for (const format of ['', '--csv', '--json']) {
      const line = `("${process.execPath}" "${commandPath}" query '${text}' ${format}; echo $? >&2) | head -n 1`
      const { stdout, stderr } = spawnSync('/bin/sh', ['-c', line], { encoding: 'utf8' })
      expect([stdout.length < 20, stderr]).toEqual([true, '0\n'])
    }
  })

  test('is ended by Ctrl-C, also in the middle of one long expression', async () => {
    const text = 'RETURN size([x IN range(1, 10000) WHERE all(y IN range(1, 300000) WHERE y > 0)])'
    const running = spawn(process.execPath, [commandPath, 'query', text], { stdio: 'ignore' })
    const ended = once(running, 'exit')
    await sleep(2000)
    const begin = performance.now()
    running.kill('SIGINT')
    expect(await ended).toEqual([null, 'SIGINT'])
    expect(performance.now() - begin).toBeLessThan(5000)
  })
})

describe('A query that cannot be answered', () => {
  test.each([
    [['MATCH (n RETURN n'], /^SyntaxError: .+\n1 \| MATCH \(n RETURN n\n {2}\| {10}\^{6}\nhint: .+\n$/],
    [
      ['RETURN $n AS n'],
      /^ParameterMissing: .+`n`.*\n1 \| RETURN \$n AS n\n {2}\| {8}\^\^\nhint: .+ --param day=2024-08-01\.\n$/,
    ],
    [['RETURN 1 / 0'], /^ArithmeticError: [^]+\^/],
    [
      ['CREATE (n) RETURN n'],
      /^SyntaxError: CREATE would change the graph, [^]+\nhint: The graph is built from the claim files/,
    ],
    [['MATCH (n) DETACH DELETE n'], /^SyntaxError: DETACH would change the graph/],
    [['  '], /^stancegraph: the query is empty; /],
    [
      ['RETURN 1', '--file', 'x'],
      /^stancegraph: --file stands instead of the text of a query; give one of them\.\n$/,
    ],
    [['RETURN 1', '--csv', '--json'], /^stancegraph: --csv stands instead of --json; give one of them\.\n$/],
    [['RETURN 1', '--param', 'n'], /^stancegraph: --param takes name=value, not `n`; /],
    [['RETURN 1', '--timeout', '0'], /^stancegraph: option '--timeout <seconds>' argument '0' is invalid\./],
    [['RETURN 1', '--timeout', 'Infinity'], /must be a number of seconds above 0/],
  ])('%j: exits with 2', (args, stderr) => {
    const run = runCommand(['query', ...args])
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toMatch(stderr)
  })

  test('is told from one that takes too long, and from what the computer or the project is at fault for', () => {
    expect(runCommand(['query', 'MATCH (a), (b), (c), (d) RETURN count(*)', '--timeout', '0.1'])).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        'LimitExceeded: The query takes longer than 100 milliseconds.\nhint: Narrow its patterns, add a LIMIT, or give it more time with --timeout.\n',
    })
    const missing = runCommand(['query', '--file', join(folder, 'missing')])
    expect(missing).toMatchObject({ exitCode: 3, stdout: '' })
    expect(missing.stderr).toMatch(/missing`: it does not exist; give the query in another way\.\n$/)
    const binary = write('binary', new Uint8Array([0xff, 0xfe]))
    expect(runCommand(['query', '--file', binary]).stderr).toMatch(/binary`: it is not UTF-8 text; /)
    expect(runCommand(['query'], { input: new Uint8Array([0xff]) })).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        'stancegraph: cannot read standard input: it is not UTF-8 text; give the query in another way.\n',
    })
    const claims = write('claims.yaml', 'claims: [Nobody —supports→ Nothing]\n')
    const faulty = runCommand(['query', 'RETURN 1', '--data', claims])
    expect(faulty).toMatchObject({ exitCode: 1, stdout: '' })
    expect(faulty.stderr).toMatch(
      /\nstancegraph: the project has (?:an error|\d errors), so nothing was done; /,
    )
  })
})

describe('A result on a terminal', () => {
  const one = (values: Readonly<Record<string, CypherValue>>): CypherResult => ({
    columns: Object.keys(values),
    rows: [Object.values(values)],
  })
  const lines = (result: CypherResult, width?: number) => [...resultTable(result, width)]

  test('is cut to fit', () => {
    const result = one({ short: 1n, long: 'a'.repeat(50), 名前: '中国'.repeat(50) })
    for (const width of [200, 80, 40, 30]) {
      const shown = lines(result, width)
      expect(shown).toHaveLength(2)
      expect(shown[1]).toMatch(/^1 {6}a+.+…\n$/)
      for (const line of shown) expect(stringWidth(line)).toBeLessThanOrEqual(width)
    }
    expect(lines(result)[1]).toBe(`1      ${'a'.repeat(50)}  ${'中国'.repeat(50)}\n`)
  })

  test('is a list of its rows where there are too many columns', () => {
    const many = one(Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`column ${n}`, 'x'.repeat(n)])))
    const shown = lines(many, 20)
    expect(shown.slice(0, 4)).toEqual(['row 1\n', '  column 0\n', '  column 1  x\n', '  column 2  xx\n'])
    expect(shown.at(-1)).toBe('  column…   xxxxxxx…\n')
    for (const line of shown) expect(stringWidth(line)).toBeLessThanOrEqual(20)
    expect(lines({ columns: many.columns, rows: [] }, 20)).toEqual([])
    expect(lines({ columns: [], rows: [] }, 20)).toEqual([])
  })

  test('shows control characters, and stays on its line', () => {
    expect(lines(one({ 'a\u001b[31m': 'b\u001b[0m\nc\u202Ed', e: ['f\ng'] }))).toEqual([
      'a<U+001B>[31m                   e\n',
      "b<U+001B>[0m<U+000A>c<U+202E>d  ['f\\ng']\n",
    ])
  })

  test('may have texts of any length', () => {
    const text = '中é'.repeat(300_000)
    expect(lines(one({ text, n: 1n }), 40)[1]).toMatch(/^中é.+… {2}1\n$/)
    expect(lines(one({ text, n: 1n }))[1]).toHaveLength(600_000 + 4)
  })
})

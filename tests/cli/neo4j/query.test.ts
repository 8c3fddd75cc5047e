/** `query` on a server: it prints what it prints of files. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { auth, driver as openDriver, type Driver } from 'neo4j-driver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeOnServers } from '../../neo4j/servers.ts'
import { eraseGraph } from '../../stores/neo4j/erase-graph.ts'
import { runBeside, startBeside } from './run-beside.ts'

/** Other graphs are in the database too, but not in memory. */
const ours = "WHERE coalesce(a['_graph'], $graph) = $graph"

const endless =
  'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a WHERE a < 0 RETURN count(*)'

describeOnServers('query', ({ url, username, password }) => {
  const name = `query-${randomUUID()}`
  const access = { NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
  const server = ['--neo4j', url, '--name', name]
  const ask = (...args: readonly string[]) => runBeside(['query', ...args, ...server], access)
  let driver: Driver
  beforeAll(async () => {
    driver = openDriver(url, auth.basic(username, password))
    expect(await runBeside(['load', ...server], access)).toMatchObject({ exitCode: 0 })
  })
  afterAll(async () => {
    await eraseGraph(driver, name)
    await driver.close()
  })

  test.each([
    [
      `MATCH (a)-[r:RECOGNIZES]->(b) ${ours} RETURN a.name, b.name, r.date, r.earliest ORDER BY r.earliest, b.name`,
    ],
    [`MATCH (a)-[r]->() ${ours} RETURN type(r) AS type, count(*) AS claims ORDER BY claims DESC, type`],
    [
      `MATCH (a {id: $who})-[r:RECOGNIZES]->() ${ours} RETURN r.earliest, r.quote_starts, 51, $n, $m.x ORDER BY r.earliest`,
    ],
    [`MATCH (a:Person) ${ours} AND a.id = 'nobody' RETURN a`],
  ])('prints what it prints of files: %s', async (text) => {
    const parameters = [`graph=${name}`, 'who=Blinken', 'n=51.0', 'm={x: [1, null]}'].flatMap((one) => [
      '--param',
      one,
    ])
    for (const format of [[], ['--json'], ['--csv']]) {
      const [fromFiles, fromServer] = await Promise.all([
        runBeside(['query', text, ...parameters, ...format]),
        ask(text, ...parameters, ...format),
      ])
      expect(fromFiles.exitCode).toBe(0)
      expect({ ...fromServer, took: 0 }).toEqual({ ...fromFiles, took: 0 })
    }
  })

  test('says which names nothing in the database has, in the words for files', async () => {
    const text = 'MATCH (a:Persn)-[r:CONGRATULATE]->(b {nmae: 1}) RETURN count(*) AS none'
    const [run, fromFiles] = [await ask(text), await runBeside(['query', text])]
    expect({ ...run, took: 0 }).toEqual({ ...fromFiles, took: 0 })
    expect(run.stderr.match(/^(?:warning|hint): .+$/gm)).toEqual([
      'warning: No node has the label `Persn`.',
      'hint: Did you mean `Person`?',
      'warning: No relationship has the type `CONGRATULATE`.',
      'hint: Did you mean `CONGRATULATES`?',
      'warning: Nothing has a property `nmae`.',
      'hint: Did you mean `name`?',
    ])
  })

  test('shows the plan of the server', async () => {
    const { exitCode, stdout } = await ask('EXPLAIN MATCH (a:Person) RETURN a')
    expect({ exitCode, lines: stdout.split('\n').slice(0, 2) }).toEqual({
      exitCode: 0,
      lines: ['plan', '+ ProduceResults  a'],
    })
  })

  test.each([
    ['MATCH (n RETURN n', /^SyntaxError: Invalid input [^]+\n"MATCH \(n RETURN n"\n +\^\n$/],
    ['RETURN $n', /^ParameterMissing: [^]+\nhint: .+--param/],
    ['RETURN 1 / 0', /^ArithmeticError: /],
    ['CALL no.such.procedure()', /^ProcedureNotFound: /],
    ["CALL db.index.fulltext.queryNodes('none', 'x')", /^\w+: /],
    ['CREATE (n) RETURN n', /^stancegraph: this query writes; stancegraph only reads from the database/],
  ])('says what is wrong, and exits with 2: %s', async (text, stderr) => {
    const run = await ask(text)
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toMatch(stderr)
  })

  test('ends in its time', async () => {
    const { took, ...run } = await ask(endless, '--timeout', '0.5')
    expect(run).toEqual({
      exitCode: 3,
      stdout: '',
      stderr:
        'stancegraph: the query takes longer than 0.5 seconds; narrow its patterns, add a LIMIT, or give it more time.\n',
    })
    expect(took).toBeLessThan(10_000)
  })

  test('is stopped by Ctrl-C, on the server too', async () => {
    const text = `${endless} AS \`${name}\``
    const isRunning = async () => {
      const { records } = await driver.executeQuery(
        'SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery',
      )
      return records.some((record) => record.get('currentQuery') === text)
    }
    const running = startBeside(['query', text, ...server], access)
    while (!(await isRunning())) await sleep(100)
    running.process.kill('SIGINT')
    expect(await running.ended).toMatchObject({ exitCode: 130, stdout: '', stderr: '' })
    const begin = performance.now()
    while ((await isRunning()) && performance.now() - begin < 10_000) await sleep(100)
    expect(await isRunning()).toBe(false)
  })
})

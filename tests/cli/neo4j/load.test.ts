/** `stancegraph load` on servers: what it does, says and refuses. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { auth, driver as openDriver, type Driver } from 'neo4j-driver'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { describeOnServers } from '../../neo4j/servers.ts'
import { eraseGraph } from '../../stores/neo4j/erase-graph.ts'
import { runBeside, startBeside, type TimedRun } from './run-beside.ts'

const schema = `
types: { Person: {}, Plan: {} }
relations: { praises: { from: Person, to: Plan, stance: supports }, rejects: { from: Person, to: Plan, stance: opposes } }
`

/** A source that says these claims of a few persons and a plan. */
function wire(id: string, ...claims: readonly string[]): string {
  const entities = 'entities: { Ada: { type: Person }, Bo: { type: Person }, levy: { type: Plan } }'
  const lines = claims.map((claim) => `  - ${claim}\n`)
  return `source: { id: ${id}, published: 2024-05-06 }\n${entities}\nclaims:\n${lines.join('')}`
}

/** JSON Lines with so many claims. */
function manyClaims(count: number): string {
  const things = [
    { source: { id: 'first', published: '2024-05-06' } },
    { entity: { id: 'Ada', type: 'Person' } },
    { entity: { id: 'levy', type: 'Plan' } },
  ]
  const claims = Array.from({ length: count }, (_, index) => ({
    claim: { id: `c${index}`, subject: 'Ada', relation: 'praises', object: 'levy', source: 'first' },
  }))
  return [...things, ...claims].map((line) => `${JSON.stringify(line)}\n`).join('')
}

describeOnServers('load', ({ url, username, password }) => {
  let driver: Driver
  let folder: string
  let name: string
  beforeAll(() => {
    driver = openDriver(url, auth.basic(username, password))
  })
  afterAll(() => driver.close())
  beforeEach(() => {
    name = `cli-${randomUUID()}`
    folder = mkdtempSync(join(tmpdir(), 'stancegraph-load-'))
    mkdirSync(join(folder, 'data'))
    write('graph-schema/all.yaml', schema)
    write('data/first.yaml', wire('first', 'Ada —praises→ levy', 'Bo —rejects→ levy'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await eraseGraph(driver, name)
  })

  function write(path: string, text: string): void {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }

  const access = { NEO4J_URI: url, NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
  const load = (...args: readonly string[]): Promise<TimedRun> =>
    runBeside(['load', '--project', folder, '--name', name, ...args], access)

  /** What a load prints that must end well. */
  async function loaded(...args: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await load(...args)
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    return stdout
  }

  test('prints what it would change, what it changed, and that nothing is left to change', async () => {
    const all = `
            ADDED  CHANGED  REMOVED  UNCHANGED
  sources       1        0        0          0
  entities      3        0        0          0
  claims        2        0        0          0
`
    expect(await loaded('--dry-run')).toBe(
      `Nothing was written; a load into the graph \`${name}\` would do this\n${all}`,
    )
    expect(await loaded()).toBe(`Loaded into the graph \`${name}\`\n${all}`)
    expect(await loaded()).toBe(`Loaded into the graph \`${name}\`

            ADDED  CHANGED  REMOVED  UNCHANGED
  sources       0        0        0          1
  entities      0        0        0          3
  claims        0        0        0          2
`)
  })

  test('prints the same as JSON', async () => {
    await loaded()
    write('data/first.yaml', wire('first', '{ claim: Ada —praises→ levy, note: twice }'))
    const expected = {
      sources: { added: 0, changed: 0, removed: 0, unchanged: 1 },
      entities: { added: 0, changed: 0, removed: 0, unchanged: 3 },
      claims: { added: 0, changed: 1, removed: 1, unchanged: 0 },
    }
    for (const args of [['--dry-run'], []]) {
      const printed = args.length > 0 ? { dryRun: true, ...expected } : expected
      expect(await loaded('--json', ...args)).toBe(`${JSON.stringify(printed, null, 2)}\n`)
    }
  })

  test('removes nothing with --data, unless it is told to', async () => {
    await loaded()
    write('more/second.yaml', wire('second', 'Bo —praises→ levy'))
    expect(await loaded('--data', 'more')).toBe(`Loaded into the graph \`${name}\`

            ADDED  CHANGED  REMOVED  UNCHANGED
  sources       1        0        0          0
  entities      0        0        0          3
  claims        1        0        0          0

Left in the database, as --data names only some of the files: 1 source, 0 entities, 2 claims. With --remove, they go.
`)
    expect(JSON.parse(await loaded('--data', 'more', '--json'))).toEqual({
      sources: { added: 0, changed: 0, removed: 0, unchanged: 1 },
      entities: { added: 0, changed: 0, removed: 0, unchanged: 3 },
      claims: { added: 0, changed: 0, removed: 0, unchanged: 1 },
      missing: { sources: 1, entities: 0, claims: 2 },
    })
    expect(await loaded('--data', 'more', '--remove')).toBe(`Loaded into the graph \`${name}\`

            ADDED  CHANGED  REMOVED  UNCHANGED
  sources       0        0        1          1
  entities      0        0        0          3
  claims        0        0        2          1
`)
  })

  test('names what it keeps for others, with the way out', async () => {
    await loaded()
    await driver.executeQuery(
      "MATCH (n:Entity {_graph: $name, id: 'Bo'}) CREATE (:Topic {graph: $name})-[:MENTIONS]->(n)",
      { name },
    )
    const ada =
      'source: { id: first, published: 2024-05-06 }\nentities: { Ada: { type: Person }, levy: { type: Plan } }\n'
    write('data/first.yaml', `${ada}claims: [Ada —praises→ levy]\n`)
    try {
      expect(await loaded()).toBe(`Loaded into the graph \`${name}\`

            ADDED  CHANGED  REMOVED  UNCHANGED
  sources       0        0        0          1
  entities      0        0        1          2
  claims        0        0        1          1

Not needed any more, but kept for relationships that stancegraph did not write. Delete these, or move them to other
nodes, and load again:
  Entity Bo: 1 relationship
`)
      expect(JSON.parse(await loaded('--json'))).toMatchObject({
        kept: [{ id: 'Bo', label: 'Entity', relationships: 1 }],
      })
    } finally {
      await driver.executeQuery('MATCH (n:Topic {graph: $name}) DETACH DELETE n', { name })
    }
    expect(JSON.parse(await loaded('--json'))).not.toHaveProperty('kept')
  })

  test('loads an exported graph', async () => {
    const file = join(folder, 'graph.jsonl')
    await runBeside(['export', 'jsonl', file, '--project', folder])
    expect(await loaded('--graph', 'graph.jsonl')).toContain(
      '  claims        2        0        0          0\n',
    )
    expect(await loaded()).toContain('  claims        0        0        0          2\n')
  })

  test('loads nothing of a project with errors', async () => {
    write('data/second.yaml', wire('second', 'Bo —prases→ levy'))
    const { exitCode, stdout, stderr } = await load()
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toMatch(/^data\/second\.yaml:4:\d+ {2}error {2}unknown-relation\n/)
    expect(stderr).toContain(
      'stancegraph: the project has an error, so nothing was done; mend it and run this again.\n',
    )
    const { records } = await driver.executeQuery('MATCH (n {_graph: $name}) RETURN n LIMIT 1', { name })
    expect(records).toEqual([])
  })

  test('does not load over another project, unless it is told to', async () => {
    await loaded()
    write('data/first.yaml', wire('other', 'Ada —praises→ levy'))
    expect(await load()).toMatchObject({
      exitCode: 3,
      stdout: '',
      stderr: `stancegraph: the database's graph \`${name}\` holds another project (its sources: \`first\`); load under another \`--name\`, or add \`--replace\` to overwrite it.\n`,
    })
    expect(await loaded('--replace')).toContain('  sources       1        0        1          0\n')
  })

  test('can be stopped by Ctrl-C between two batches, and be gone on with', async () => {
    rmSync(join(folder, 'data/first.yaml'))
    write('data/many.jsonl', manyClaims(20_000))
    const running = startBeside(['load', '--project', folder, '--name', name], access)
    await Promise.race([untilLoading(name), running.ended])
    running.process.kill('SIGINT')
    expect(await running.ended).toMatchObject({
      exitCode: 130,
      stdout: '',
      stderr: 'stancegraph: the load was stopped; run it again to end it.\n',
    })
    expect(await runBeside(['stances', 'levy', '--neo4j', url, '--name', name], access)).toMatchObject({
      exitCode: 3,
      stdout: '',
      stderr: `stancegraph: graph \`${name}\` is being loaded, or a load of it has not ended; run \`stancegraph load --name ${name}\` again to end it.\n`,
    })
    const { claims: counts } = JSON.parse(await loaded('--json')) as { claims: Record<string, number> }
    expect(Number(counts['added']) + Number(counts['unchanged'])).toBe(20_000)
    expect(await loaded()).toContain('  claims        0        0        0      20000\n')
  })

  /** Waits until the first batch of a load is written. */
  async function untilLoading(graph: string): Promise<void> {
    const query = "MATCH (g:StancegraphGraph {name: $graph, state: 'loading'}) WHERE g.batch > 0 RETURN g"
    while ((await driver.executeQuery(query, { graph })).records.length === 0) await sleep(10)
  }
})

test.each(['', ' ', 'a\nb', '\u001b[31m', 'x'.repeat(201)])(
  'load and export take no such name, before they read anything: %j',
  async (name) => {
    for (const args of [['load'], ['export', 'cypher', '-'], ['stances', 'US', '--neo4j', 'bolt://x']]) {
      expect(await runBeside([...args, '--name', name])).toMatchObject({
        exitCode: 2,
        stdout: '',
        stderr:
          'stancegraph: --name takes 1 to 200 characters, not all of them spaces and none of them a control character; choose another name.\n',
      })
    }
  },
)

test('load takes --remove with --data alone', async () => {
  expect(await runBeside(['load', '--remove', '--neo4j', 'bolt://127.0.0.1:1'], {})).toMatchObject({
    exitCode: 2,
    stderr:
      'stancegraph: --remove goes with --data; without that, a load removes what the files do not have anyway.\n',
  })
})

test('load says which server it needs', async () => {
  for (const env of [{}, { NEO4J_URI: '' }]) {
    expect(await runBeside(['load'], env)).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: 'stancegraph: no server was named; write --neo4j bolt://localhost:7687, or set NEO4J_URI.\n',
    })
  }
})

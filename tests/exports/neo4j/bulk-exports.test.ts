import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import neo4j, { type Config, type Driver } from 'neo4j-driver'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cypherText, onOneLine } from '../../../src/exports/cypher-literal.ts'
import { toCypherScript } from '../../../src/exports/cypher.ts'
import { toNeo4jAdmin } from '../../../src/exports/neo4j-admin.ts'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { schemaToJson } from '../../../src/graph/schema-json.ts'
import { buildGraph } from '../../../src/project/build-graph.ts'
import { checkStorable } from '../../../src/stores/neo4j/load/preflight.ts'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import { describeOnOwnServers } from '../../neo4j/servers.ts'
import { startServer } from '../../neo4j/server.ts'
import { entity, exampleGraph, graphOf } from '../example-graph.ts'
import { graphFrom, hostileGraph, randomGraph } from './hostile-graph.ts'
import { contentsOf, readDatabase } from './read-database.ts'
import { runImport, writeFiles, writeNeo4jAdmin } from './run-import.ts'

async function exampleProject(): Promise<KnowledgeGraph> {
  const built = await buildGraph({ schema: 'graph-schema', data: ['data'] })
  if (!built.ok) throw new Error('the example data have errors')
  return built.graph
}

describeOnOwnServers('Bulk exports', (version) => {
  // Of such names, a shell and a pattern for files would make something else.
  const folder = mkdtempSync(join(tmpdir(), "stancegraph (it's $1) "))
  const home = join(folder, 'home')
  const closing: (() => Promise<void>)[] = []
  let driver: Driver
  let imported: KnowledgeGraph
  let importerPrinted = ''

  beforeAll(async () => {
    imported = graphFrom([
      await exampleProject(),
      exampleGraph,
      hostileGraph((name) => !/[({\r\n]/.test(name)),
      randomGraph(60, (each) => {
        checkStorable(each, 'stancegraph')
        toNeo4jAdmin(each)
      }),
    ])
    mkdirSync(join(home, 'conf'), { recursive: true })
    writeFiles(join(folder, 'import'), toNeo4jAdmin(imported))
    writeNeo4jAdmin(join(folder, 'neo4j-admin'), version)
    const run = await runImport(['import/import.sh'], { cwd: folder, home, admin: './neo4j-admin' })
    if (run.exitCode !== 0) throw new Error(run.stdout + run.stderr)
    importerPrinted = run.stdout
    const server = await startServer({ version, home })
    closing.unshift(() => server.stop())
    const { url, username, password } = server
    const config: Partial<Config> = { useBigInt: true }
    driver = neo4j.driver(url, neo4j.auth.basic(username, password), config)
    closing.unshift(() => driver.close())
  })
  afterAll(async () => {
    for (const close of closing) await close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function expectInDatabase(graph: KnowledgeGraph, name: string): Promise<void> {
    const [found, expected] = [await readDatabase(driver, name), contentsOf(graph, name)]
    for (const [key, value] of expected) expect(found.get(key), key).toEqual(value)
    expect([...found.keys()].filter((key) => !expected.has(key))).toEqual([])
  }

  /** The marker; of its schema, whether it is that of a graph. */
  async function markerOf(name: string, { schema }: KnowledgeGraph = exampleGraph): Promise<unknown> {
    const { records } = await driver.executeQuery('MATCH (m:StancegraphGraph {name: $name}) RETURN m', {
      name,
    })
    const found = records.map((row) => (row.get('m') as { properties: Record<string, unknown> }).properties)
    return found.map((properties) => {
      const { types: _types, ...others } = properties
      return { ...others, schema: properties['schema'] === schemaToJson(schema) }
    })
  }

  async function expectNothingToLoad(graph: KnowledgeGraph, name: string): Promise<void> {
    const nothing = { added: 0, changed: 0, removed: 0 }
    expect(await loadIntoNeo4j(driver, graph, { name })).toEqual({
      sources: { ...nothing, unchanged: graph.sources.size },
      entities: { ...nothing, unchanged: graph.entities.size },
      claims: { ...nothing, unchanged: graph.claims.size },
      kept: [],
    })
    expect(await markerOf(name, graph)).toMatchObject([{ state: 'ready', version: 1n, schema: true }])
  }

  /** Statement by statement, each in a transaction of its own, as cypher-shell does. */
  async function runStatements(statements: readonly string[]): Promise<void> {
    const session = driver.session()
    try {
      for (const statement of statements) await session.run(statement)
    } finally {
      await session.close()
    }
  }

  it('have the importer bring everything as it is', async () => {
    expect(importerPrinted).toMatch(
      /\n\nNext: Start the server, and run in the folder of the project: stancegraph load\nIt makes .*\n$/,
    )
    await expectInDatabase(imported, 'stancegraph')
    expect(await markerOf('stancegraph', imported)).toEqual([
      { name: 'stancegraph', state: 'ready', token: 'neo4j-admin', version: 1n, batch: 0n, schema: true },
    ])
    await expectNothingToLoad(imported, 'stancegraph')
  })

  it('have the script bring everything as it is, also when it runs again', async () => {
    const graph = graphFrom([
      await exampleProject(),
      exampleGraph,
      hostileGraph(() => true),
      randomGraph(8, (each) => checkStorable(each, 'stancegraph')),
    ])
    const name = "it's a `graph` \\ with\n; \u2028"
    const statements = statementsOf(graph, name)
    const marker = { name, version: 1n, batch: 0n, schema: true }
    await runStatements(statements.slice(0, -1))
    expect(await markerOf(name, graph)).toMatchObject([{ ...marker, state: 'loading' }])
    await runStatements(statements)
    await expectInDatabase(graph, name)
    expect(await markerOf(name, graph)).toMatchObject([{ ...marker, state: 'ready' }])
    await expectNothingToLoad(graph, name)
  })

  it('have the script fail on a graph that is there in another state, and change nothing', async () => {
    const name = 'there already'
    await runStatements(statementsOf(exampleGraph, name))
    const later = graphFrom([exampleGraph, graphOf({ entities: [entity('new')] })])
    await expect(runStatements(statementsOf(later, name))).rejects.toThrow(
      /already exists with label `StancegraphGraph` and property `name` = 'there already'/,
    )
    await expectInDatabase(exampleGraph, name)
  })

  it('have the script write nothing once a load has taken the graph over', async () => {
    const name = 'taken over'
    const statements = statementsOf(exampleGraph, name)
    const first = statements.findIndex((statement) => statement.startsWith('MERGE')) + 1
    await runStatements(statements.slice(0, first))
    const session = driver.session()
    const load = session.beginTransaction()
    await load.run("MATCH (m:StancegraphGraph {name: $name}) SET m.token = 'load'", { name })
    // Its first batch has to wait for this transaction, and then sees the new token.
    const rest = runStatements(statements.slice(first))
    await Promise.all([expect(rest).rejects.toThrow(/already exists with label/), commitLater(load)])
    await session.close()
    expect(await readDatabase(driver, name)).toEqual(new Map())
    expect(await markerOf(name)).toMatchObject([{ token: 'load', state: 'loading' }])
  })

  it('have the script write any text as it is', async () => {
    const unit = fc.oneof(
      fc.constantFrom('\\', 'u', "'", '0', '\n', ';', '\u2028', '\0'),
      fc.string({ unit: 'binary' }),
    )
    const texts = fc
      .sample(fc.array(unit, { maxLength: 12 }), 2000)
      .map((parts) => parts.join('').replace(/\p{Cs}/gu, ''))
    const { records } = await driver.executeQuery(
      onOneLine(`RETURN [${texts.map(cypherText).join(', ')}] AS texts`),
    )
    expect(records[0]?.get('texts')).toEqual(texts)
  })
})

async function commitLater(
  transaction: Awaited<ReturnType<ReturnType<Driver['session']>['beginTransaction']>>,
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 500))
  await transaction.commit()
}

function statementsOf(graph: KnowledgeGraph, name: string): readonly string[] {
  return [...toCypherScript(graph, { name })].join('').split(/;\n/).slice(0, -1)
}

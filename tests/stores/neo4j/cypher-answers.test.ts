/** That a server and the engine in memory give the same answers on the example data. */
import { randomUUID } from 'node:crypto'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CypherParameter } from '../../../src/cypher/result.ts'
import { buildGraph } from '../../../src/project/build-graph.ts'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import { memoryStore, type MemoryStore } from '../../../src/stores/memory-store.ts'
import { neo4jStore } from '../../../src/stores/neo4j/neo4j-store.ts'
import { comparableResult } from '../../cypher/judge/comparable-result.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { eraseGraph } from './erase-graph.ts'

/** Other graphs are in the database too, but not in memory: `in(a)` keeps to the nodes of ours. */
const queries: readonly (readonly [string, boolean, Readonly<Record<string, CypherParameter>>])[] = [
  [
    'MATCH (a)-[r:RECOGNIZES]->(b) WHERE in(a) RETURN a.name, b.name, r.date, r.earliest ORDER BY r.earliest, a.name, b.name',
    true,
    {},
  ],
  [
    'MATCH (a)-[r]->() WHERE in(a) RETURN type(r) AS type, count(*) AS n, min(r.earliest), collect(DISTINCT r.stance)[0] ORDER BY n DESC, type LIMIT 15',
    true,
    {},
  ],
  ['MATCH (n:Person) WHERE in(n) RETURN n ORDER BY n.id', true, {}],
  [
    'MATCH (a)-[r]->(b:Claim) WHERE in(a) RETURN a, r, b, [(b)-[e:SUBJECT|OBJECT|REPORTED_IN]->(end) | [type(e), end.id]][0..0]',
    false,
    {},
  ],
  [
    'MATCH p = (a {id: $who})-[:HOLDS]->(:Position)-->(c) WHERE in(a) RETURN p, length(p), [n IN nodes(p) | n.id]',
    false,
    { who: 'Blinken' },
  ],
  [
    'MATCH (c:Country) WHERE in(c) OPTIONAL MATCH (c)-[r:RECOGNIZES]->(x) RETURN c.id, r, x.id, r.date IS NULL',
    false,
    {},
  ],
  [
    "MATCH (a)-[r]->() WHERE in(a) AND r.until IS NOT NULL RETURN r.id, r.date, r.until, r.until.year, duration.between(r.earliest, r.until), r.until + duration('P1M'), r.earliest < date('2020-01-01')",
    false,
    {},
  ],
  [
    "MATCH (n:Actor&!Country) WHERE in(n) AND EXISTS { (n)-[r]->() WHERE r.stance = 'opposes' } RETURN n.id, COUNT { (n)-->() } AS n ORDER BY n DESC, n.id",
    false,
    {},
  ],
  [
    "MATCH (a {id: 'Boric'}), (b {id: 'Borrell'}) WHERE in(a) AND in(b) MATCH p = shortestPath((a)-[*..4]-(b)) RETURN length(p)",
    false,
    {},
  ],
  [
    'MATCH (n)-[r]->() WHERE in(n) AND size(r.quotes) > 1 RETURN r.id, size(r.quotes), r.quote_starts, [q IN r.quotes | toUpper(left(q, 20))]',
    false,
    {},
  ],
  [
    'UNWIND $list AS one RETURN one, valueType(one) AS type, $map.a AS a, toString(one) AS text',
    true,
    { list: [51n, 51, 0.5, -(2n ** 63n)], map: { a: [true, null] } },
  ],
  [
    "MATCH (s:Source) WHERE in(s) AND s.published >= '2024-08' RETURN s {.id, .title, days: size(s.published)} AS source ORDER BY s.published, s.id",
    true,
    {},
  ],
]

describeOnServers('cypher of both stores', ({ url, username, password }) => {
  const driver = neo4j.driver(url, neo4j.auth.basic(username, password))
  const name = `answers ${randomUUID()}`
  const server = neo4jStore(driver, { graph: name })
  let memory: MemoryStore
  beforeAll(async () => {
    const built = await buildGraph()
    if (!built.ok) throw new Error('the example data has errors')
    memory = memoryStore(built.graph)
    await loadIntoNeo4j(driver, built.graph, { name })
  })
  afterAll(async () => {
    await eraseGraph(driver, name)
    await driver.close()
  })

  it.each(queries)('is the same: %s', async (written, isOrdered, parameters) => {
    const text = written.replace(/\bin\((\w+)\)/g, 'coalesce($1._graph, $graph) = $graph')
    const given = { ...parameters, graph: name }
    const [inMemory, onServer] = await Promise.all([memory.cypher(text, given), server.cypher(text, given)])
    expect(inMemory.rows.length).toBeGreaterThan(0)
    expect(comparableResult(onServer, isOrdered)).toEqual(comparableResult(inMemory, isOrdered))
  })
})

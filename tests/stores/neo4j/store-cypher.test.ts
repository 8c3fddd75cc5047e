import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CypherParameter, CypherValue } from '../../../src/cypher/result.ts'
import { loadIntoNeo4j } from '../../../src/stores/neo4j/load/load.ts'
import { memoryStore } from '../../../src/stores/memory-store.ts'
import { neo4jStore } from '../../../src/stores/neo4j/neo4j-store.ts'
import { graphOf } from '../../graphs/build.ts'
import { hostileTexts } from '../../exports/hostile-texts.ts'
import { describeOnServers } from '../../neo4j/servers.ts'
import { failureOf } from './in-graph.ts'
import { eraseGraph } from './erase-graph.ts'

const temporalExpressions = [
  ...["date('2024-02-29')", 'date({year: -5, month: 1, day: 2})', 'date({year: 12345, month: 1, day: 2})'],
  ...["date('-999999999-01-01')", "date('+999999999-12-31')"],
  ...["localtime('12:31')", "localtime('12:31:14.645876123')", "localtime('23:59:59.5')"],
  ...["time('12:31:14.5Z')", "time('12:31+01:30')", "time('12:31:00-12:00')"],
  ...["localdatetime('2024-02-29T12:31')", "localdatetime('0001-01-01T00:00:00.000000001')"],
  ...["datetime('2024-02-29T12:31:14.5[Europe/Paris]')", "datetime('2024-07-01T00:00[Asia/Kathmandu]')"],
  ...["datetime('1900-01-01T00:00:00[Europe/Paris]')", "datetime('2024-02-29T12:31-03:30')"],
  ...["datetime('2024-10-27T02:30:00+01:00[Europe/Paris]')", 'datetime({epochMillis: 0})'],
  ...["duration('P1Y14M-3DT25H-61M0.000000001S')", "duration('PT0S')", "duration('P1M') * -1.5"],
]

describeOnServers('cypher of neo4jStore', ({ url, username, password }) => {
  const driver = neo4j.driver(url, neo4j.auth.basic(username, password))
  const store = neo4jStore(driver)
  const name = `cypher ${randomUUID()}`
  const graph = graphOf(
    [
      ['H —supports→ x', '2024-01-01', { id: 'on x', quotes: [{ exact: 'yes', start: 3, end: 6 }] }],
      ['V —disputes→ on x', '2024-01-02/..', { id: 'denial' }],
    ],
    { entities: [{ id: 'H', type: 'Person', aliases: ['he'] }] },
  )
  beforeAll(() => loadIntoNeo4j(driver, graph, { name }))
  afterAll(async () => {
    await driver.executeQuery('MATCH (n {owner: $name}) DETACH DELETE n', { name })
    await eraseGraph(driver, name)
    await driver.close()
  })

  /** The only value of a query's only row. */
  const valueOf = async (
    expression: string,
    parameters: Readonly<Record<string, CypherParameter>> = {},
  ): Promise<CypherValue> => {
    const { rows } = await store.cypher(`RETURN ${expression} AS value`, parameters)
    return rows[0]?.[0] ?? null
  }

  it('gives columns and rows in their order, also where there is no row', async () => {
    expect(await store.cypher('UNWIND [1, 2] AS n RETURN n, -n AS `a b`, n * 0.5 AS half')).toEqual({
      columns: ['n', 'a b', 'half'],
      rows: [
        [1n, -1n, 0.5],
        [2n, -2n, 1],
      ],
    })
    expect(await store.cypher('UNWIND [] AS n RETURN n AS one, n AS two')).toEqual({
      columns: ['one', 'two'],
      rows: [],
    })
  })

  it('tells INTEGER from FLOAT, over all of their ranges', async () => {
    expect(await valueOf('[1, -1, 9223372036854775807, -9223372036854775808, 9007199254740993]')).toEqual([
      1n,
      -1n,
      9223372036854775807n,
      -9223372036854775808n,
      9007199254740993n,
    ])
    expect(await valueOf('[1.0, -0.0, 1e308, 5e-324, 1.0 / 0.0, 0.0 / 0.0]')).toEqual([
      1,
      -0,
      1e308,
      5e-324,
      Infinity,
      NaN,
    ])
  })

  it('gives null, booleans, strings, lists and maps', async () => {
    expect(await valueOf("[null, true, false, 'é', '', [[]], {}]")).toEqual([
      null,
      true,
      false,
      'é',
      '',
      [[]],
      new Map(),
    ])
    expect(await valueOf("{`__proto__`: [1], b: 1, `a b`: {c: [2.5]}, constructor: 'x'}")).toEqual(
      new Map<string, CypherValue>([
        ['__proto__', [1n]],
        ['b', 1n],
        ['a b', new Map([['c', [2.5]]])],
        ['constructor', 'x'],
      ]),
    )
  })

  it('gives points', async () => {
    expect(await valueOf('[point({x: 1, y: 2.5}), point({longitude: 3, latitude: 4, height: 5})]')).toEqual([
      { kind: 'point', srid: 7203, coordinates: [1, 2.5] },
      { kind: 'point', srid: 4979, coordinates: [3, 4, 5] },
    ])
  })

  it('gives dates, times and durations as the engine in memory does', async () => {
    const memory = memoryStore(graph)
    for (const expression of temporalExpressions) {
      const text = `RETURN ${expression} AS value`
      expect([expression, await store.cypher(text)]).toEqual([expression, await memory.cypher(text)])
    }
    expect(
      await valueOf("[time('12:31:00+01:30'), datetime('2024-02-29T12:31:14.5[Europe/Paris]')]"),
    ).toEqual([
      { kind: 'time', text: '12:31+01:30' },
      { kind: 'datetime', text: '2024-02-29T12:31:14.5+01:00[Europe/Paris]' },
    ])
  })

  it('gives durations as Cypher prints them', async () => {
    const part = fc.oneof(fc.constant(0), fc.integer({ min: -100_000, max: 100_000 }))
    const parts = fc.record({ months: part, days: part, seconds: part, nanoseconds: fc.integer() })
    const zero = { months: 0, days: 0, seconds: 0, nanoseconds: 0 }
    const durations = [zero, { ...zero, nanoseconds: -1 }, ...fc.sample(parts, 200)]
    const list = durations.map((one) =>
      Object.fromEntries(Object.entries(one).map(([k, n]) => [k, BigInt(n)])),
    )
    const { rows } = await store.cypher(
      'UNWIND $list AS parts WITH duration(parts) AS one RETURN one, toString(one) AS text',
      { list },
    )
    expect(rows.map(([one]) => one)).toEqual(rows.map(([, text]) => ({ kind: 'duration', text })))
  })

  it('gives byte arrays', async () => {
    await driver.executeQuery('CREATE ({owner: $name, bytes: $bytes})', {
      name,
      bytes: new Int8Array([0, 127, -1]),
    })
    const { rows } = await store.cypher('MATCH (n {owner: $name}) RETURN n.bytes', { name })
    expect(rows).toEqual([[{ kind: 'bytes', bytes: new Uint8Array([0, 127, 255]) }]])
  })

  it('gives nodes, relationships and paths without what only the store needs', async () => {
    const { rows } = await store.cypher(
      `MATCH path = (v)-[r:DISPUTES]->(c:Claim)-[:SUBJECT]->(h:Person {_graph: $name})
       RETURN h, r, path, elementId(v), elementId(c), elementId(h), elementId(r)`,
      { name },
    )
    const [h, r, path, vId, cId, hId, rId] = rows[0] ?? []
    expect(h).toEqual({
      kind: 'node',
      elementId: hId,
      labels: expect.arrayContaining(['Person', 'Actor', 'Entity']) as string[],
      properties: new Map<string, CypherValue>([
        ['id', 'H'],
        ['name', 'H'],
        ['aliases', ['he']],
      ]),
    })
    expect(r).toEqual({
      kind: 'relationship',
      elementId: rId,
      type: 'DISPUTES',
      from: vId,
      to: cId,
      properties: new Map<string, CypherValue>([
        ['id', 'denial'],
        ['relation', 'disputes'],
        ['stance', 'opposes'],
        ['date', '2024-01-02/..'],
        ['earliest', { kind: 'date', text: '2024-01-02' }],
        ['latest', { kind: 'date', text: '2024-01-02' }],
        ['source', 'wire'],
      ]),
    })
    expect(path).toMatchObject({
      kind: 'path',
      nodes: [{ elementId: vId }, { elementId: cId }, { elementId: hId }],
      relationships: [{ elementId: rId }, { type: 'SUBJECT', from: cId, to: hId }],
    })
  })

  it('leaves other people’s properties alone, whatever they are called', async () => {
    await driver.executeQuery("CREATE (:Foreign {owner: $name, _type: 'theirs'})", { name })
    const { rows } = await store.cypher('MATCH (n:Foreign {owner: $name}) RETURN n', { name })
    expect(rows[0]?.[0]).toMatchObject({
      properties: new Map([
        ['owner', name],
        ['_type', 'theirs'],
      ]),
    })
  })

  it('sends parameters as what they are', async () => {
    const list = [
      null,
      true,
      2n ** 63n - 1n,
      -(2n ** 63n),
      1,
      0.5,
      ...hostileTexts,
      [[1n], []],
      { 'a b': { c: 2 } },
    ]
    expect(await valueOf('$list', { list })).toEqual([
      ...list.slice(0, -1),
      new Map([['a b', new Map([['c', 2]])]]),
    ])
    expect(await valueOf('[valueType($a), valueType($b)]', { a: 1n, b: 1 })).toEqual([
      'INTEGER NOT NULL',
      'FLOAT NOT NULL',
    ])
    expect(
      (await store.cypher('UNWIND [1, 2, 3] AS n RETURN n LIMIT $most', { most: 2n })).rows,
    ).toHaveLength(2)
  })

  it('takes no bigint that an INTEGER cannot hold', async () => {
    for (const one of [2n ** 63n, -(2n ** 63n) - 1n]) {
      expect(await failureOf(store.cypher('RETURN $list', { list: [{ one }] }))).toBe(
        `RangeError: ${one} is no INTEGER of Cypher, which has 64 bits: give it as a number or as text.`,
      )
    }
  })

  it('writes nothing', async () => {
    const refused =
      'read only: this query writes; stancegraph only reads from the database, so write with other tools, such as cypher-shell.'
    for (const text of [
      'CREATE (n:Foreign {owner: $name})',
      'MATCH (n {_graph: $name}) DETACH DELETE n',
      'MATCH (n {_graph: $name}) SET n.name = 1',
      'MERGE (n:Foreign {owner: $name, new: true}) RETURN n',
      'UNWIND [1] AS n CALL (n) { CREATE (:Foreign {owner: $name}) } IN TRANSACTIONS',
      'CREATE CONSTRAINT `not ours` FOR (n:Foreign) REQUIRE n.owner IS UNIQUE',
    ]) {
      expect(await failureOf(store.cypher(text, { name }))).toBe(refused)
    }
    const { rows } = await store.cypher('MATCH (n {_graph: $name}) RETURN count(n)', { name })
    expect(rows).toEqual([[5n]])
  })

  it('shows the plan of a query that is to be explained, and runs nothing', async () => {
    const { columns, rows } = await store.cypher(
      'EXPLAIN MATCH (n {_graph: $name}) WHERE n.id = 1 RETURN n',
      { name },
    )
    expect(columns).toEqual(['plan'])
    expect(rows[0]).toEqual(['+ ProduceResults  n'])
    expect(rows.length).toBeGreaterThan(1)
    for (const [line] of rows) expect(line).toMatch(/^(?:\| |\|-)*\+ \w+/)
    expect(await store.cypher('EXPLAIN RETURN 1 / 0')).toMatchObject({ columns: ['plan'] })
  })

  it('stops where a signal says so, and where the time is over', async () => {
    const endless =
      'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a WHERE a < 0 RETURN count(*)'
    const reason = new Error('enough')
    const controller = new AbortController()
    const running = store.cypher(endless, {}, { signal: controller.signal })
    setTimeout(() => controller.abort(reason), 500)
    await expect(running).rejects.toBe(reason)
    await expect(store.cypher(endless, {}, { milliseconds: 500.5 })).rejects.toMatchObject({
      problem: 'timeout',
    })
  })

  it('rejects with what the server says of a wrong query', async () => {
    expect(await failureOf(store.cypher('MATCH (n RETURN n'))).toMatch(/^Neo4jError: Invalid input/)
  })
})

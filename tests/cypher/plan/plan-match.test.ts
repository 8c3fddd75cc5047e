import { describe, expect, test } from 'vitest'
import { CypherError } from '../../../src/cypher/cypher-error.ts'
import { runQuery } from '../../../src/cypher/query.ts'
import { listGraph } from '../list-graph.ts'
import { answer, people } from '../query/answer.ts'

/** Lines of text, of which a plan is made. */
function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** The operators of a plan without those that only give out its rows. */
async function planOf(text: string): Promise<readonly string[]> {
  const { rows } = await runQuery(people, `EXPLAIN ${text}`)
  return rows
    .flat()
    .filter(isText)
    .filter((line) => !/^\+ (ProduceResults|Projection  \w+$)/.test(line))
}

describe('plans', () => {
  test.each([
    [
      'an index',
      "MATCH (a:Person {name: 'Ann'})-[:KNOWS]->(b) WHERE b.age > 30 RETURN b",
      [
        '+ Filter  b.age > 30',
        '+ Expand(All)  (a)-[:KNOWS]->(b)',
        '+ Filter  a:Person',
        "+ NodeIndexSeek  a.name = 'Ann'",
      ],
    ],
    [
      'the smaller label, from which it goes back',
      'MATCH (a:Person)-[:KNOWS|LIVES_IN]->(b:City) RETURN a',
      ['+ Filter  a:Person', '+ Expand(All)  (a)-[:KNOWS|LIVES_IN]->(b)', '+ NodeByLabelScan  b:City'],
    ],
    [
      'the relationships of a type',
      'MATCH (a)-[r:LIVES_IN]->(b) RETURN r',
      ['+ DirectedRelationshipTypeScan  (a)-[r:LIVES_IN]->(b)'],
    ],
    [
      'an index on a value from a row before',
      "UNWIND ['Ann', 'Bob'] AS name MATCH (a) WHERE a.name = name RETURN a",
      ['+ NodeIndexSeek  a.name = name', "+ Unwind  ['Ann', 'Bob'] AS name"],
    ],
    [
      'an index on one of several values',
      "MATCH (a) WHERE a.name = 'Ann' OR 'Bob' = a.name OR a.name = null RETURN a",
      ["+ NodeIndexSeek  a.name = 'Ann' OR 'Bob' = a.name OR a.name = null"],
    ],
    [
      'all nodes where one of several values is of something else',
      "MATCH (a) WHERE a.name = 'Ann' OR a.age = 30 RETURN a",
      ["+ Filter  a.name = 'Ann' OR a.age = 30", '+ AllNodesScan  (a)'],
    ],
    [
      'all nodes where one of several values may fail, which then is not always computed',
      "MATCH (a) WHERE a.name = 'Ann' OR a.name = toString(1 / 0) RETURN a",
      ["+ Filter  a.name = 'Ann' OR a.name = toString(1 / 0)", '+ AllNodesScan  (a)'],
    ],
    [
      'equal values, by which the smaller part is hashed',
      'MATCH (a:Person), (b:City) WHERE a.age = b.age RETURN a',
      ['+ ValueHashJoin  a.age = b.age', '|-+ NodeByLabelScan  b:City', '+ NodeByLabelScan  a:Person'],
    ],
    [
      'nothing in common, so that filters come before the product',
      'MATCH (a:Person), (b:City) WHERE a.age > 30 AND b.age IS NULL RETURN a',
      [
        '+ CartesianProduct',
        '|-+ Filter  b.age IS NULL',
        '| + NodeByLabelScan  b:City',
        '+ Filter  a.age > 30',
        '+ NodeByLabelScan  a:Person',
      ],
    ],
    [
      'both ends, between which it looks',
      "MATCH (a {name: 'Ann'}) MATCH (b {name: 'Bob'}) MATCH (a)-[:KNOWS]->(b) RETURN a",
      [
        '+ Expand(Into)  (a)-[:KNOWS]->(b)',
        '+ CartesianProduct',
        "|-+ NodeIndexSeek  b.name = 'Bob'",
        "+ NodeIndexSeek  a.name = 'Ann'",
      ],
    ],
    [
      'ends of which each counts once',
      "MATCH (a {name: 'Ann'})-[:KNOWS*]->(b) RETURN DISTINCT b",
      [
        '+ Distinct  b',
        '+ VarLengthExpand(Pruning,BFS)  (a)-[:KNOWS*1..]->(b)',
        "+ NodeIndexSeek  a.name = 'Ann'",
      ],
    ],
  ])('begin with %s', async (_, text, plan) => {
    expect(await planOf(text)).toEqual(plan)
  })
})

test('an index that has only texts does not hide other values', async () => {
  const graph = listGraph(
    { nodes: [{ properties: { name: 1n } }, { properties: { name: 'a' } }] },
    { textIndexes: ['name'] },
  )
  const count = async (condition: string): Promise<unknown> => {
    const { rows } = await runQuery(graph, `MATCH (n) WHERE ${condition} RETURN count(n)`, {
      parameters: { number: 1n, list: [1n, 'a', null], nothing: null },
    })
    return rows[0]?.[0]
  }
  expect(await count('n.name = $number')).toBe(1n)
  expect(await count('n.name IN $list')).toBe(2n)
  expect(await count('n.name = $nothing')).toBe(0n)
  expect(await count('n.name IN $nothing')).toBe(0n)
})

test('a function that gives another value each time is called for each match', async () => {
  const graph = listGraph({ nodes: Array.from({ length: 200 }, () => ({})) })
  const { rows } = await runQuery(graph, 'UNWIND [1] AS one MATCH (n) WHERE rand() < 0.5 RETURN count(n)')
  expect(Number(rows[0]?.[0])).toBeGreaterThan(20)
  expect(Number(rows[0]?.[0])).toBeLessThan(180)
})

test('a value that is no node is refused where a pattern needs one', async () => {
  await expect(answer('UNWIND [[1]] AS list UNWIND list AS a MATCH (a)-->(b) RETURN b')).rejects.toThrow(
    CypherError,
  )
})

test('long trails do not exhaust the stack', async () => {
  const length = 20_000
  const graph = listGraph(
    {
      nodes: Array.from({ length: length + 1 }, (_, index) => ({ properties: { id: `${index}` } })),
      relationships: Array.from({ length }, (_, from) => ({ type: 'R', from, to: from + 1 })),
    },
    { textIndexes: ['id'] },
  )
  const ends = `(a {id: '0'})-[r:R*]->(b {id: '${length}'})`
  expect(await answer(`MATCH ${ends} RETURN size(r) AS size`, { graph })).toEqual(['size', `${length}`])
  expect(await answer(`MATCH p = shortestPath(${ends}) RETURN length(p) AS length`, { graph })).toEqual([
    'length',
    `${length}`,
  ])
})

test('patterns that are too large are refused', async () => {
  const pattern = '()-->'.repeat(2000)
  await expect(answer(`MATCH ${pattern}() RETURN 1`)).rejects.toThrow(/more than 1000/)
})

test('a shortest path does not end where it begins', async () => {
  const text =
    "MATCH (a {name: 'Ann'}), (b {name: 'Ann'}) RETURN length(shortestPath((a)-[*LENGTH]-(b))) AS length"
  await expect(answer(text.replace('LENGTH', ''))).rejects.toThrow(/start and end nodes are the same/)
  expect(await answer(text.replace('LENGTH', '0..'))).toEqual(['length', '0'])
})

test('a trail back to where it began takes a circle through that node', async () => {
  const ends: readonly (readonly [number, number])[] = [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 1],
    [4, 4],
    [5, 6],
    [6, 5],
  ]
  const graph = listGraph({
    nodes: Array.from({ length: 7 }, (_, id) => ({ properties: { id: BigInt(id) } })),
    relationships: ends.map(([from, to]) => ({ type: 'R', from, to })),
  })
  const backAt = async (pattern: string): Promise<readonly string[]> => {
    const rows = await answer(`MATCH (a)${pattern}(b) WITH DISTINCT a, b WHERE a = b RETURN a.id`, { graph })
    return rows.slice(1)
  }
  expect(await backAt('-[*]-')).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(await backAt('-[*..2]-')).toEqual(['4', '5', '6'])
  expect(await backAt('-[*..1]-')).toEqual(['4'])
  expect(await backAt('-[*]->')).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(await backAt('<-[*..2]-')).toEqual(['4', '5', '6'])
  expect(await backAt('-[*0..1]->')).toHaveLength(7)
})

test('relationships of rows before are found where they lie, if they fit', async () => {
  const count = async (text: string): Promise<string | undefined> =>
    (await answer(`${text} RETURN count(*)`))[1]
  expect(await count('MATCH ()-[r]->() MATCH (a)-[r:KNOWS]->(b)')).toBe('4')
  expect(await count('MATCH ()-[r]->() MATCH (a)-[r:KNOWS]-(b)')).toBe('8')
  expect(await count('MATCH (a)-[r]->() MATCH (a)<-[r]-()')).toBe('0')
  expect(await count('MATCH ()-[r]->() WITH r, r AS s MATCH ()-[r]->(), ()-[s]->()')).toBe('0')
  expect(await count('MATCH ()-[r:KNOWS]->()-[s:KNOWS]->() WITH [r, s] AS list MATCH (a)-[list*]->(b)')).toBe(
    '5',
  )
  expect(await count('MATCH ()-[r:KNOWS]->() WITH [r, r] AS list MATCH (a)-[list*]-(b)')).toBe('0')
  expect(await count('MATCH ()-[r:KNOWS]->() WITH [r] AS list MATCH (a)-[list* {since: 2010}]->(b)')).toBe(
    '2',
  )
})

test('A pattern may have 100,000 conditions', async () => {
  const all = (count: number, part: string, joint: string) => Array<string>(count).fill(part).join(joint)
  const where = `MATCH (p:Person) WHERE ${all(100_000, 'p.age > 26', ' AND ')} RETURN count(*)`
  expect(await answer(where)).toEqual(['count(*)', '2'])
  expect(await answer(`MATCH (p:${all(100_000, 'Person', '&')}) RETURN count(*)`)).toEqual(['count(*)', '4'])
})

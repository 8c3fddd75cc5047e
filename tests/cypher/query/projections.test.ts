import { expect, test } from 'vitest'
import { answer, type AnsweredQueries } from './answer.ts'

const queries: AnsweredQueries = [
  ['RETURN 1', '1', '1'],
  ['RETURN 1 + 1 AS two, "a" AS b', 'two | b', '2 | a'],
  ['MATCH (p:Person) RETURN p.name ORDER BY p.name DESC', 'p.name', 'Dora', 'Cid', 'Bob', 'Ann'],
  ['MATCH (p:Person) RETURN p ORDER BY p.name LIMIT 1', 'p', "(:Person {name: 'Ann', age: 30})"],
  [
    'MATCH (p:Person) WITH p.name AS name, p WHERE p.age > 26 RETURN name ORDER BY name',
    'name',
    'Ann',
    'Cid',
  ],
  ['MATCH (p:Person) WITH p ORDER BY p.age SKIP 1 LIMIT 2 RETURN p.name', 'p.name', 'Ann', 'Cid'],
  ['MATCH (p:Person) RETURN p.name AS name ORDER BY p.age LIMIT 2', 'name', 'Bob', 'Ann'],
  ['MATCH (p:Person) RETURN p.name AS name ORDER BY -p.age, name SKIP 2', 'name', 'Bob', 'Dora'],
  ['UNWIND [3, 1, 2] AS x WITH x ORDER BY x LIMIT 2 WHERE x > 1 RETURN x', 'x', '2'],
  ['UNWIND [3, 1, 2] AS x WITH x AS y ORDER BY y WHERE x > 1 RETURN y', 'y', '2', '3'],
  ['WITH 1 AS a, 2 AS b WITH b AS a, a AS b RETURN a, b', 'a | b', '2 | 1'],
  ['WITH 1 AS x WITH x + 1 AS x WITH x + 1 AS x RETURN x', 'x', '3'],
  ['WITH 1 AS b, 2 AS a RETURN *', 'a | b', '2 | 1'],
  ['UNWIND [1, 1.0, 2, null, null, "1"] AS x RETURN DISTINCT x', 'x', '1', '2', 'null', '1'],
  ['UNWIND [1, 2, 3, 4] AS x RETURN DISTINCT x % 2 AS odd ORDER BY odd', 'odd', '0', '1'],
  ['UNWIND [1, 2, 3] AS x RETURN x SKIP 1 LIMIT 1', 'x', '2'],
  ['UNWIND [1, 2, 3] AS x RETURN x LIMIT 0', 'x'],
  [
    'UNWIND [1, 2, 3] AS x WITH DISTINCT x % 2 AS odd, 1 AS one RETURN odd, one',
    'odd | one',
    '1 | 1',
    '0 | 1',
  ],
  ['UNWIND null AS x RETURN x', 'x'],
  ['UNWIND [] AS x RETURN x', 'x'],
  ['UNWIND 7 AS x RETURN x', 'x', '7'],
  ['UNWIND [[1, 2], [], [3]] AS list UNWIND list AS x RETURN x', 'x', '1', '2', '3'],
  [
    'MATCH (p:Person)-[k:KNOWS]->(q) RETURN p.name, k.since, q.name ORDER BY k.since DESC, p.name LIMIT 2',
    'p.name | k.since | q.name',
    'Ann | 2020 | Cid',
    'Bob | 2015 | Cid',
  ],
]

test.each(queries)('%s', async (text, ...lines) => {
  expect(await answer(text)).toEqual(lines)
})

test('takes SKIP and LIMIT from parameters', async () => {
  const parameters = { skip: 1n, limit: 1n }
  expect(await answer('UNWIND [1, 2, 3] AS x RETURN x SKIP $skip LIMIT $limit', { parameters })).toEqual([
    'x',
    '2',
  ])
})

test.each([
  [-1n, 'NegativeIntegerArgument'],
  [1.5, 'InvalidArgumentType'],
])('refuses LIMIT %s', async (limit, detail) => {
  const run = answer('MATCH (p:Person) RETURN p LIMIT $limit', { parameters: { limit } })
  await expect(run).rejects.toMatchObject({ errorClass: 'SyntaxError', phase: 'runtime', detail })
})

test('misses a parameter before anything runs', async () => {
  await expect(answer('RETURN $a + $b', { parameters: { a: 1n } })).rejects.toMatchObject({
    errorClass: 'ParameterMissing',
    phase: 'compile time',
    place: { start: 12, end: 14 },
  })
})

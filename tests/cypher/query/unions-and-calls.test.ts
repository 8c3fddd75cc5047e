import { describe, expect, test } from 'vitest'
import type { ProcedureDefinition } from '../../../src/cypher/procedure.ts'
import { answer, type AnsweredQueries } from './answer.ts'

const queries: AnsweredQueries = [
  ['RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x', 'x', '1', '2'],
  ['RETURN 1 AS x UNION ALL RETURN 1 AS x', 'x', '1', '1'],
  ['RETURN 1 AS a, 2 AS b UNION RETURN 3 AS b, 4 AS a', 'a | b', '1 | 2', '4 | 3'],
  [
    'MATCH (c:City) RETURN c.name AS name ORDER BY name LIMIT 1 UNION ALL MATCH (p:Person) RETURN p.name AS name ORDER BY name LIMIT 1',
    'name',
    'Berlin',
    'Ann',
  ],
  ['CALL { RETURN 1 AS x UNION RETURN 2 AS x } RETURN x', 'x', '1', '2'],
  [
    'UNWIND [1, 2] AS a CALL { WITH a RETURN a AS b UNION ALL WITH a RETURN a * 10 AS b } RETURN a, b',
    'a | b',
    '1 | 1',
    '1 | 10',
    '2 | 2',
    '2 | 20',
  ],
  [
    'MATCH (p:Person) CALL (p) { MATCH (p)-[:KNOWS]->(q) RETURN count(q) AS known } RETURN p.name, known ORDER BY p.name',
    'p.name | known',
    'Ann | 2',
    'Bob | 1',
    'Cid | 1',
    'Dora | 0',
  ],
  [
    'MATCH (p:Person) CALL (p) { MATCH (p)-[:KNOWS]->(q) RETURN q ORDER BY q.name DESC LIMIT 1 } RETURN p.name, q.name ORDER BY p.name',
    'p.name | q.name',
    'Ann | Cid',
    'Bob | Cid',
    'Cid | Ann',
  ],
  [
    'MATCH (p:Person) OPTIONAL CALL (p) { MATCH (p)-[:KNOWS]->(q) RETURN q.name AS q LIMIT 1 } RETURN p.name, q ORDER BY p.name',
    'p.name | q',
    'Ann | Bob',
    'Bob | Cid',
    'Cid | Ann',
    'Dora | null',
  ],
  [
    'UNWIND [1, 2] AS x CALL (x) { UNWIND range(1, x) AS y RETURN collect(y) AS ys } RETURN ys',
    'ys',
    '[1]',
    '[1, 2]',
  ],
  [
    'UNWIND [1, 2, 1] AS x CALL (*) { UNWIND [x, x, 0] AS y RETURN DISTINCT y } RETURN x, y',
    'x | y',
    '1 | 1',
    '1 | 0',
    '2 | 2',
    '2 | 0',
    '1 | 1',
    '1 | 0',
  ],
  ['CALL { MATCH (p:Person) RETURN p ORDER BY p.age LIMIT 2 } RETURN p.name', 'p.name', 'Bob', 'Ann'],
  ['CALL db.labels()', 'label', 'Person', 'City'],
  ['CALL db.labels', 'label', 'Person', 'City'],
  ['CALL db.labels() YIELD label WHERE label STARTS WITH "C" RETURN label AS l', 'l', 'City'],
  ['CALL db.labels() YIELD label AS l RETURN count(l)', 'count(l)', '2'],
  [
    'CALL db.relationshipTypes() YIELD relationshipType RETURN collect(relationshipType) AS types',
    'types',
    "['KNOWS', 'LIVES_IN']",
  ],
  [
    'CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey ORDER BY propertyKey LIMIT 1',
    'propertyKey',
    'age',
  ],
  [
    'UNWIND [1, 2] AS x CALL db.labels() YIELD label RETURN x, label',
    'x | label',
    '1 | Person',
    '1 | City',
    '2 | Person',
    '2 | City',
  ],
]

test.each(queries)('%s', async (text, ...lines) => {
  expect(await answer(text)).toEqual(lines)
})

describe('procedures of the caller', () => {
  const twice: ProcedureDefinition = {
    name: 'my.twice',
    parameters: [{ name: 'number', types: ['float'] }],
    fields: [
      { name: 'given', type: 'float' },
      { name: 'doubled', type: 'float' },
    ],
    call: ([given = null]) => (typeof given === 'number' ? [[given, 2 * given]] : []),
  }
  const nothing: ProcedureDefinition = { name: 'my.nothing', parameters: [], fields: [], call: () => [] }
  const options = { procedures: [twice, nothing] }

  test.each<AnsweredQueries[number]>([
    ['CALL my.twice(2)', 'given | doubled', '2.0 | 4.0'],
    ['CALL my.twice', 'given | doubled', '1.5 | 3.0'],
    ['UNWIND [1, null] AS x CALL my.twice(x) YIELD doubled RETURN x, doubled', 'x | doubled', '1 | 2.0'],
    ['CALL my.nothing()', ''],
    ['UNWIND [1, 2] AS x CALL my.nothing() RETURN x', 'x', '1', '2'],
  ])('%s', async (text, ...lines) => {
    expect(await answer(text, { ...options, parameters: { number: 1.5 } })).toEqual(lines)
  })

  test('misses a parameter that stands for an argument', async () => {
    await expect(answer('CALL my.twice', options)).rejects.toMatchObject({
      errorClass: 'ParameterMissing',
      detail: 'MissingParameter',
      phase: 'compile time',
    })
  })
})

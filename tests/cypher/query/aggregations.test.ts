import { expect, test } from 'vitest'
import { answer, type AnsweredQueries } from './answer.ts'

const queries: AnsweredQueries = [
  [
    'MATCH (p:Person)-[r]->(q) RETURN p.name, count(r), count(q), count(*) ORDER BY p.name',
    'p.name | count(r) | count(q) | count(*)',
    'Ann | 3 | 3 | 3',
    'Bob | 2 | 2 | 2',
    'Cid | 2 | 2 | 2',
  ],
  ['MATCH (c:City)--(x) RETURN c.name, count(x)', 'c.name | count(x)', 'Berlin | 2', 'Paris | 1'],
  [
    'MATCH (p:Person) OPTIONAL MATCH (p)-[r:KNOWS]->() RETURN p.name, count(r), count(*) ORDER BY p.name',
    'p.name | count(r) | count(*)',
    'Ann | 2 | 2',
    'Bob | 1 | 1',
    'Cid | 1 | 1',
    'Dora | 0 | 1',
  ],
  ['OPTIONAL MATCH (n:None) MATCH (n)-[r]->() RETURN count(r)', 'count(r)', '0'],
  ['OPTIONAL CALL { MATCH (n:None) RETURN n } RETURN count(n), count(*)', 'count(n) | count(*)', '0 | 1'],
  ['MATCH (n) RETURN count(*)', 'count(*)', '6'],
  [
    'MATCH (n:None) RETURN count(*), count(n), sum(n.age), collect(n), min(n.age)',
    'count(*) | count(n) | sum(n.age) | collect(n) | min(n.age)',
    '0 | 0 | 0 | [] | null',
  ],
  ['MATCH (n:None) RETURN n.name, count(*)', 'n.name | count(*)'],
  [
    'MATCH (p:Person) RETURN count(p.age), sum(p.age), min(p.name), max(p.age)',
    'count(p.age) | sum(p.age) | min(p.name) | max(p.age)',
    '3 | 96 | Ann | 41',
  ],
  ['MATCH (p:Person) RETURN avg(p.age) AS average', 'average', '32.0'],
  [
    'MATCH (n) RETURN labels(n) AS labels, count(*) AS count ORDER BY count DESC',
    'labels | count',
    "['Person'] | 4",
    "['City'] | 2",
  ],
  [
    'MATCH ()-[r]->() RETURN type(r), count(r) ORDER BY type(r)',
    'type(r) | count(r)',
    'KNOWS | 4',
    'LIVES_IN | 3',
  ],
  [
    'MATCH (p)-[k:KNOWS]->(q) RETURN p.name, collect(q.name) AS known ORDER BY size(known) DESC, p.name',
    'p.name | known',
    "Ann | ['Bob', 'Cid']",
    "Bob | ['Cid']",
    "Cid | ['Ann']",
  ],
  [
    'MATCH ()-[k:KNOWS]->(q) RETURN count(DISTINCT q), count(DISTINCT k.since), collect(DISTINCT k.since)',
    'count(DISTINCT q) | count(DISTINCT k.since) | collect(DISTINCT k.since)',
    '3 | 3 | [2010, 2015, 2020]',
  ],
  [
    'UNWIND [1, 1.0, null, 2] AS x RETURN count(DISTINCT x), sum(DISTINCT x)',
    'count(DISTINCT x) | sum(DISTINCT x)',
    '2 | 3',
  ],
  ['MATCH (p:Person) WITH p.age AS age, count(*) AS c RETURN sum(c) + max(age) AS x', 'x', '45'],
  [
    'MATCH (p:Person)-[:KNOWS]->() RETURN p.age AS age, p.age + count(*) AS x ORDER BY age',
    'age | x',
    '25 | 26',
    '30 | 32',
    '41 | 42',
  ],
  [
    'MATCH (p:Person)-[:KNOWS]->() WITH p, count(*) AS c WHERE c > 1 RETURN p.name, c',
    'p.name | c',
    'Ann | 2',
  ],
  [
    'MATCH (p:Person)-[:KNOWS]->() RETURN p.name, count(*) ORDER BY count(*) DESC, p.name LIMIT 1',
    'p.name | count(*)',
    'Ann | 2',
  ],
  [
    'MATCH (p:Person)-[k:KNOWS]->() RETURN p.name AS name, k.since AS since, count(*) AS c ORDER BY name, since',
    'name | since | c',
    'Ann | 2010 | 1',
    'Ann | 2020 | 1',
    'Bob | 2015 | 1',
    'Cid | 2010 | 1',
  ],
  ['UNWIND [1, 2, 3] AS x RETURN count(*) * 10 + sum(x) AS y, count(*) AS c', 'y | c', '36 | 3'],
  ['UNWIND [10, 20, 30] AS x RETURN percentileDisc(x, 0.5) AS half', 'half', '20'],
  ['UNWIND [] AS x RETURN percentileDisc(x, 0.5) AS half', 'half', 'null'],
  [
    'MATCH (p:Person) RETURN p, size([(p)-[:KNOWS]->(o) | o]) + count(*) AS x ORDER BY p.name',
    'p | x',
    "(:Person {name: 'Ann', age: 30}) | 3",
    "(:Person {name: 'Bob', age: 25}) | 2",
    "(:Person {name: 'Cid', age: 41}) | 2",
    "(:Person {name: 'Dora'}) | 1",
  ],
  [
    'MATCH (p:Person) RETURN DISTINCT p.age IS NULL AS unknown, count(*) AS c ORDER BY c',
    'unknown | c',
    'true | 1',
    'false | 3',
  ],
]

test.each(queries)('%s', async (text, ...lines) => {
  expect(await answer(text)).toEqual(lines)
})

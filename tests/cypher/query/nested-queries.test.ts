import { expect, test } from 'vitest'
import { answer, type AnsweredQueries } from './answer.ts'

const queries: AnsweredQueries = [
  [
    'MATCH (p:Person) RETURN p AS q, count(*) AS c ORDER BY COUNT { (p)-->() } DESC, q.name LIMIT 2',
    'q | c',
    "(:Person {name: 'Ann', age: 30}) | 1",
    "(:Person {name: 'Bob', age: 25}) | 1",
  ],
  [
    'MATCH (p:Person) RETURN p AS q, count(*) AS c ORDER BY COUNT { (q)-->() }, q.name LIMIT 1',
    'q | c',
    "(:Person {name: 'Dora'}) | 1",
  ],
  [
    'MATCH (p:Person) RETURN p AS q, count(*) AS c ORDER BY COUNT { (p)-->() }, q.name LIMIT 1',
    'q | c',
    "(:Person {name: 'Dora'}) | 1",
  ],
  [
    'MATCH (p:Person) WITH p.name AS n ORDER BY n WHERE EXISTS { (p)-[:KNOWS]->({name: "Cid"}) } RETURN n',
    'n',
    'Ann',
    'Bob',
  ],
  [
    'MATCH (p:Person) WHERE EXISTS { (p)-[:KNOWS]->() } RETURN p.name ORDER BY p.name',
    'p.name',
    'Ann',
    'Bob',
    'Cid',
  ],
  [
    'MATCH (p:Person) WHERE NOT EXISTS { MATCH (p)-[:KNOWS]->(q) WHERE q.age > 26 RETURN q } RETURN p.name ORDER BY p.name',
    'p.name',
    'Dora',
  ],
  [
    'MATCH (p:Person) RETURN p.name, COUNT { (p)-[:KNOWS]->() } AS known ORDER BY known DESC, p.name',
    'p.name | known',
    'Ann | 2',
    'Bob | 1',
    'Cid | 1',
    'Dora | 0',
  ],
  [
    'MATCH (p:Person) RETURN COLLECT { MATCH (p)-[:KNOWS]->(q) RETURN q.name ORDER BY q.name DESC } AS names ORDER BY p.name',
    'names',
    "['Cid', 'Bob']",
    "['Cid']",
    "['Ann']",
    '[]',
  ],
  [
    'MATCH (p:Person) WHERE COUNT { MATCH (p)-[:KNOWS]->(q) RETURN DISTINCT q.age > 26 } = 2 RETURN p.name',
    'p.name',
    'Ann',
  ],
  [
    'MATCH (p:Person) WHERE COUNT { MATCH (p)-[:KNOWS]->(q) RETURN q UNION MATCH (p)-[:LIVES_IN]->(q) RETURN q } > 2 RETURN p.name',
    'p.name',
    'Ann',
  ],
  [
    'MATCH (p:Person) WHERE EXISTS { MATCH (p)-->(q) WITH q, count(*) AS c WHERE c > 0 AND q.name = "Paris" RETURN 1 } RETURN p.name',
    'p.name',
    'Bob',
  ],
  ['MATCH (p:Person) WITH p ORDER BY COUNT { (p)-->() } DESC, p.name LIMIT 1 RETURN p.name', 'p.name', 'Ann'],
  [
    'MATCH (p:Person) RETURN EXISTS { (p)-[:KNOWS]->() } AS knows, count(*) AS c ORDER BY c',
    'knows | c',
    'false | 1',
    'true | 3',
  ],
  [
    'MATCH (p:Person) WHERE (p)-[:KNOWS]->({name: "Cid"}) RETURN p.name ORDER BY p.name',
    'p.name',
    'Ann',
    'Bob',
  ],
  [
    'MATCH (p:Person {name: "Ann"}) RETURN [(p)-[k:KNOWS]->(q) WHERE k.since > 2011 | q.name] AS names',
    'names',
    "['Cid']",
  ],
  [
    'MATCH (a {name: "Ann"}), (c {name: "Cid"}) RETURN length(shortestPath((a)-[:KNOWS*]->(c))) AS length',
    'length',
    '1',
  ],
  [
    'MATCH (p:Person) CALL (p) { MATCH (p)-->(x) WHERE EXISTS { (x)<--(q) WHERE q <> p } RETURN collect(x.name) AS shared } RETURN p.name, shared ORDER BY p.name',
    'p.name | shared',
    "Ann | ['Cid', 'Berlin']",
    "Bob | ['Cid']",
    "Cid | ['Berlin']",
    'Dora | []',
  ],
  [
    'MATCH (a {name: "Ann"})-[:KNOWS*1..3]->(x) RETURN DISTINCT x.name ORDER BY x.name',
    'x.name',
    'Ann',
    'Bob',
    'Cid',
  ],
  ['MATCH (a {name: "Ann"})-[:KNOWS*1..2]->(x) RETURN count(DISTINCT x) AS c', 'c', '3'],
  ['MATCH (a {name: "Ann"})-[:KNOWS*1..2]->(x) RETURN count(x) AS c', 'c', '4'],
]

test.each(queries)('%s', async (text, ...lines) => {
  expect(await answer(text)).toEqual(lines)
})

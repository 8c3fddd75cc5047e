import { expect, test } from 'vitest'
import { isWriting } from '../../../src/cypher/syntax/refused-clauses.ts'
import { faultOf, inShort } from './faults.ts'

test.each([
  ['CREATE (n)', 'CREATE'],
  ['CREATE INDEX FOR (n:A) ON (n.x)', 'CREATE'],
  ['MATCH (n) SET n.x = 1 RETURN n', 'SET'],
  ['MERGE (n)', 'MERGE'],
  ['MATCH (n) REMOVE n.x', 'REMOVE'],
  ['MATCH (n) DELETE n', 'DELETE'],
  ['MATCH (n) DETACH DELETE n', 'DETACH'],
  ['FOREACH (x IN [1] | SET x.y = 1)', 'FOREACH'],
  ['DROP INDEX i', 'DROP'],
  ['CALL { CREATE (n) } RETURN 1', 'CREATE'],
])('refuses to write: %s', (text, word) => {
  expect(inShort(faultOf(text), text)).toBe(
    `WritingClause at ‹${word}›: ${word} would change the graph, but queries only read.`,
  )
  expect(faultOf(text).hint).toBe(
    'The graph is built from the claim files of the project: change those, and the graph follows.',
  )
  expect(isWriting(text)).toBe(true)
})

test.each([
  'RETURN 1',
  'MATCH (create:SET {delete: 1}) RETURN create.merge AS set',
  "RETURN 'CREATE (n)' // SET x",
  'MATCH (n)-[:A|REMOVE]->() RETURN n {.drop}',
  'MATCH (n) WITH n AS set RETURN set ORDER BY set, delete DESC',
  "RETURN '",
])('sees that nothing is written: %s', (text) => {
  expect(isWriting(text)).toBe(false)
})

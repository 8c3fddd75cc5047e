import { expect, it } from 'vitest'
import { relationshipRule, relationshipTypeOf } from '../../src/neo4j/constraints.ts'

it('names a constraint after its relationship type, so that the type can be told from the name', () => {
  for (const type of ['RECOGNIZES', 'A B', ' A', '`', 'A.', 'A. ', 'A..', '.']) {
    const { name } = relationshipRule(type)
    expect(relationshipTypeOf(name)).toBe(type)
  }
  expect(relationshipRule('RECOGNIZES').name).toBe('stancegraph relationship RECOGNIZES')
  expect(relationshipTypeOf('stancegraph entity')).toBeUndefined()
})

it('names no constraint with white space at its end, which Neo4j takes away', () => {
  expect(['A', 'A ', 'A\n', 'A\t', 'A\r', 'A.'].map((type) => relationshipRule(type).name.slice(-2))).toEqual(
    [' A', ' .', '\n.', '\t.', '\r.', '..'],
  )
})

it('quotes the type in its statement', () => {
  expect(relationshipRule('A`B').statement).toBe(
    'CREATE CONSTRAINT `stancegraph relationship A``B` IF NOT EXISTS FOR ()-[r:`A``B`]-() REQUIRE (r._graph, r.id) IS UNIQUE',
  )
})

import { describe, expect, test } from 'vitest'
import { isWriting, setupPartsOf } from './query-tokens.ts'

describe('a query that writes', () => {
  test.each([
    'CREATE (a)',
    'MATCH (a) SET a.x = 1',
    'MATCH (a) DETACH DELETE a',
    'MATCH (a) DELETE [a][0]',
    'MATCH (a) REMOVE a:A RETURN a',
    'UNWIND [1] AS x MERGE ({x: x})',
    'FOREACH (x IN [1] | CREATE ())',
    'MATCH (n) WHERE EXISTS { MATCH (n) SET n.x = 1 } RETURN n',
  ])('%s', (query) => {
    expect(isWriting(query)).toBe(true)
  })

  test.each([
    `RETURN 'CREATE (a)' AS text`,
    'RETURN "SET a" AS text',
    'MATCH (n) // CREATE (a)\nRETURN n',
    'MATCH (n) /* MERGE\n(a) */ RETURN n',
    'MATCH (n:Create)-[:SET|DELETE]->(m) RETURN n.set, {remove: 1} AS `DELETE n`',
    `RETURN 'it''s \\' CREATE (a)'`,
    'RETURN 1 AS set ORDER BY set',
  ])('is not %s', (query) => {
    expect(isWriting(query)).toBe(false)
  })
})

describe('a setup', () => {
  test('is split at its clauses', () => {
    const setup = `CREATE (a {x: 'WITH'}), (b:MATCH)
      WITH * UNWIND [1] AS i // WITH
      CREATE ({i: i}) DETACH DELETE a DELETE b`
    expect(setupPartsOf(setup)).toEqual([
      [
        { kind: 'create', text: expect.stringContaining(`(a {x: 'WITH'}), (b:MATCH)`) as string },
        { kind: 'read', text: expect.stringMatching(/^WITH \* UNWIND \[1\] AS i/) as string },
        { kind: 'create', text: ' ({i: i}) ' },
        { kind: 'detach delete', text: ' a ' },
        { kind: 'delete', text: ' b' },
      ],
    ])
  })

  test('keeps the conditions of reading clauses with them', () => {
    expect(setupPartsOf(`OPTIONAL MATCH (a) WHERE a.x STARTS WITH 'b' CREATE (c)`)).toEqual([
      [
        { kind: 'read', text: `OPTIONAL MATCH (a) WHERE a.x STARTS WITH 'b' ` },
        { kind: 'create', text: ' (c)' },
      ],
    ])
  })

  test('may be several statements', () => {
    expect(setupPartsOf(`CREATE ({x: ';'});\nCREATE (b);\n`)).toEqual([
      [{ kind: 'create', text: ` ({x: ';'})` }],
      [{ kind: 'create', text: ' (b)' }],
    ])
  })
})

import { describe, expect, test } from 'vitest'
import type { Clause } from '../../../src/cypher/syntax/ast.ts'
import { parseStatement } from '../../../src/cypher/syntax/parse.ts'
import { faultOf, inShort } from './faults.ts'
import { outline } from './outline.ts'

function clausesOf(text: string): readonly Clause[] {
  return parseStatement(text).query.parts[0]?.clauses ?? []
}

function kinds(text: string): readonly string[] {
  return clausesOf(text).map(({ kind }) => kind)
}

test('reads MATCH with all its parts', () => {
  const [clause] = clausesOf('OPTIONAL MATCH (a), p = (b) WHERE a.x = 1 RETURN a')
  expect(clause).toMatchObject({
    kind: 'match',
    optional: true,
    start: 0,
    end: 41,
    patterns: [{}, { variable: { text: 'p' } }],
  })
  expect(clause?.kind === 'match' && clause.where && outline(clause.where)).toBe('(compare (. a x) = 1)')
})

test('reads UNWIND', () => {
  expect(clausesOf('UNWIND [1] AS x RETURN x')[0]).toMatchObject({
    kind: 'unwind',
    variable: { text: 'x', start: 14, end: 15 },
  })
})

test('reads WITH with all its parts', () => {
  const [clause] = clausesOf(
    'WITH DISTINCT *, 1 AS a ORDER BY a, b DESC, c ASCENDING SKIP 1 LIMIT 2 WHERE a RETURN a',
  )
  expect(clause).toMatchObject({
    kind: 'with',
    distinct: true,
    all: true,
    items: [{ alias: { text: 'a' }, text: '1' }],
    orderBy: [{ descending: false }, { descending: true }, { descending: false }],
    skip: { kind: 'literal', value: 1n },
    limit: { kind: 'literal', value: 2n },
    where: { kind: 'variable', name: 'a' },
  })
})

test('takes the text of an item as it is written, brackets and blanks with it', () => {
  const [clause] = clausesOf('RETURN  ( 1+2 )*3 , n.`x y` AS y, `a`, /* c */ count( * )/* d */')
  expect(clause?.kind === 'return' && clause.items.map(({ text }) => text)).toEqual([
    '( 1+2 )*3',
    'n.`x y`',
    '`a`',
    'count( * )',
  ])
})

test('reads OFFSET as SKIP, and names that are keywords', () => {
  expect(clausesOf('RETURN 1 AS order ORDER BY order DESCENDING OFFSET 1')[0]).toMatchObject({
    items: [{ alias: { text: 'order' } }],
    orderBy: [{ descending: true }],
    skip: { value: 1n },
  })
  expect(clausesOf('WITH 1 AS distinct RETURN distinct')[1]).toMatchObject({
    distinct: false,
    items: [{ text: 'distinct' }],
  })
  expect(clausesOf('RETURN DISTINCT distinct')[0]).toMatchObject({
    distinct: true,
    items: [{ text: 'distinct' }],
  })
})

describe('CALL', () => {
  test('reads procedures', () => {
    expect(clausesOf('CALL db.labels')[0]).toEqual({
      kind: 'call procedure',
      procedure: { text: 'db.labels', start: 5, end: 14 },
      optional: false,
      start: 0,
      end: 14,
    })
    expect(clausesOf('CALL a.b(1, x) YIELD c, d AS e WHERE c RETURN c')[0]).toMatchObject({
      arguments: [{ value: 1n }, { name: 'x' }],
      yield: [{ field: { text: 'c' } }, { field: { text: 'd' }, alias: { text: 'e' } }],
      where: { name: 'c' },
    })
    expect(clausesOf('CALL a() YIELD *')[0]).toMatchObject({ arguments: [], yield: '*' })
    expect(clausesOf('OPTIONAL CALL a() YIELD b RETURN b')[0]).toMatchObject({ optional: true })
  })

  test('reads subqueries with their scope', () => {
    expect(clausesOf('CALL { RETURN 1 AS x } RETURN x')[0]).not.toHaveProperty('scope')
    expect(clausesOf('CALL () { RETURN 1 AS x } RETURN x')[0]).toMatchObject({ scope: [] })
    expect(clausesOf('CALL (a, b) { RETURN 1 AS x } RETURN x')[0]).toMatchObject({
      scope: [{ text: 'a' }, { text: 'b' }],
    })
    expect(clausesOf('OPTIONAL CALL (*) { RETURN 1 AS x } RETURN x')[0]).toMatchObject({
      scope: '*',
      optional: true,
    })
  })
})

test('reads UNION', () => {
  const { query } = parseStatement('RETURN 1 AS x UNION DISTINCT RETURN 2 AS x UNION RETURN 3 AS x')
  expect(query.parts).toHaveLength(3)
  expect(query.unions).toEqual([
    { all: false, place: { start: 14, end: 28 } },
    { all: false, place: { start: 43, end: 48 } },
  ])
  expect(parseStatement('RETURN 1 AS x UNION ALL RETURN 2 AS x').query.unions).toMatchObject([{ all: true }])
})

test('reads what stands before and after the query', () => {
  expect(parseStatement('EXPLAIN RETURN 1;')).toMatchObject({ explain: true, start: 0, end: 17 })
  expect(parseStatement(' cypher 5 explain RETURN 1 ; // end')).toMatchObject({ explain: true, start: 1 })
  expect(parseStatement('CYPHER RETURN 1').explain).toBe(false)
})

test('lets clauses follow each other in any order, as Neo4j does', () => {
  expect(kinds('OPTIONAL MATCH (a) MATCH (b) UNWIND [1] AS c WITH * MATCH (d) CALL p() RETURN 1')).toEqual([
    'match',
    'match',
    'unwind',
    'with',
    'match',
    'call procedure',
    'return',
  ])
  expect(kinds('MATCH (a) CALL p()')).toEqual(['match', 'call procedure'])
  expect(kinds('MATCH (a) CALL (a) { CALL p(a) }')).toEqual(['match', 'call subquery'])
})

test.each([
  ['', 'UnexpectedSyntax at ‹›: Expected a query, such as MATCH … RETURN … but found the end of the query.'],
  [
    'MTACH (n) RETURN n',
    "UnexpectedSyntax at ‹MTACH›: Expected a query, such as MATCH … RETURN … but found 'MTACH'.",
  ],
  [
    'MATCH (n) RETRUN n',
    "UnexpectedSyntax at ‹RETRUN›: Expected a clause such as MATCH, WITH or RETURN but found 'RETRUN'.",
  ],
  [
    'RETURN 1 x',
    "UnexpectedSyntax at ‹x›: Expected ',', ORDER BY, SKIP, LIMIT or the end of the query but found 'x'.",
  ],
  ['RETURN 1; RETURN 2', "UnexpectedSyntax at ‹RETURN›: Expected the end of the query but found 'RETURN'."],
  ['RETURN a, *', "UnexpectedSyntax at ‹*›: Expected an expression but found '*'."],
  ['MATCH (n)', 'InvalidClauseComposition at ‹MATCH (n)›: A query cannot end with MATCH.'],
  ['MATCH (n) WITH n', 'InvalidClauseComposition at ‹WITH n›: A query cannot end with WITH.'],
  [
    'MATCH (n) CALL p() YIELD x',
    'InvalidClauseComposition at ‹CALL p() YIELD x›: A query cannot end with CALL … YIELD.',
  ],
  [
    'CALL { RETURN 1 AS x }',
    'InvalidClauseComposition at ‹CALL { RETURN 1 AS x }›: A query cannot end with CALL { … }.',
  ],
  [
    'RETURN 1 MATCH (n) RETURN n',
    'InvalidClauseComposition at ‹MATCH (n)›: RETURN can only stand at the end of a query.',
  ],
  [
    'RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a',
    'InvalidClauseComposition at ‹UNION ALL›: UNION and UNION ALL cannot be mixed in one query.',
  ],
  ['RETURN 1 LIMIT 1 SKIP 1', 'UnexpectedSyntax at ‹SKIP›: SKIP cannot stand here.'],
  ['MATCH (n) ORDER BY n.x RETURN n', 'UnexpectedSyntax at ‹ORDER›: ORDER BY cannot stand here.'],
  ['MATCH (n) RETURN n WHERE n.x', 'UnexpectedSyntax at ‹WHERE›: RETURN cannot have WHERE.'],
  ['UNWIND [1] RETURN 1', "UnexpectedSyntax at ‹RETURN›: Expected AS but found 'RETURN'."],
  [
    'CALL p YIELD x RETURN x',
    'InvalidArgumentPassingMode at ‹p›: A CALL within a query needs its arguments in parentheses.',
  ],
  [
    'CALL p() YIELD * RETURN x',
    'UnexpectedSyntax at ‹CALL p() YIELD *›: YIELD * can only stand in a CALL that is the whole query.',
  ],
  [
    'CALL p() YIELD x WHERE x',
    'InvalidClauseComposition at ‹x›: A CALL that is the whole query cannot have WHERE.',
  ],
  [
    'CALL { RETURN 1 AS x } IN TRANSACTIONS RETURN x',
    'UnsupportedSyntax at ‹IN›: CALL … IN TRANSACTIONS is not supported.',
  ],
  [
    'MATCH (n) USING INDEX n:A(x) RETURN n',
    'UnsupportedSyntax at ‹USING›: Hints with USING are not supported.',
  ],
  ['PROFILE RETURN 1', 'UnsupportedSyntax at ‹PROFILE›: PROFILE is not supported.'],
  ['USE g RETURN 1', 'UnsupportedSyntax at ‹USE›: USE is not supported.'],
  ["LOAD CSV FROM 'x' AS x RETURN x", 'UnsupportedSyntax at ‹LOAD›: LOAD is not supported.'],
  ['MATCH (n) FINISH', 'UnsupportedSyntax at ‹FINISH›: FINISH is not supported.'],
  ['CYPHER 25 RETURN 1', 'UnsupportedSyntax at ‹25›: Cypher 25 is not supported.'],
  [
    'CYPHER runtime=slotted RETURN 1',
    'UnsupportedSyntax at ‹runtime›: Options after CYPHER are not supported.',
  ],
])('tells what is wrong in %s', (text, expected) => {
  expect(inShort(faultOf(text), text)).toBe(expected)
})

test.each([
  ['MTACH (n) RETURN n', 'Did you mean MATCH?'],
  ['MATCH (n) RETRUN n', 'Did you mean RETURN?'],
  ['MATCH (n) WHRE n.x RETURN n', 'Did you mean WHERE?'],
  ['RETURN 1 LIMT 1', 'Did you mean LIMIT?'],
  ['RETURN 1 AS x ORD BY x', 'Did you mean ORDER?'],
  ['SELECT 1', 'Cypher asks with MATCH … RETURN ….'],
  ['MATCH (n) RETURN n GROUP BY n', 'There is no GROUP BY: the items without an aggregation are the groups.'],
  ['MATCH (n)', 'End it with RETURN.'],
  ['PROFILE RETURN 1', 'Write EXPLAIN to see the plan.'],
  ['RETURN 1; RETURN 2', 'Run one query at a time.'],
  ['RETURN 1 x', undefined],
])('gives a hint for %s', (text, hint) => {
  expect(faultOf(text).hint).toBe(hint)
})

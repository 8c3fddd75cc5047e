import { expect, test } from 'vitest'
import { faultKind, faultOf } from './analyzed.ts'

const kind = 'SyntaxError UndefinedVariable'

test('a name that means nothing is told with the names that may have been meant', () => {
  expect(faultOf('MATCH (person) RETURN preson')).toEqual([
    kind,
    'preson',
    'There is no variable `preson` here.',
    'Did you mean `person`?',
  ])
  expect(faultOf('MATCH () RETURN foo')).toEqual([kind, 'foo', 'There is no variable `foo` here.'])
  expect(faultOf('MATCH (n {name: González}) RETURN n')).toEqual([
    kind,
    'González',
    'There is no variable `González` here.',
    'If it is a text, put it in quotes.',
  ])
})

test('very long names are shortened and not compared', () => {
  const [, , message = '', hint] = faultOf(`MATCH (${'a'.repeat(9000)}) RETURN ${'a'.repeat(9001)}`)
  expect(message).toBe(`There is no variable \`${'a'.repeat(60)}…\` here.`)
  expect(hint).toBeUndefined()
})

test.each([
  ['what WITH leaves out', 'MATCH (a)-->(b) WITH a RETURN b'],
  ['what WITH leaves out, in ORDER BY', 'MATCH (a), (b), (c) WITH a, b WITH a ORDER BY c RETURN a'],
  ['a variable of a comprehension after it', 'RETURN [x IN [1] | x] AS list, x'],
  ['an accumulator after reduce()', 'RETURN reduce(s = 0, x IN [1] | s + x) AS sum, s'],
  ['a name of a pattern comprehension after it', 'MATCH (a) RETURN [(a)-->(b) | b] AS list, b'],
  ['a name of EXISTS after it', 'MATCH (a) WHERE EXISTS { (a)-->(b) } RETURN b'],
  ['an item of the same RETURN', 'RETURN 1 AS a, a AS b'],
  ['the subject of a map projection', 'RETURN a {.name}'],
  ['a variable in a map projection', 'MATCH (a) RETURN a {b}'],
  ['a value of a map', 'RETURN {k1: k2}'],
  ['a property of a pattern', 'MATCH (a {name: b.name}) RETURN a'],
  ['what a CALL does not import', 'MATCH (a) CALL { RETURN a.name AS name } RETURN name'],
  ['what a WITH does not import', 'MATCH (a), (b) CALL { WITH a RETURN b.name AS name } RETURN name'],
  ['what a scope clause does not name', 'MATCH (a), (b) CALL (a) { RETURN b.name AS name } RETURN name'],
  ['a name in a scope clause', 'MATCH (a) CALL (b) { RETURN 1 AS one } RETURN one'],
  ['what a CALL does not return', 'CALL { MATCH (a) RETURN a.name AS name } RETURN a'],
  ['what a procedure does not yield', 'CALL test.pairs(1, 2) RETURN a'],
])('%s', (_, text) => {
  expect(faultKind(text)).toBe(kind)
})

test('a pattern in an expression makes no names', () => {
  expect(faultOf('MATCH (n) WHERE (n)-[r]->(a) RETURN n')).toEqual([
    kind,
    'r',
    'There is no variable `r` here, and a pattern in an expression makes none.',
    'Name it in a MATCH before, leave the name out, or write EXISTS { … }.',
  ])
  expect(faultKind('MATCH (n) WHERE (n)-[:A*0..2]->(a {num: 5}) RETURN n')).toBe(kind)
})

test('a shortest path in an expression goes between nodes that are known', () => {
  expect(faultOf('MATCH (a) RETURN shortestPath((a)-[*]-()) AS path').slice(0, 3)).toEqual([
    kind,
    '()',
    'shortestPath() in an expression goes between two nodes that are known, and this one has no name.',
  ])
  expect(faultKind('MATCH (a) RETURN shortestPath((a)-[*]-(b)) AS path')).toBe(kind)
  expect(faultKind('MATCH (a), (b) RETURN shortestPath((a)-[r*]-(b)) AS path')).toBe('no fault')
})

test('after DISTINCT and aggregations, ORDER BY and WHERE see only what is returned', () => {
  expect(faultOf('MATCH (a) RETURN DISTINCT a.name ORDER BY a.age')).toEqual([
    kind,
    'a',
    '`a` is not seen any more after DISTINCT, only what the clause returns.',
    'Return it as well, or sort in a WITH before.',
  ])
  expect(faultOf('MATCH (a) WITH count(*) AS rows WHERE a.age > 1 RETURN rows')[2]).toBe(
    '`a` is not seen any more after the aggregation, only what the clause returns.',
  )
  expect(faultKind('MATCH (a) RETURN a.x AS x, min(a.y) AS y ORDER BY sum(a.z)')).toBe(kind)
  expect(faultKind('MATCH (a) WITH a.x AS x, min(a.y) AS y ORDER BY a.z + min(a.y) RETURN x')).toBe(kind)
})

test('a procedure yields only its fields', () => {
  expect(faultOf('CALL test.pairs(1, 2) YIELD a, bb RETURN a')).toEqual([
    kind,
    'bb',
    'The procedure test.pairs() does not yield `bb`.',
  ])
})

import { expect, test } from 'vitest'
import { faultKind, faultOf } from './analyzed.ts'

const bound = 'SyntaxError VariableAlreadyBound'
const conflict = 'SyntaxError VariableTypeConflict'

test('a name can be made only once', () => {
  expect(faultOf('WITH 1 AS x UNWIND [1] AS x RETURN x')).toEqual([
    bound,
    'x',
    'There is a variable `x` here already.',
    'Choose another name.',
  ])
})

test.each([
  'MATCH (p)-->() MATCH p = ()-->() RETURN p',
  'MATCH p = (p)-->() RETURN p',
  'MATCH p = ()-[p*]->() RETURN p',
  'WITH {x: 1} AS p MATCH p = ()-->() RETURN p',
  "WITH 'Hi' AS a CALL test.pairs(1, 2) YIELD a RETURN a",
  'CALL test.pairs(1, 2) YIELD a, b AS a RETURN a',
  'MATCH (a) CALL { MATCH (a) RETURN a } RETURN a',
  'MATCH (a) CALL { WITH a MATCH (b) RETURN * } RETURN b',
  'MATCH (a) CALL (a, a) { RETURN 1 AS one } RETURN one',
  'MATCH (a) CALL (a) { WITH 1 AS a RETURN 2 AS two } RETURN two',
  'MATCH (a) WHERE EXISTS { UNWIND [1] AS a RETURN a } RETURN a',
  "WITH 'Peter' AS name WHERE EXISTS { WITH 'Ozzy' AS name MATCH (n {name: name}) } RETURN name",
  'RETURN reduce(x = 0, x IN [1] | x) AS sum',
  'MATCH ()-[r]->() MATCH p = shortestPath(()-[r*]-()) RETURN p',
])('%s', (text) => {
  expect(faultKind(text)).toBe(bound)
})

test.each([
  ['a comprehension may hide a name', 'MATCH (x) RETURN [x IN [1] | x + 1] AS list, x'],
  ['a later WITH may make a name anew', 'MATCH (x) WITH x.name AS x RETURN x'],
  [
    'a query may return what has the name of something around it',
    'MATCH (a) RETURN COLLECT { MATCH (b) RETURN b.x AS a } AS list',
  ],
  [
    'a subquery that imports nothing has names of its own',
    'MATCH (a) CALL { MATCH (a) RETURN a.x AS x } RETURN a, x',
  ],
  [
    'nested queries use the names around them',
    'MATCH (a) WHERE EXISTS { MATCH (a)-->(b) WITH b MATCH (a)<--(b) } RETURN a',
  ],
  [
    'a list of relationships is matched again',
    'MATCH ()-[r]->() WITH [r] AS rs MATCH ()-[rs*]->() RETURN rs',
  ],
  ['null is matched', 'WITH null AS a MATCH (a) RETURN a'],
])('%s', (_, text) => {
  expect(faultKind(text)).toBe('no fault')
})

test('a name cannot change what it stands for in a pattern', () => {
  expect(faultOf('MATCH ()-[r]->() MATCH (r) RETURN r')).toEqual([
    conflict,
    'r',
    '`r` cannot be a node of a pattern: it is a value of the type RELATIONSHIP.',
  ])
  expect(faultOf('MATCH (r) MATCH ()-[r]->() RETURN r')[2]).toBe(
    '`r` cannot be a relationship of a pattern: it is a value of the type NODE.',
  )
  expect(faultOf('MATCH (r)-[r*]->() RETURN r')[2]).toBe(
    '`r` cannot be the list of relationships of a pattern of variable length: it is a value of the type NODE.',
  )
})

test.each([
  'MATCH r = ()-->(), (r) RETURN r',
  'MATCH ()-[r*]->()-->(r) RETURN r',
  'WITH [10] AS n MATCH (n) RETURN n',
  'MATCH (n) WITH [n] AS users MATCH (users)-->(messages) RETURN messages',
  'MATCH (n) RETURN [()-[n]->() | 1] AS list',
  'MATCH (n) WHERE EXISTS { ()-[n]->() } RETURN n',
])('%s', (text) => {
  expect(faultKind(text)).toBe(conflict)
})

test('two relationships of one MATCH cannot be the same', () => {
  expect(faultOf('MATCH (a)-[r]->()-[r]->(a) RETURN r')).toEqual([
    'SyntaxError RelationshipUniquenessViolation',
    'r',
    '`r` stands for two relationships of one MATCH, which are never the same.',
    'Give each relationship a name of its own.',
  ])
  expect(faultKind('MATCH ()-[r]->(), ()-[r]->() RETURN r')).toBe(
    'SyntaxError RelationshipUniquenessViolation',
  )
  expect(faultKind('MATCH ()-[r]->() MATCH ()-[r]->() RETURN r')).toBe('no fault')
})

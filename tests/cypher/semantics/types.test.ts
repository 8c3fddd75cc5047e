import { describe, expect, test } from 'vitest'
import { faultKind, faultOf } from './analyzed.ts'

const wrong = 'SyntaxError InvalidArgumentType'

test('the operand that does not fit is told', () => {
  expect(faultOf('RETURN 1 AND true')).toEqual([
    wrong,
    '1',
    'AND takes a value of the type BOOLEAN, not of the type INTEGER.',
  ])
  expect(faultOf("RETURN NOT 'x'")[2]).toBe('NOT takes a value of the type BOOLEAN, not of the type STRING.')
  expect(faultOf('RETURN 1 IN 2')[1]).toBe('2')
  expect(faultOf('RETURN abs(datetime())')[2]).toBe(
    'The function abs() takes a value of the type INTEGER or FLOAT, not of the type ZONED DATETIME.',
  )
  expect(faultOf('RETURN 1 - [2]')[2]).toBe('The operator - cannot be applied to a value of the type LIST.')
})

describe('of operators', () => {
  test.each([
    'RETURN null OR [null]',
    'RETURN true XOR {}',
    'RETURN -true',
    "RETURN -duration('P1D')",
    "RETURN left('abc', 1.5)",
    "RETURN 'a' % 2",
    'RETURN {} + 1',
    'MATCH (a) RETURN 1 + a',
    'MATCH p = () RETURN p * 2',
    "RETURN 1 =~ 'a'",
    "RETURN 'a' || 1",
    "RETURN 'abc'[0..1]",
    "RETURN [1, 2]['a'..]",
    'RETURN 1:Person',
    'MATCH (n) WHERE n RETURN n',
    'MATCH (n) WHERE size(n.list) + 1 RETURN n',
    'RETURN CASE WHEN 1 THEN 2 END',
    'RETURN [x IN 1 | x]',
    'RETURN all(x IN {} WHERE x)',
    "RETURN none(x IN ['Clara'] WHERE x % 2 = 0)",
    'RETURN single(x IN [false, true] WHERE x % 2 = 0)',
    'UNWIND [[1], [2]] AS x RETURN x AND true',
    'WITH [1, 2.5] AS list UNWIND list AS x RETURN NOT x',
    'WITH 1 AS one RETURN one {.name}',
  ])('%s', (text) => {
    expect(faultKind(text)).toBe(wrong)
  })
})

describe('of functions and procedures', () => {
  test.each([
    'MATCH p = () RETURN size(p)',
    'MATCH (n) RETURN length(n)',
    'MATCH p = (a) RETURN labels(p)',
    'MATCH (r) RETURN type(r)',
    'RETURN properties(1)',
    'RETURN properties([true])',
    'CALL test.pairs(true, 1) YIELD a RETURN a',
  ])('%s', (text) => {
    expect(faultKind(text)).toBe(wrong)
  })

  test('the argument that does not fit is told', () => {
    expect(faultOf('MATCH (n) RETURN length(n)').slice(1)).toEqual([
      'n',
      'The function length() takes a value of the type PATH, not of the type NODE.',
    ])
  })
})

describe('of properties and elements', () => {
  test.each(['1', '42.5', 'true', "'string'", '[123, true]'])('%s has no properties', (value) => {
    expect(faultOf(`WITH ${value} AS x RETURN x.num`).slice(0, 2)).toEqual([
      'TypeError InvalidArgumentType',
      'x.num',
    ])
  })

  test('a path has no properties', () => {
    expect(faultOf("MATCH r = ()-[*]->() WHERE r.name = 'apa' RETURN r").slice(0, 3)).toEqual([
      wrong,
      'r.name',
      'A value of the type PATH has no properties, so that .name cannot be read.',
    ])
  })

  test('elements are found in lists by number and elsewhere by name', () => {
    expect(faultOf('WITH true AS list RETURN list[0]').slice(0, 3)).toEqual([
      'TypeError InvalidArgumentType',
      'list',
      '[…] takes a value of the type LIST, MAP, NODE or RELATIONSHIP, not of the type BOOLEAN.',
    ])
    expect(faultOf("RETURN [1, 2]['a']")[2]).toBe(
      '[…] on a LIST takes a value of the type INTEGER, not of the type STRING.',
    )
    expect(faultKind('RETURN {a: 1}[0]')).toBe('TypeError InvalidArgumentType')
    expect(faultKind("MATCH (n) RETURN n['name']")).toBe('no fault')
  })
})

test.each([
  'RETURN null AND true',
  'RETURN $a AND $b[0] AND $c.d',
  "WITH [1, 'a', null] AS list UNWIND list AS x RETURN NOT x",
  'RETURN 1 + 2.5 - null',
  "RETURN 'a' + 1 + [2] + true",
  "RETURN date() - duration('P1D')",
  "RETURN date('2020-01-01').year + 1",
  'RETURN 1 STARTS WITH true',
  'RETURN sqrt(4)',
  'RETURN [1] < 2 AND {} = 1',
  'MATCH (n) WHERE n.isActive RETURN n.list[0].x',
  'RETURN any(x IN [] WHERE x)',
  'RETURN coalesce(null, [1])[0] + 1',
])('%s may be right', (text) => {
  expect(faultKind(text)).toBe('no fault')
})

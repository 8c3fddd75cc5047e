import { describe, expect, test } from 'vitest'
import type { TypeExpression, TypeName } from '../../../src/cypher/syntax/ast.ts'
import type { Value } from '../../../src/cypher/value.ts'
import { isOfType, typeNameOf } from '../../../src/cypher/values/types.ts'

const place = { start: 0, end: 0 }

function type(name: TypeName, notNull = false): TypeExpression {
  return { kind: 'type', name, notNull, ...place }
}

function listOf(item: TypeExpression, notNull = false): TypeExpression {
  return { kind: 'list type', item, notNull, ...place }
}

test.each<[Value, string]>([
  [null, 'NULL'],
  [true, 'BOOLEAN NOT NULL'],
  ['a', 'STRING NOT NULL'],
  [1n, 'INTEGER NOT NULL'],
  [1, 'FLOAT NOT NULL'],
  [new Map(), 'MAP NOT NULL'],
  [{ kind: 'node', id: 0 }, 'NODE NOT NULL'],
  [{ kind: 'relationship', id: 0 }, 'RELATIONSHIP NOT NULL'],
  [{ kind: 'path', nodes: [], relationships: [] }, 'PATH NOT NULL'],
  [{ kind: 'datetime', days: 0, nanoseconds: 0, offset: 0 }, 'ZONED DATETIME NOT NULL'],
  [{ kind: 'time', nanoseconds: 0, offset: 0 }, 'ZONED TIME NOT NULL'],
  [[], 'LIST<NOTHING> NOT NULL'],
  [[null], 'LIST<NULL> NOT NULL'],
  [[1n, 2n], 'LIST<INTEGER NOT NULL> NOT NULL'],
  [[1n, null], 'LIST<INTEGER> NOT NULL'],
  [
    [1, 'a', 1n, true],
    'LIST<BOOLEAN NOT NULL | STRING NOT NULL | INTEGER NOT NULL | FLOAT NOT NULL> NOT NULL',
  ],
  [['a', null, 1n], 'LIST<STRING | INTEGER> NOT NULL'],
  [[[1n], []], 'LIST<LIST<INTEGER NOT NULL> NOT NULL> NOT NULL'],
  [[[1n], null], 'LIST<LIST<INTEGER NOT NULL>> NOT NULL'],
])('the type of %o is %s', (value, expected) => {
  expect(typeNameOf(value)).toBe(expected)
})

describe('IS ::', () => {
  test.each<[Value, TypeExpression, boolean]>([
    [1n, type('INTEGER'), true],
    [1n, type('FLOAT'), false],
    [null, type('INTEGER'), true],
    [null, type('INTEGER', true), false],
    [null, type('NOTHING'), false],
    [null, type('NULL'), true],
    [1n, type('NULL'), false],
    [1n, type('ANY'), true],
    [null, type('ANY', true), false],
    ['a', type('PROPERTY VALUE'), true],
    [[1n, 2n], type('PROPERTY VALUE'), true],
    [[1n, 'a'], type('PROPERTY VALUE'), false],
    [[null], type('PROPERTY VALUE'), false],
    [new Map(), type('PROPERTY VALUE'), false],
    [[], listOf(type('NOTHING')), true],
    [[1n], listOf(type('INTEGER', true)), true],
    [[1n, null], listOf(type('INTEGER', true)), false],
    [[1n, null], listOf(type('INTEGER')), true],
    [null, listOf(type('INTEGER')), true],
    [null, listOf(type('INTEGER'), true), false],
    [1n, listOf(type('INTEGER')), false],
    ['a', { kind: 'any of', types: [type('INTEGER'), type('STRING')], ...place }, true],
    [true, { kind: 'any of', types: [type('INTEGER'), type('STRING')], ...place }, false],
  ])('%o is of %o: %s', (value, expression, expected) => {
    expect(isOfType(value, expression)).toBe(expected)
  })
})

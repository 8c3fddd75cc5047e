import { describe, expect, it } from 'vitest'
import type { Expression } from '../../../src/cypher/syntax/ast.ts'
import type { Value } from '../../../src/cypher/value.ts'
import { faultOf, node, prepare, valueOf } from './evaluate.ts'

const mismatch = ['TypeError', 'InvalidArgumentType', 'runtime'] as const

describe('CASE', () => {
  it.each([
    ["CASE x WHEN 1 THEN 'a' WHEN 2 THEN 'b' ELSE 'c' END", 2n, 'b'],
    ["CASE x WHEN 1 THEN 'a' WHEN 2 THEN 'b' ELSE 'c' END", 2, 'b'],
    ["CASE x WHEN 1 THEN 'a' WHEN 2 THEN 'b' ELSE 'c' END", '2', 'c'],
    ["CASE x WHEN 1 THEN 'a' END", 2n, null],
    ["CASE x WHEN null THEN 'a' ELSE 'b' END", null, 'b'],
    ["CASE x WHEN 1, 2 THEN 'a' ELSE 'b' END", 2n, 'a'],
    ["CASE WHEN x < 2 THEN 'a' WHEN x < 4 THEN 'b' END", 3n, 'b'],
    ["CASE WHEN x < 2 THEN 'a' ELSE 'b' END", null, 'b'],
    ["CASE WHEN x > 0 THEN 'a' ELSE 1 / 0 END", 3n, 'a'],
  ])('%s with %o is %o', (text, x, expected) => {
    expect(valueOf(text, { variables: { x } })).toBe(expected)
  })

  it('refuses a condition that is none', () => {
    expect(faultOf('CASE WHEN x THEN 1 END', { variables: { x: 1n } })).toEqual([...mismatch, 'x'])
  })
})

describe('calls', () => {
  it.each([
    ["toUpper('a')", 'A'],
    ['toUpper(x)', null],
    ["substring('hello', 1, 2)", 'el'],
    ["replace('hello', 'l', x)", null],
    ["split('a,b', ',')", ['a', 'b']],
    ['split(x, x)', null],
    ['coalesce(x, 1, 1 / 0)', 1n],
    ['coalesce(x)', null],
    ['COALESCE(x, x)', null],
  ])('%s is %o', (text, expected) => {
    expect(valueOf(text, { variables: { x: null } })).toEqual(expected)
  })

  it('tells where an argument is unfit', () => {
    const [errorClass, , phase, place] = faultOf('1 + size(x)', { variables: { x: true } })
    expect([errorClass, phase, place]).toEqual(['TypeError', 'runtime', 'size(x)'])
  })

  it('knows no other functions', () => {
    expect(faultOf('1 + nothing(x)')).toEqual(['SyntaxError', 'UnknownFunction', 'compile time', 'nothing'])
    expect(faultOf('1 + count(*)')).toEqual(['SyntaxError', 'InvalidAggregation', 'compile time', 'count(*)'])
  })

  it('computes a function that may give anything each time', () => {
    const { evaluate, frame, context } = prepare('rand()')
    expect(evaluate(frame, context)).not.toBe(evaluate(frame, context))
  })
})

describe('list comprehensions and reduce', () => {
  it.each([
    ['[x IN [1, 2, 3]]', [1n, 2n, 3n]],
    ['[x IN [1, 2, 3] WHERE x > 1]', [2n, 3n]],
    ['[x IN [1, 2, 3] | x * 2]', [2n, 4n, 6n]],
    ['[x IN [1, 2, 3] WHERE x > 1 | x * 2]', [4n, 6n]],
    ['[x IN [1, null] WHERE x > 0]', [1n]],
    ['[x IN null | x]', null],
    ['[x IN null WHERE x > 0]', null],
    ['[x IN one | x + 1]', [2n]],
    [
      '[x IN [1, 2] | [y IN [10, 20] | x + y]]',
      [
        [11n, 21n],
        [12n, 22n],
      ],
    ],
    ['reduce(sum = 0, x IN [1, 2, 3] | sum + x)', 6n],
    ['reduce(sum = 0, x IN [] | sum + x)', 0n],
    ['reduce(sum = 0, x IN null | sum + x)', null],
    ['reduce(sum = 0, x IN [1, null] | sum + x)', null],
    ['reduce(sum = 0, x IN [1, 2] | sum + reduce(sum2 = 0, y IN [1, 2] | sum2 + x * y))', 9n],
  ])('%s is %o', (text, expected) => {
    expect(valueOf(text, { variables: { one: 1n } })).toEqual(expected)
  })

  it('refuses a condition that is none', () => {
    expect(faultOf('[x IN [1] WHERE x]')).toEqual([...mismatch, 'x'])
  })

  it.each([
    ['[x IN [1, 2, 3]]', 3],
    ['[x IN [1, 2, 3] WHERE x = 1]', 3],
    ['reduce(sum = 0, x IN [1, 2] | sum + x)', 2],
    ['any(x IN [1, 2, 3] WHERE x = 2)', 2],
  ])('%s takes %i steps', (text, expected) => {
    const { evaluate, frame, context, steps } = prepare(text)
    evaluate(frame, context)
    expect(steps()).toBe(expected)
  })
})

describe('quantifiers', () => {
  const lists = ['[]', '[1]', '[2]', '[null]', '[1, 2]', '[1, 1]', '[1, null]', '[2, null]', '[1, null, 1]']
  it.each([
    ['all', [true, true, false, null, false, true, null, false, null]],
    ['any', [false, true, false, null, true, true, true, null, true]],
    ['none', [true, false, true, null, false, false, false, null, false]],
    ['single', [false, true, false, null, true, false, null, null, false]],
  ])('%s', (quantifier, expected) => {
    expect(lists.map((list) => valueOf(`${quantifier}(x IN ${list} WHERE x = 1)`))).toEqual(expected)
  })

  it('is unknown of null', () => {
    expect(valueOf('all(x IN null WHERE x = 1)')).toBe(null)
  })

  it('refuses a condition that is none', () => {
    expect(faultOf('any(x IN [1] WHERE x)')).toEqual([...mismatch, 'x'])
  })
})

describe('values that have been computed before', () => {
  const left = (value: Value) => (expression: Expression) =>
    expression.kind === 'binary' ? [[expression.left, value] as const] : []

  it.each([
    ['count(*) + 1', 5n, 6n],
    ['a + 1 + 1', 5n, 6n],
    ['a AND b AND c', true, null],
    ['a.name + 1', 5n, 6n],
  ])('%s with %o at its left is %o', (text, value, expected) => {
    expect(valueOf(text, { computed: left(value), variables: { c: null } })).toBe(expected)
  })

  it('is so of variables whose properties are read', () => {
    const computed = (expression: Expression) =>
      expression.kind === 'property' ? [[expression.subject, new Map([['name', 1n]])] as const] : []
    expect(valueOf('a.name', { computed, variables: { a: 2n } })).toBe(1n)
  })

  it('is so of the whole', () => {
    expect(valueOf('a.name + 1', { computed: (expression) => [[expression, 1n]] })).toBe(1n)
  })
})

describe('patterns and subqueries', () => {
  const rows = [{ x: 1n }, { x: null }, { x: 3n }]

  it.each([
    ['(a)-->()', true, 1],
    ['NOT (a)-->()', false, 1],
    ['exists((a)-->())', true, 1],
    ['[(a)-->(x) | x]', [1n, null, 3n], 3],
    ['[(a)-->(x) | [x]]', [[1n], [null], [3n]], 3],
    ['EXISTS { (a)-->() }', true, 1],
    ['COUNT { (a)-->() }', 3n, 3],
    ['COLLECT { MATCH (a)-->(x) RETURN x }', [1n, null, 3n], 3],
  ])('%s is %o after %i rows', (text, expected, count) => {
    const prepared = prepare(text, { rows, variables: { a: node(0) } })
    expect(prepared.evaluate(prepared.frame, prepared.context)).toEqual(expected)
    expect(prepared.rows()).toBe(count)
  })

  it.each([
    ['(a)-->()', false],
    ['[(a)-->(x) | x]', []],
    ['EXISTS { (a)-->() }', false],
    ['COUNT { (a)-->() }', 0n],
    ['COLLECT { MATCH (a)-->(x) RETURN x }', []],
  ])('%s is %o without rows', (text, expected) => {
    expect(valueOf(text, { variables: { a: node(0) } })).toEqual(expected)
  })

  it('leaves a shortest path to the planner', () => {
    const path = { kind: 'path' as const, nodes: [node(0)], relationships: [] }
    expect(valueOf('shortestPath((a)-[*]->(b))', { path })).toBe(path)
  })
})

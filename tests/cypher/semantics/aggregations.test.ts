import { describe, expect, test } from 'vitest'
import { analyzed, faultKind, faultOf, projectionsOf, slotted } from './analyzed.ts'

describe('where they may not stand', () => {
  test.each([
    ['MATCH (a) WHERE count(a) > 10 RETURN a', 'WHERE'],
    ['MATCH (a {x: count(*)}) RETURN a', 'MATCH'],
    ['UNWIND [count(*)] AS x RETURN x', 'UNWIND'],
    ['MATCH (n) RETURN [x IN [1] | count(*)]', 'a list comprehension'],
    ['MATCH (n) RETURN all(x IN [1] WHERE count(*) > x)', 'all()'],
    ['MATCH (n) RETURN reduce(s = 0, x IN [1] | count(*))', 'reduce()'],
    ['MATCH (n) RETURN [(n)-->() | count(*)]', 'a pattern comprehension'],
    ['MATCH (n) CALL test.pairs(count(*), 1) YIELD a RETURN a', 'CALL'],
    ['MATCH (n) RETURN n LIMIT count(*)', 'LIMIT'],
    ['MATCH (n) RETURN n.x ORDER BY n.y, count(*)', 'ORDER BY, unless the clause aggregates'],
    ['MATCH (n) WITH n.x AS x, count(*) AS c WHERE count(*) + count(n) > 1 RETURN x', 'WHERE'],
  ])('%s', (text, where) => {
    const [kind, , message = ''] = faultOf(text)
    expect(kind).toBe('SyntaxError InvalidAggregation')
    expect(message).toMatch(/^The aggregation count\(\*?\) cannot stand in /)
    expect(message.slice(message.indexOf(' in ') + 4)).toBe(`${where}.`)
  })

  test('they may stand in the list that is gone through', () => {
    expect(faultKind('MATCH (n) RETURN [x IN collect(n.x) WHERE x > 1]')).toBe('no fault')
    expect(faultKind('MATCH (n) RETURN reduce(s = count(*), x IN collect(n.x) | s + x)')).toBe('no fault')
  })

  test('not in one another', () => {
    expect(faultOf('RETURN count(1 + count(*))')).toEqual([
      'SyntaxError NestedAggregation',
      'count(*)',
      'The aggregation count(*) cannot stand within another aggregation.',
      'Compute the inner one in a WITH before.',
    ])
    expect(faultKind('MATCH (a) RETURN a, count(*) ORDER BY sum(count(*))')).toBe(
      'SyntaxError NestedAggregation',
    )
  })

  test('not around what differs each time', () => {
    expect(faultOf('RETURN count(rand())').slice(0, 3)).toEqual([
      'SyntaxError NonConstantExpression',
      'rand()',
      'rand() gives something else each time, so that it cannot stand in an aggregation.',
    ])
    expect(faultKind('RETURN rand() + count(*)')).toBe('no fault')
  })
})

describe('beside other values', () => {
  const kind = 'SyntaxError AmbiguousAggregationExpression'

  test('the value that the rows are not grouped by is told', () => {
    expect(faultOf('MATCH (me)--(you) RETURN me.age + count(you.age)')).toEqual([
      kind,
      'me',
      '`me` stands beside an aggregation, but the rows are not grouped by it.',
      'Compute it in a WITH before and return it under its name as well, or put it into the aggregation.',
    ])
  })

  test.each([
    'MATCH (me)--(you) RETURN me.age + you.age, me.age + you.age + count(*)',
    'MATCH (a) RETURN a.x, [a IN [{x: 1}] | a.x] + a.y + count(*)',
    'MATCH (a) RETURN size([(a)-->() | 1]) + count(*)',
    'MATCH (a) RETURN a.x, a {.x} AS map, [a {.x}, count(*)]',
    'MATCH (me)--(you) RETURN me.age + you.age, count(*) AS c ORDER BY me.age + you.age + count(*)',
  ])('%s', (text) => {
    expect(faultKind(text)).toBe(kind)
  })

  test.each([
    'MATCH (a) RETURN $x + count(*) - 1000',
    'MATCH (a) RETURN a, a.x + size([(a)-->() | 1]) + count(*)',
    'MATCH (a) RETURN a.x, a.x + count(a.y)',
    'MATCH (a) RETURN *, a.x + count(*) AS c',
    'MATCH (a) RETURN a AS b, COUNT { (a)-->() } + count(*), a {.x, n: count(*)}',
    'MATCH (a) RETURN a AS b, a.x + 1 AS s, count(*) ORDER BY a.x + 1 + count(*), sum(COUNT { (a)-->() })',
    'MATCH (a) WITH a.x AS x, a RETURN x, x + count(*), [y IN [1] | y + x] + collect(a)',
    'MATCH (a) RETURN 1 AS one, count(*) ORDER BY 1 + count(*)',
    'MATCH (a) RETURN a, a.x + 1 AS s, count(*) AS c ORDER BY a.x + 1 + count(*)',
  ])('%s', (text) => {
    expect(faultKind(text)).toBe('no fault')
  })
})

describe('what is found', () => {
  test('each different aggregation once, and where all values are', () => {
    const text = 'MATCH (a) RETURN a.x AS x, count(*) + COUNT(*) + a.x AS n ORDER BY x, count(*), max(a.x), n'
    const analysis = analyzed(text)
    const [projection] = projectionsOf(analysis)
    if (!projection) throw new Error('no projection')
    expect(projection.isAggregating).toBe(true)
    expect(projection.items.map(({ variable }) => variable.slot)).toEqual([2, 3])
    expect(projection.items.map(({ hasAggregation }) => hasAggregation)).toEqual([false, true])
    expect(
      projection.aggregations.map(({ expression: { start, end }, slot }) => [text.slice(start, end), slot]),
    ).toEqual([
      ['count(*)', 1],
      ['max(a.x)', 4],
    ])
    expect(slotted(text, projection)).toEqual([
      'count(*)@1',
      'COUNT(*)@1',
      'a.x@2',
      'x@2',
      'count(*)@1',
      'max(a.x)@4',
      'n@3',
    ])
    expect(analysis.slotCount).toBe(5)
  })

  test('an aggregation in ORDER BY may go through what is returned', () => {
    expect(faultKind('MATCH (a) RETURN a, count(*) ORDER BY max(a.x)')).toBe('no fault')
    expect(faultKind('MATCH (a) RETURN a AS b, count(*) ORDER BY max(a)')).toBe('no fault')
    expect(faultOf('MATCH (a) RETURN a.x + 1 AS x, count(*) ORDER BY max(x)').slice(0, 3)).toEqual([
      'SyntaxError InvalidAggregation',
      'x',
      '`x` is made by this clause, so that an aggregation in its ORDER BY cannot go through it.',
    ])
    expect(faultKind('MATCH (a) RETURN DISTINCT a, count(*) ORDER BY max(a.x)')).toBe(
      'SyntaxError InvalidAggregation',
    )
    expect(faultKind('MATCH (a) RETURN DISTINCT a, count(*) ORDER BY count(*)')).toBe('no fault')
  })
})

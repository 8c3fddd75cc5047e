import { describe, expect, test } from 'vitest'
import { analyzed, described, faultKind, faultOf, meaningsOf, projectionsOf, slotted } from './analyzed.ts'

describe('columns', () => {
  test('are named by their alias, their variable or their text', () => {
    const { columns } = analyzed('MATCH (n) RETURN n, n.name AS name, n . age, count ( * )')
    expect(columns).toEqual(['n', 'name', 'n . age', 'count ( * )'])
  })

  test('of * are the variables by name, before the other items', () => {
    const analysis = analyzed('MATCH p = (b)-[r]->(a) RETURN *, 1 AS one')
    expect(analysis.columns).toEqual(['a', 'b', 'p', 'r', 'one'])
    const [projection] = projectionsOf(analysis)
    expect(projection?.items.map(({ expression, from }) => [expression?.kind, from?.name])).toEqual([
      [undefined, 'a'],
      [undefined, 'b'],
      [undefined, 'p'],
      [undefined, 'r'],
      ['literal', undefined],
    ])
  })

  test('must have different names', () => {
    expect(faultOf('RETURN 1 AS a, 2 AS a')).toEqual([
      'SyntaxError ColumnNameConflict',
      'a',
      'There are two columns of the name `a`.',
      'Give one of them another name with AS.',
    ])
    expect(faultKind('MATCH (a) WITH *, 1 AS a RETURN a')).toBe('SyntaxError ColumnNameConflict')
  })

  test('must have names in WITH and in CALL', () => {
    expect(faultOf('MATCH (a) WITH a, count(*) RETURN a')).toEqual([
      'SyntaxError NoExpressionAlias',
      'count(*)',
      'What WITH passes on needs a name here.',
      'Add AS and a name.',
    ])
    expect(faultOf('CALL { RETURN 1 + 1 } RETURN 2')[2]).toBe('What RETURN passes on needs a name here.')
  })

  test('must be there', () => {
    expect(faultOf('MATCH () RETURN *')).toEqual([
      'SyntaxError NoVariablesInScope',
      'RETURN *',
      'RETURN * needs variables, and there are none here.',
    ])
    expect(faultKind('MATCH (n) WHERE EXISTS { (n)-->() } RETURN n')).toBe('no fault')
    expect(faultKind('MATCH () WITH * RETURN 1')).toBe('no fault')
  })
})

describe('variables', () => {
  test('that are passed on as they are stay the same', () => {
    const analysis = analyzed('MATCH (a)-[r]->(b) WITH a, r AS r, b AS c WITH * RETURN a, c')
    const [first, second, third] = projectionsOf(analysis)
    expect(first?.items.map(({ from, variable }) => from === variable)).toEqual([true, true, false])
    expect(second?.items.map(({ from, variable }) => from === variable)).toEqual([true, true, true])
    expect(described(third?.items.map(({ variable }) => variable) ?? [])).toEqual(['a:node@0', 'c:node@3'])
  })

  test('of the same name are new where the name is made anew', () => {
    const analysis = analyzed('MATCH (x) WITH x.age AS x WITH x % 3 AS x ORDER BY x RETURN x')
    expect(described(meaningsOf('x', analysis))).toEqual(['x:node@0', 'x:any@1', 'x:any@2', 'x:any@2'])
  })

  test('know their types', () => {
    const analysis = analyzed(
      "WITH 1 AS i, 1.5 AS f, 1 IN [1] AS b, [1, 2] AS l, {} AS m, 'a' AS s, null AS n, 1 + 2.0 AS d RETURN *",
    )
    const [projection] = projectionsOf(analysis)
    expect(projection?.items.map(({ name, variable }) => `${name} ${variable.type}`)).toEqual([
      'i integer',
      'f float',
      'b boolean',
      'l list',
      'm map',
      's string',
      'n null',
      'd float',
    ])
  })
})

describe('ORDER BY and WHERE', () => {
  test('see what was there before, but what the clause makes first', () => {
    const analysis = analyzed(
      'MATCH (a) WITH a.x AS x, a.y AS y WITH x % 3 AS x WHERE y > 1 AND x > 0 RETURN x',
    )
    expect(described(meaningsOf('x', analysis))).toEqual(['x:any@1', 'x:any@3', 'x:any@3'])
    expect(described(meaningsOf('y', analysis))).toEqual(['y:any@2'])
  })

  test('find the values of items by their expressions', () => {
    const text = 'MATCH (a) RETURN DISTINCT a.x + a.y AS sum, a AS b ORDER BY a.x+a.y, sum, a.z, b.z'
    const [projection] = projectionsOf(analyzed(text))
    expect(projection && slotted(text, projection)).toEqual(['a.x+a.y@1', 'sum@1', 'a@2', 'b@2'])
  })

  test('do not take a variable of a comprehension for one of the rows', () => {
    const text = 'MATCH (a) RETURN a.x AS x ORDER BY [a IN [{x: 1}] | a.x], a.x'
    const [projection] = projectionsOf(analyzed(text))
    expect(projection && slotted(text, projection)).toEqual(['a.x@1'])
  })

  test('of an aggregating WITH find aggregations', () => {
    const text = 'MATCH (a) WITH a.x AS x, count(*) AS c WHERE count(*) > 1 AND a.x > 0 RETURN x'
    const [projection] = projectionsOf(analyzed(text))
    expect(projection && slotted(text, projection)).toEqual(['count(*)@1', 'count(*)@3', 'a.x@2'])
  })
})

describe('SKIP and LIMIT', () => {
  test('take what does not depend on the rows', () => {
    expect(faultOf('MATCH (n) RETURN n SKIP n.count')).toEqual([
      'SyntaxError NonConstantExpression',
      'n',
      'SKIP takes a number that does not depend on the rows.',
      'Write a number or a parameter.',
    ])
    expect(faultKind('RETURN 1 AS one LIMIT one')).toBe('SyntaxError NonConstantExpression')
    expect(faultKind('RETURN 1 AS one LIMIT COUNT { () }')).toBe('SyntaxError NonConstantExpression')
    expect(faultKind('RETURN 1 AS one SKIP $skip LIMIT toInteger(rand()) + size([x IN [1] | x])')).toBe(
      'no fault',
    )
  })

  test('take whole numbers from 0 up', () => {
    expect(faultOf('RETURN 1 AS one LIMIT -1')).toEqual([
      'SyntaxError NegativeIntegerArgument',
      '-1',
      'LIMIT takes a number from 0 up.',
    ])
    expect(faultOf('RETURN 1 AS one SKIP 1.5')).toEqual([
      'SyntaxError InvalidArgumentType',
      '1.5',
      'SKIP takes a value of the type INTEGER, not of the type FLOAT.',
    ])
    expect(faultKind('RETURN 1 AS one SKIP 0 LIMIT 0')).toBe('no fault')
  })
})

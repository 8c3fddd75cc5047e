import { describe, expect, test } from 'vitest'
import type { Subquery } from '../../../src/cypher/semantics/analysis.ts'
import { analyzed, clausesOf, described, faultKind, faultOf, projectionsOf } from './analyzed.ts'

/** What is known of the first CALL { … } of a query. */
function subqueryOf(text: string): Subquery {
  const analysis = analyzed(text)
  for (const clause of clausesOf(analysis)) {
    const subquery = clause.kind === 'call subquery' ? analysis.subqueries.get(clause) : undefined
    if (subquery) return subquery
  }
  throw new Error('no subquery')
}

describe('UNION', () => {
  test('needs the same columns', () => {
    expect(faultOf('RETURN 1 AS a UNION RETURN 2 AS b')).toEqual([
      'SyntaxError DifferentColumnsInUnion',
      'UNION',
      'The parts of a UNION must return the same columns.',
      'Give the columns the same names with AS.',
    ])
    expect(faultKind('RETURN 1 AS a UNION ALL RETURN 2 AS a, 3 AS b')).toBe(
      'SyntaxError DifferentColumnsInUnion',
    )
  })

  test('is not mixed with UNION ALL', () => {
    expect(faultOf('RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a')).toEqual([
      'SyntaxError InvalidClauseComposition',
      'UNION ALL',
      'UNION and UNION ALL cannot be mixed in one query.',
      'Put one of them into CALL { … }.',
    ])
  })

  test('has the columns in the order of the first part', () => {
    const analysis = analyzed('RETURN 1 AS a, 2 AS b UNION RETURN 3 AS b, 4 AS a')
    const returns = analysis.statement.query.parts.map((part) => described(analysis.returns.get(part) ?? []))
    expect(analysis.columns).toEqual(['a', 'b'])
    expect(returns).toEqual([
      ['a:integer@0', 'b:integer@1'],
      ['a:integer@3', 'b:integer@2'],
    ])
  })
})

describe('CALL { … }', () => {
  test('tells what it imports and makes', () => {
    const { imports, outputs, branches, isUnit } = subqueryOf(
      'MATCH (a), (b) CALL { WITH a, b MATCH (a)-->(c) RETURN c.x AS x } RETURN a, x',
    )
    expect(described(imports)).toEqual(['a:node@0', 'b:node@1'])
    expect(described(outputs)).toEqual(['x:any@4'])
    expect(branches[0]?.[0]).toBe(outputs[0])
    expect(isUnit).toBe(false)
  })

  test('with a scope clause sees its variables to the end', () => {
    const text = 'MATCH (a), (b) CALL (a) { MATCH (c) WITH c MATCH (a)-->(c) RETURN * } RETURN c'
    const { imports, outputs } = subqueryOf(text)
    expect(described(imports)).toEqual(['a:node@0'])
    expect(described(outputs)).toEqual(['c:node@2'])
    expect(described(subqueryOf(text.replace('CALL (a)', 'CALL (*)')).imports)).toEqual(['a:node@0'])
  })

  test('of several branches makes variables for all of them', () => {
    const { outputs, branches } = subqueryOf(
      "MATCH (a) CALL { WITH a RETURN a.x AS x, 1 AS y UNION WITH * RETURN 2 AS y, 'b' AS x } RETURN x, y",
    )
    expect(described(outputs)).toEqual(['x:any@5', 'y:integer@6'])
    expect(branches.map(described)).toEqual([
      ['x:any@1', 'y:integer@2'],
      ['x:string@4', 'y:integer@3'],
    ])
  })

  test('imports variables only by their names', () => {
    expect(faultOf('MATCH (a) CALL { WITH a, 1 AS x RETURN x } RETURN x')).toEqual([
      'SyntaxError InvalidClauseComposition',
      '1 AS x',
      'The WITH at the beginning of CALL { … } only names the variables that it imports.',
      'Import them with CALL (a, b) { … }, or add a second WITH.',
    ])
    expect(faultKind('MATCH (a) CALL { WITH a AS b RETURN b.x AS x } RETURN x')).toContain(
      'InvalidClauseComposition',
    )
    expect(faultKind('MATCH (a) CALL { WITH a WHERE a.x > 1 RETURN 1 AS x } RETURN x')).toContain(
      'InvalidClauseComposition',
    )
    expect(faultKind('MATCH (a) CALL { WITH 1 AS x RETURN x } RETURN x')).toBe('no fault')
  })
})

describe('EXISTS, COUNT and COLLECT', () => {
  test('tell what they import', () => {
    const { imports } = analyzed(
      'MATCH (a), (b), (c) WHERE EXISTS { MATCH (a)-->(x) WHERE COUNT { (x)-->(b) } > 1 } RETURN c',
    )
    expect([...imports].map(([{ kind }, variables]) => [kind, described(variables)])).toEqual([
      ['count', ['x:node@4', 'b:node@1']],
      ['exists', ['a:node@0', 'b:node@1']],
    ])
  })

  test('so do patterns', () => {
    const { imports } = analyzed(
      'MATCH (a), (b) WHERE (a)-->() RETURN [p = (b)--(c) WHERE c.x > a.x | c] AS list',
    )
    expect([...imports].map(([{ kind }, variables]) => [kind, described(variables)])).toEqual([
      ['pattern', ['a:node@0']],
      ['pattern comprehension', ['b:node@1', 'a:node@0']],
    ])
  })

  test('in ORDER BY see what has another name now', () => {
    const { imports } = analyzed('MATCH (a) RETURN a AS b, count(*) AS c ORDER BY COUNT { (a)-->(b) }, a.x')
    expect(Array.from(imports.values(), described)).toEqual([['a:node@0', 'b:node@2']])
  })

  test('COLLECT returns one column', () => {
    expect(faultOf('RETURN COLLECT { MATCH (a) RETURN a, 1 AS b } AS list').slice(0, 3)).toEqual([
      'SyntaxError InvalidClauseComposition',
      'COLLECT { MATCH (a) RETURN a, 1 AS b }',
      'COLLECT { … } returns one column, not 2.',
    ])
  })

  test('have types', () => {
    const analysis = analyzed(
      'RETURN EXISTS { () } AS e, COUNT { () } AS c, COLLECT { MATCH (a) RETURN a } AS l',
    )
    const items = projectionsOf(analysis).at(-1)?.items ?? []
    expect(items.map(({ variable }) => variable.type)).toEqual(['boolean', 'integer', 'list'])
  })
})

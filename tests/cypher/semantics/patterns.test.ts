import { describe, expect, test } from 'vitest'
import type { MatchClause } from '../../../src/cypher/syntax/ast.ts'
import { analyzed, clausesOf, described, faultKind, faultOf } from './analyzed.ts'

test('each element has a variable, with a name or without', () => {
  const analysis = analyzed('MATCH p = (a)-[r]->()-[s*]->(a) RETURN p')
  const [match] = clausesOf(analysis) as [MatchClause]
  const [pattern] = match.patterns
  const elements = [pattern, ...(pattern?.nodes ?? []), ...(pattern?.relationships ?? [])]
  expect(
    described(elements.flatMap((element) => (element && analysis.variables.get(element)) ?? [])),
  ).toEqual(['p:path@4', 'a:node@0', ':node@2', 'a:node@0', 'r:relationship@1', 's:list@3'])
})

test('an element sees the names of all patterns of its MATCH', () => {
  expect(
    faultKind('MATCH (a {x: b.x})-[r {y: a.y} WHERE r.z > a.z]->(b WHERE b.x > c.x), (c) RETURN a'),
  ).toBe('no fault')
})

test('a parameter cannot stand for all properties', () => {
  expect(faultOf('MATCH (n $param) RETURN n')).toEqual([
    'SyntaxError InvalidParameterUse',
    '$param',
    'A parameter cannot stand for the properties of a pattern.',
    'Write each property: {name: $param.name}.',
  ])
  expect(faultKind('MATCH ()-[r:FOO $param]->() RETURN r')).toBe('SyntaxError InvalidParameterUse')
})

describe('a shortest path', () => {
  test('has no minimum length above 1', () => {
    expect(faultOf('MATCH p = shortestPath((a)-[*2..5]->(b)) RETURN p').slice(0, 3)).toEqual([
      'SyntaxError InvalidShortestPath',
      '*2..5',
      'shortestPath() cannot be asked for a minimum length of more than 1.',
    ])
    expect(faultKind('MATCH p = shortestPath((a)-[*0..5]->(b)) RETURN p')).toBe('no fault')
  })
})

describe('a pattern as a value', () => {
  test.each([
    'MATCH (n) RETURN (n)-->()',
    'MATCH (n) WITH (n)-->() AS x RETURN x',
    'MATCH (n) RETURN size((n)-->())',
    'MATCH (n) RETURN [(n)-->()]',
    'MATCH (n) RETURN ((n)-->()) = true',
  ])('%s', (text) => {
    expect(faultOf(text).slice(0, 3)).toEqual([
      'SyntaxError UnexpectedSyntax',
      '(n)-->()',
      'A pattern is a condition, but here a value is wanted.',
    ])
  })

  test.each([
    'MATCH (n) WHERE (n)-->() OR NOT (n)<--() AND ((n)--()) RETURN n',
    'MATCH (n) RETURN NOT (n)-->(), exists((n)-->()), CASE WHEN (n)-->() THEN 1 END',
    'MATCH (n) RETURN [x IN [1] WHERE (n)-->() | x], any(x IN [1] WHERE (n)-->())',
  ])('%s', (text) => {
    expect(faultKind(text)).toBe('no fault')
  })
})

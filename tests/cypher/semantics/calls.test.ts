import { expect, test } from 'vitest'
import { analyzed, clausesOf, described, faultKind, faultOf } from './analyzed.ts'

test('a function that does not exist', () => {
  expect(faultOf('RETURN toUper("a")')).toEqual([
    'SyntaxError UnknownFunction',
    'toUper',
    'There is no function toUper().',
    'Did you mean `toUpper`?',
  ])
})

test('too many or too few arguments', () => {
  expect(faultOf('RETURN toUpper()')).toEqual([
    'SyntaxError InvalidNumberOfArguments',
    'toUpper()',
    'The function toUpper() takes 1 argument, not 0.',
  ])
  expect(faultKind('RETURN range(1)')).toBe('SyntaxError InvalidNumberOfArguments')
  expect(faultKind('RETURN coalesce()')).toBe('SyntaxError InvalidNumberOfArguments')
  expect(faultOf('CALL test.pairs(1)')[2]).toBe('The procedure test.pairs() takes 2 arguments, not 1.')
  expect(faultKind('MATCH (n) RETURN percentileCont(n.x)')).toBe('SyntaxError InvalidNumberOfArguments')
})

test('DISTINCT in a function that is no aggregation', () => {
  expect(faultOf('RETURN size(DISTINCT [1])').slice(0, 3)).toEqual([
    'SyntaxError UnexpectedSyntax',
    'size(DISTINCT [1])',
    'DISTINCT stands only in aggregations, and size() is none.',
  ])
})

test('a procedure that does not exist', () => {
  expect(faultOf('CALL test.pair(1, 2)')).toEqual([
    'ProcedureError ProcedureNotFound',
    'test.pair',
    'There is no procedure test.pair().',
    'Did you mean `test.pairs`?',
  ])
  expect(faultOf('CALL zzz()')[3]).toBe('There are test.pairs, test.nothing.')
})

test('a procedure alone yields all its fields', () => {
  const analysis = analyzed('CALL test.pairs(1, 2)')
  const [clause] = clausesOf(analysis)
  const call = clause?.kind === 'call procedure' ? analysis.calls.get(clause) : undefined
  expect(analysis.columns).toEqual(['a', 'b'])
  expect(call?.name).toBe('test.pairs')
  expect(call?.yields.map(({ field }) => field)).toEqual([0, 1])
  expect(described(call?.yields.map(({ variable }) => variable) ?? [])).toEqual(['a:integer@0', 'b:string@1'])
})

test('fields are yielded in the order of YIELD and under their new names', () => {
  const analysis = analyzed('CALL test.pairs(1, 2) YIELD b AS a, a AS b RETURN a, b')
  const [clause] = clausesOf(analysis)
  const call = clause?.kind === 'call procedure' ? analysis.calls.get(clause) : undefined
  expect(call?.yields.map(({ field }) => field)).toEqual([1, 0])
  expect(described(call?.yields.map(({ variable }) => variable) ?? [])).toEqual(['a:string@0', 'b:integer@1'])
  expect(analysis.columns).toEqual(['a', 'b'])
})

test('a procedure without fields lets rows through', () => {
  expect(analyzed('MATCH (n) CALL test.nothing() RETURN n').columns).toEqual(['n'])
  expect(analyzed('CALL test.nothing').columns).toEqual([])
})

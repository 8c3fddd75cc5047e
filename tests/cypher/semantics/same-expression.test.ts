import { expect, test } from 'vitest'
import { expressionKeys } from '../../../src/cypher/semantics/same-expression.ts'
import { parseExpression } from '../../../src/cypher/syntax/parse.ts'

function same(left: string, right: string): boolean {
  const { keyOf } = expressionKeys()
  return keyOf(parseExpression(left)) === keyOf(parseExpression(right))
}

test.each([
  ['a.x+a.y', 'a.x + a.y'],
  ['count(*)', 'COUNT( * )'],
  ["toUpper('a')", 'TOUPPER("a")'],
  ['[x IN list WHERE x > 1 | x]', '[x IN list WHERE x>1|x]'],
  ['EXISTS { MATCH (a)-->(b) RETURN b }', 'EXISTS {MATCH (a)-->(b) RETURN b}'],
  ['`a`.x', 'a.x'],
  ['(a.x)', 'a.x'],
])('%s says the same as %s', (left, right) => {
  expect(same(left, right)).toBe(true)
})

test.each([
  ['a.x + a.y', 'a.y + a.x'],
  ['1', '1.0'],
  ['1', "'1'"],
  ['0.0', '-0.0'],
  ['a.x', 'a.X'],
  ['$a', 'a'],
  ['count(a)', 'count(DISTINCT a)'],
  ['a - b - c', 'a - (b - c)'],
  ['[a, b]', '[[a, b]]'],
  ['(a)-->(b)', '(a)<--(b)'],
  ['a[1..]', 'a[..1]'],
  ['null', "'null'"],
])('%s does not say the same as %s', (left, right) => {
  expect(same(left, right)).toBe(false)
})

test('keys are the same for what says the same', () => {
  const { keyOf } = expressionKeys()
  const [first, second, third] = ['a.x', 'a . x', 'a.y'].map(parseExpression)
  if (!first || !second || !third) throw new Error('no expressions')
  expect(keyOf(first)).toBe(keyOf(second))
  expect(keyOf(first)).not.toBe(keyOf(third))
})

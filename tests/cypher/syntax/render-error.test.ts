import { expect, test } from 'vitest'
import { compileError, runtimeError } from '../../../src/cypher/cypher-error.ts'
import { positionOf, renderCypherError } from '../../../src/cypher/syntax/render-error.ts'
import { faultOf } from './faults.ts'

function render(text: string): string {
  return renderCypherError(faultOf(text), text)
}

test('shows the line, a caret under the place, and the hint', () => {
  expect(render('MATCH (n)\nRETRUN n.name\nLIMIT 3')).toBe(
    [
      "SyntaxError: Expected a clause such as MATCH, WITH or RETURN but found 'RETRUN'.",
      '2 | RETRUN n.name',
      '  | ^^^^^^',
      'hint: Did you mean RETURN?',
    ].join('\n'),
  )
})

test('points behind the last word where the query ends too early', () => {
  expect(render('RETURN (1 + 2\n\n')).toBe(
    [
      "SyntaxError: Expected ')' but found the end of the query.",
      '1 | RETURN (1 + 2',
      '  |              ^',
    ].join('\n'),
  )
})

test('marks only the first line of a place', () => {
  const error = compileError('SyntaxError', 'X', 'No.', { place: { start: 7, end: 12 } })
  expect(renderCypherError(error, 'RETURN 1 +\n2')).toBe('SyntaxError: No.\n1 | RETURN 1 +\n  |        ^^^')
})

test('leaves as much room as a terminal does, takes a tab as one space, and shows what is invisible', () => {
  const text = "\tRETURN '😀\u202E\u0007' x"
  expect(render(text)).toBe(
    [
      "SyntaxError: Expected ',', ORDER BY, SKIP, LIMIT or the end of the query but found 'x'.",
      "1 |  RETURN '😀<U+202E><U+0007>' x",
      '  |                              ^',
    ].join('\n'),
  )
})

test('makes the message safe, too', () => {
  expect(render('RETURN 1 `a\u202Eb`')).toContain("found 'a<U+202E>b'.")
})

test('cuts a long line around the place', () => {
  const text = `RETURN ${'1 + '.repeat(100)}) + ${'1 + '.repeat(100)}1`
  const [, line, caret] = render(text).split('\n')
  expect(line).toBe(`1 | …${'1 + '.repeat(10)}) + ${'1 + '.repeat(14)}…`)
  expect(line?.[caret?.indexOf('^') ?? 0]).toBe(')')
})

test('shows an error without a place, and one of an empty query', () => {
  expect(renderCypherError(runtimeError('TypeError', 'X', 'No.', { hint: 'Yes.' }), 'RETURN 1')).toBe(
    'TypeError: No.\nhint: Yes.',
  )
  expect(render('')).toBe(
    'SyntaxError: Expected a query, such as MATCH … RETURN … but found the end of the query.',
  )
})

test('gives positions from 1, columns in code points, lines by every kind of break', () => {
  expect(positionOf('😀a', 2)).toEqual({ line: 1, column: 2 })
  expect(positionOf('a\r\nb\rc\nd', 3)).toEqual({ line: 2, column: 1 })
  expect(positionOf('a\r\nb\rc\nd', 7)).toEqual({ line: 4, column: 1 })
  expect(positionOf('ab', 99)).toEqual({ line: 1, column: 3 })
})

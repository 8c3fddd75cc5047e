import { expect, test } from 'vitest'
import { analyzed, faultKind } from './analyzed.ts'

/** A text again and again, with something between. */
function repeated(count: number, text: (index: number) => string, between: string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(between)
}

test('chains of 100,000 operands are gone through in a loop', () => {
  const sum = repeated(100_000, () => 'a.x', ' + ')
  expect(analyzed(`MATCH (a) RETURN ${sum} AS sum`).slotCount).toBe(2)
  expect(faultKind(`RETURN ${repeated(100_000, () => 'true', ' AND ')} AND 1 AS x`)).toContain(
    'InvalidArgumentType',
  )
})

test('long sums beside aggregations and in ORDER BY', () => {
  const sum = repeated(20_000, () => 'a.x', ' + ')
  expect(faultKind(`MATCH (a) RETURN a.x AS x, count(*) + ${sum} AS n ORDER BY count(*) + ${sum}`)).toBe(
    'no fault',
  )
})

test('WITH * again and again is refused where it passes on too much', () => {
  const nodes = repeated(2_000, (index) => `(a${index})`, ', ')
  expect(faultKind(`MATCH ${nodes} ${'WITH * '.repeat(1_000)} RETURN 1 AS one`)).toBe('LimitExceeded Size')
  expect(faultKind(`MATCH ${nodes} ${'WITH * '.repeat(100)} RETURN 1 AS one`)).toBe('no fault')
})

test('names like those of objects in JavaScript are names like others', () => {
  const { columns } = analyzed(
    'WITH 1 AS __proto__, 2 AS constructor RETURN *, {__proto__: 1}.__proto__ AS toString',
  )
  expect(columns).toEqual(['__proto__', 'constructor', 'toString'])
  expect(faultKind('RETURN constructor()')).toBe('SyntaxError UnknownFunction')
  expect(faultKind('RETURN valueOf')).toBe('SyntaxError UndefinedVariable')
})

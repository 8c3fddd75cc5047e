import { expect, test } from 'vitest'
import { judge, judgeNames, parseNotPassing } from './not-passing.ts'

const list = parseNotPassing('# explained\n\na.feature [1] One #2\tits reason\n')
const id = 'a.feature [1] One #2'
const failed = { kind: 'failed', expected: '1', actual: '2' } as const

test('a scenario may fail where it is listed, and only there', () => {
  expect(judge(id, failed, list)).toBeUndefined()
  expect(judge('other', failed, list)).toBe('other\nexpected 1\nactual 2')
})

test('a scenario that passes may not be listed', () => {
  expect(judge('other', { kind: 'passed' }, list)).toBeUndefined()
  expect(judge(id, { kind: 'passed' }, list)).toContain('but it is passed')
  expect(judge(id, { kind: 'out of scope' }, list)).toContain('but it is out of scope')
})

test('what is listed exists and has a reason', () => {
  expect(judgeNames(new Set([id]), list)).toEqual([])
  expect(judgeNames(new Set(['other']), list)).toHaveLength(1)
  expect(() => parseNotPassing('a.feature [1] One #2')).toThrow('no reason')
})

import { expect, test } from 'vitest'
import { faultsOf, hintsOf, readTexts } from './read-text.ts'

test('A stance that there is not is an error', () => {
  const text =
    'relations:\n  a: { from: Entity, to: Entity, stance: suports }\n  b: { from: Entity, to: Entity, stance: mixed }\n'
  expect(faultsOf(text)).toEqual([
    '2:42-2:49 error unknown-relation-stance: `suports` is not a stance that a relation can have.',
    '3:42-3:47 error unknown-relation-stance: `mixed` is not a stance that a relation can have.',
  ])
  expect(hintsOf(text)).toEqual([
    'did you mean `supports`?',
    'use `supports`, `opposes`, `withholds`, `neutral` or `per claim`, or leave `stance` out',
  ])
})

test('All stances, `per claim`, and none are fine', () => {
  const stances = ['supports', 'opposes', 'withholds', 'neutral', 'per claim']
  const lines = stances.map(
    (stance, index) => `  r${index}: { from: Entity, to: Entity, stance: ${stance} }\n`,
  )
  const { schema, diagnostics } = readTexts(
    `relations:\n${lines.join('')}  none: { from: Entity, to: Entity }\n`,
  )
  expect(diagnostics).toEqual([])
  expect([...schema.relations.values()].map(({ stance }) => stance)).toEqual([...stances, undefined])
})

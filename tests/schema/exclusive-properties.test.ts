import { expect, test } from 'vitest'
import { faultsOf, hintsOf } from './read-text.ts'

const ends = 'from: Entity, to: Entity'

test('An exclusive property that the relation does not have is an error', () => {
  const text = `relations:\n  wins: { ${ends}, properties: { regarding: text }, exclusive: [regardin] }\n`
  expect(faultsOf(text)).toEqual([
    '2:82-2:90 error unknown-exclusive-property: `regardin` is not a property of `wins`.',
  ])
  expect(hintsOf(text)).toEqual(['did you mean `regarding`?'])
})

test('One that is taken over, or at fault itself, is fine', () => {
  expect(
    faultsOf(`relations:\n  a: { ${ends}, properties: { x: text } }\n  b: { extends: a, exclusive: x }\n`),
  ).toEqual([])
  expect(faultsOf(`relations:\n  a: { ${ends}, properties: { x: string }, exclusive: x }\n`).length).toBe(1)
})

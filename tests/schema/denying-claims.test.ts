import { expect, test } from 'vitest'
import { faultsOf, hintsOf } from './read-text.ts'

test('A relation that denies and cannot be about a claim is an error', () => {
  const text = 'relations:\n  denies: { from: Entity, to: Entity, denies: true }\n'
  expect(faultsOf(text)).toEqual([
    '2:47-2:51 error denies-no-claim: `denies` denies, but its object cannot be a claim.',
  ])
  expect(hintsOf(text)).toEqual(['add `Claim` to `to`, or remove `denies`'])
})

test('One that can be about a claim, among others, is fine', () => {
  expect(faultsOf('relations:\n  denies: { from: Entity, to: [Entity, Claim], denies: true }\n')).toEqual([])
})

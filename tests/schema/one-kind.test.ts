import { expect, test } from 'vitest'
import { faultsOf, hintsOf } from './read-text.ts'

test('A type that is one of entities and of sources is an error', () => {
  const text = 'types:\n  Paper: { extends: Source }\n  Firm: {}\n  Blog: { extends: [Firm, Paper] }\n'
  expect(faultsOf(text)).toEqual([
    '4:27-4:32 error entity-and-source: `Blog` extends both `Entity` and `Source`.',
  ])
  expect(hintsOf(text)).toEqual(['split it into two types; a type without `extends` extends `Entity`'])
})

import { expect, test } from 'vitest'
import { faultsOf, hintsOf } from './read-text.ts'

const parents =
  'types:\n  A: { properties: { size: { type: number, minimum: 1 }, note 2: text } }\n  B: { properties: { size: number, note 2: { type: text, note: x } } }\n'

test('Parents that declare a property differently are an error, at the later one', () => {
  const text = `${parents}  C: { extends: [A, B] }\n`
  expect(faultsOf(text)).toEqual([
    '4:21-4:22 error clashing-properties: `C` inherits the property `size` in two ways, from `A` and `B`.',
  ])
  expect(hintsOf(text)).toEqual(['declare `size` alike in both, or in `C` itself, no wider than in either'])
})

test('A type that declares the property itself, no wider than either, is fine', () => {
  expect(
    faultsOf(`${parents}  C: { extends: [A, B], properties: { size: { type: integer, minimum: 1 } } }\n`),
  ).toEqual([])
  expect(
    faultsOf(`${parents}  C: { extends: [A, B], properties: { size: { type: integer, minimum: 0 } } }\n`),
  ).toEqual(['4:71-4:72 error widened-property: The property `size` has a lower minimum than that of `A`.'])
})

test('A property that comes from one ancestor on two ways is fine', () => {
  expect(
    faultsOf(
      'types:\n  A: { properties: { size: number } }\n  B: { extends: A }\n  C: { extends: A }\n  D: { extends: [B, C] }\n',
    ),
  ).toEqual([])
})

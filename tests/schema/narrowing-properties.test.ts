import { expect, test } from 'vitest'
import { faultsOf, hintsOf, readTexts } from './read-text.ts'

const parent = `types:
  Place: {}
  Town: { extends: Place }
  Other: {}
  Vote:
    properties:
      share: { type: number, minimum: 0, maximum: 100, required: true }
      at: { type: entity, range: Place }
      names: [text]
`

/** The faults of a child's property, in line 10 from column 41 on. */
function faultsOfChild(property: string): string[] {
  return faultsOf(`${parent}  Runoff: { extends: Vote, properties: { ${property} } }\n`)
}

test('What narrows an inherited property is fine', () => {
  expect(
    faultsOfChild(
      'share: { type: integer, minimum: 10, maximum: 50, required: true }, at: { type: entity, range: Town }, names: [text]',
    ),
  ).toEqual([])
})

test('What widens it is an error', () => {
  expect(faultsOfChild('share: text')).toEqual([
    '10:49-10:53 error widened-property: The property `share` is of another type than that of `Vote`.',
  ])
  expect(faultsOfChild('names: text')).toEqual([
    '10:49-10:53 error widened-property: The property `names` is not a list where, or a list where not, that of `Vote`.',
  ])
  expect(faultsOfChild('at: { range: Other }')).toEqual([
    '10:55-10:60 error widened-property: The property `at` has a wider range than that of `Vote`.',
  ])
  expect(faultsOfChild('share: { required: false }')).toEqual([
    '10:61-10:66 error widened-property: The property `share` is not required, unlike that of `Vote`.',
  ])
  expect(faultsOfChild('share: { minimum: -1 }')).toEqual([
    '10:60-10:62 error widened-property: The property `share` has a lower minimum than that of `Vote`.',
  ])
  expect(faultsOfChild('share: { maximum: 101 }')).toEqual([
    '10:60-10:63 error widened-property: The property `share` has a higher maximum than that of `Vote`.',
  ])
})

test('A property at fault stays as it is inherited', () => {
  const { schema } = readTexts(`${parent}  Runoff: { extends: Vote, properties: { share: text } }\n`)
  expect(schema.types.get('Runoff')?.properties.get('share')?.kind).toBe('number')
})

test('Relations narrow what they take over, too', () => {
  const text =
    'relations:\n  a: { from: Entity, to: Entity, properties: { n: integer } }\n  b: { extends: a, properties: { n: number } }\n'
  expect(faultsOf(text)).toEqual([
    '3:37-3:43 error widened-property: The property `n` is of another type than that of `a`.',
  ])
  expect(hintsOf(text)).toEqual([
    'allow no more than what is extended allows, or give the property another name',
  ])
})

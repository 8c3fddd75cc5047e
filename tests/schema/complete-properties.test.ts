import { describe, expect, test } from 'vitest'
import { faultsOf, hintsOf } from './read-text.ts'

/** The faults of one property, in line 2 from column 12 on. */
function faultsOfProperty(property: string): string[] {
  return faultsOf(`types:\n  A: { properties: { ${property} } }\n`)
}

describe('A property', () => {
  test('has a type', () => {
    expect(faultsOfProperty('x: { required: true }')).toEqual([
      '2:22-2:23 error missing-key: The property `x` has no `type`.',
    ])
    expect(faultsOfProperty('x: ')).toEqual([
      '2:24-2:24 error expected-text: Nothing stands where a text is expected.',
    ])
  })

  test('has a type that there is', () => {
    expect(faultsOfProperty('x: string, y: numbr, z: [txt]')).toEqual([
      '2:25-2:31 error unknown-property-type: `string` is not a type of properties.',
      '2:36-2:41 error unknown-property-type: `numbr` is not a type of properties.',
      '2:47-2:50 error unknown-property-type: `txt` is not a type of properties.',
    ])
    expect(hintsOf('types:\n  A: { properties: { x: strng, y: numbr } }\n')).toEqual([
      'they are `text`, `integer`, `number`, `boolean`, `date`, `url`, `entity`, and lists of these, such as `[text]`',
      'did you mean `number`?',
    ])
  })

  test('has one type in a list', () => {
    expect(faultsOfProperty('x: [text, url], y: { type: [] }')).toEqual([
      '2:25-2:36 error property-list-of-one: A list of properties’ values has one type.',
      '2:49-2:51 error property-list-of-one: A list of properties’ values has one type.',
    ])
  })

  test('has a range where it is an entity, and only there', () => {
    expect(
      faultsOfProperty('x: entity, y: { type: text, range: A }, z: { type: [entity], range: A }'),
    ).toEqual([
      '2:22-2:23 error missing-key: The property `x` has no `range`.',
      '2:57-2:58 error needless-range: The property `y` has a range, but is of type `text`.',
    ])
  })

  test('has a range that is a type of entities', () => {
    const text =
      'types:\n  Blog: { extends: Source }\n  A:\n    properties:\n      x: { type: entity, range: B }\n      y: { type: entity, range: Blog }\n      z: { type: entity, range: Claim }\n'
    expect(faultsOf(text)).toEqual([
      '5:33-5:34 error unknown-type: `B` is not a type of the graph schema.',
      '6:33-6:37 error not-a-type-of-entities: `Blog` is not a type of entities.',
      '7:33-7:38 error not-a-type-of-entities: `Claim` is not a type of entities.',
    ])
    expect(hintsOf(text)[1]).toBe('name a type that extends `Entity`')
  })

  test('has limits where it is a number, the smaller one first', () => {
    expect(
      faultsOfProperty(
        'x: { type: date, minimum: 1 }, y: { type: number, minimum: 2, maximum: 1.5 }, z: { type: integer, maximum: a }',
      ),
    ).toEqual([
      '2:48-2:49 error needless-limit: The property `x` has a minimum or maximum, but is of type `date`.',
      '2:93-2:96 error crossed-limits: The property `y` has the minimum 2 and the maximum 1.5.',
      '2:129-2:130 error expected-number: Here stands `a`, not a number.',
    ])
  })
})

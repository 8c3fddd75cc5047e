import { describe, expect, test } from 'vitest'
import { faultsOf, hintsOf } from './read-text.ts'

const types = 'types: { Actor: {}, Person: { extends: Actor }, Place: {} }\nrelations:\n'

describe('An end', () => {
  test('that is missing is an error at the relation', () => {
    expect(
      faultsOf(`${types}  a: { from: Actor }\n  b: {}\n  c:\n  d: { from: [], to: Actor, abstract: true }\n`),
    ).toEqual([
      '3:3-3:4 error missing-key: The relation `a` has no `to`.',
      '4:3-4:4 error missing-key: The relation `b` has no `from`.',
      '4:3-4:4 error missing-key: The relation `b` has no `to`.',
      '5:3-5:4 error missing-key: The relation `c` has no `from`.',
      '5:3-5:4 error missing-key: The relation `c` has no `to`.',
      '6:3-6:4 error missing-key: The relation `d` has no `from`.',
    ])
    expect(hintsOf(`${types}  a: { from: Actor }\n`)).toEqual(['add `to:`'])
  })

  test('that is taken over is not missing', () => {
    expect(faultsOf(`${types}  a: { extends: b, to: Person }\n  b: { from: Actor, to: Actor }\n`)).toEqual([])
  })

  test('that is wider than the one taken over is an error', () => {
    const text = `${types}  a: { extends: b, from: Entity, to: [Person, Claim] }\n  b: { from: Actor, to: [Actor, Place] }\n`
    expect(faultsOf(text)).toEqual([
      '3:26-3:32 error widened-end: `Entity` is wider than the `from` of `b`, which is `Actor`.',
      '3:47-3:52 error widened-end: `Claim` is wider than the `to` of `b`, which is `Actor` or `Place`.',
    ])
    expect(hintsOf(text)[0]).toBe('name these types or types below them')
  })
})

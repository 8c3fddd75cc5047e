import { describe, expect, test } from 'vitest'
import { faultsOf, hintsOf, readTexts } from './read-text.ts'

describe('An unknown parent', () => {
  test('of a type is an error where it is named, and the type extends the others', () => {
    const text = 'types:\n  Actor: {}\n  Person: { extends: [Acter, Actor] }\n  Town: { extends: Xyz }\n'
    expect(faultsOf(text)).toEqual([
      '3:23-3:28 error unknown-type: `Acter` is not a type of the graph schema.',
      '4:20-4:23 error unknown-type: `Xyz` is not a type of the graph schema.',
    ])
    expect(hintsOf(text)).toEqual(['did you mean `Actor`?', 'declare it under `types:` in the graph schema'])
    const { schema, damagedTypes } = readTexts(text)
    expect(schema.types.get('Person')?.lineage).toEqual(['Person', 'Actor', 'Entity'])
    expect(schema.types.get('Town')?.lineage).toEqual(['Town', 'Entity'])
    expect([...damagedTypes]).toEqual(['Person', 'Town'])
  })

  test('of a relation is an error, and what it would take over is not missing', () => {
    const text =
      'types: { A: {} }\nrelations:\n  greets: { from: A, to: A }\n  hails: { extends: greet, exclusive: x }\n'
    expect(faultsOf(text)).toEqual([
      '4:21-4:26 error unknown-relation: `greet` is not a relation of the graph schema.',
    ])
    expect(hintsOf(text)).toEqual(['did you mean `greets`?'])
  })
})

test('Claim cannot be extended', () => {
  const text = 'types:\n  Rumour: { extends: [Claim, Entity] }\n'
  expect(faultsOf(text)).toEqual(['2:23-2:28 error claim-extended: `Claim` cannot be extended.'])
  expect(hintsOf(text)).toEqual(['declare a relation: the kinds of claims are the relations'])
})

test('A parent named twice is one parent, and a built-in one may be named', () => {
  const { schema, diagnostics } = readTexts(
    'types:\n  A: { extends: [Entity, Entity] }\n  B: { extends: Source }\n',
  )
  expect(diagnostics).toEqual([])
  expect(schema.types.get('A')?.parents).toEqual(['Entity'])
})

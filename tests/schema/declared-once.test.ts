import { describe, expect, test } from 'vitest'
import { faultsOf, hintsOf, readTexts, relatedOf } from './read-text.ts'

describe('A name declared twice', () => {
  const twice = [
    'types: { Actor: {}, Town: {} }\n',
    'types:\n  Town: { extends: Actor }\nrelations:\n  meets: { from: Actor, to: Town }\n',
  ]

  test('is an error at the later place, in another file too', () => {
    expect(faultsOf(...twice)).toEqual(['2:3-2:7 error declared-twice: The type `Town` is declared twice.'])
    expect(hintsOf(...twice)).toEqual(['keep one declaration, with all that both say'])
    expect(relatedOf(...twice)).toEqual(['a.yaml:1:21 declared here first'])
    expect([...readTexts(...twice).damagedTypes]).toEqual(['Town'])
  })

  test('is an error for relations, and in two documents of one file', () => {
    expect(
      faultsOf(
        'relations: { m: { from: Entity, to: Entity } }\n---\nrelations:\n  m: { from: Entity, to: Entity }\n',
      ),
    ).toEqual(['4:3-4:4 error declared-twice: The relation `m` is declared twice.'])
  })

  test('is a duplicate key in one map', () => {
    expect(faultsOf('types:\n  Town: {}\n  Town: {}\n')).toEqual([
      '3:3-3:7 error duplicate-key: The key `Town` stands twice in one map.',
    ])
  })

  test('is fine for a type and a relation', () => {
    expect(faultsOf('types: { a: {} }\nrelations: { a: { from: a, to: a } }\n')).toEqual([])
  })
})

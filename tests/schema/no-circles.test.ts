import { describe, expect, test } from 'vitest'
import { faultsOf, hintsOf, readTexts, relatedOf } from './read-text.ts'

describe('A circle', () => {
  test('of types is one error, at the `extends` that stands first, and names the others', () => {
    const text =
      'types:\n  D: { extends: C }\n  A: { extends: B }\n  B: { extends: [D, C] }\n  C: { extends: A }\n'
    expect(
      faultsOf(
        'types:\n  X: { extends: B }\n  A: { extends: C }\n  B: { extends: A }\n  C: { extends: B }\n',
      ),
    ).toEqual(['3:17-3:18 error extends-itself: The type `A` extends itself, by way of `C`, `B`.'])
    expect(faultsOf(text)[0]).toBe(
      '2:17-2:18 error extends-itself: The type `D` extends itself, by way of `C`, `A`, `B`.',
    )
    expect(hintsOf(text)[0]).toBe('remove the `extends` that leads back')
    expect(relatedOf('types:\n  A: { extends: C }\n  B: { extends: A }\n  C: { extends: B }\n')).toEqual([
      'a.yaml:4:17 `C` extends `B` here',
      'a.yaml:3:17 `B` extends `A` here',
    ])
  })

  test('of one is an error too', () => {
    expect(faultsOf('types:\n  A: { extends: A }\n')).toEqual([
      '2:17-2:18 error extends-itself: The type `A` extends itself.',
    ])
  })

  test('of relations is an error, after which nothing else is missing', () => {
    const text = 'relations:\n  a: { extends: b }\n  b: { extends: a }\n'
    expect(faultsOf(text)).toEqual([
      '2:17-2:18 error extends-itself: The relation `a` extends itself, by way of `b`.',
    ])
    expect([...readTexts(text).damagedRelations].sort()).toEqual(['a', 'b'])
  })

  test('goes through several files', () => {
    const { diagnostics } = readTexts('types: { B: { extends: A } }\n', 'types: { A: { extends: B } }\n')
    expect(diagnostics).toMatchObject([
      { code: 'extends-itself', file: 'a.yaml', related: [{ file: 'b.yaml' }] },
    ])
  })

  test('damages its types and those below them, which all stay in the schema', () => {
    const { schema, damagedTypes } = readTexts(
      'types:\n  A: { extends: B }\n  B: { extends: A }\n  C: { extends: A }\n',
    )
    expect([...damagedTypes].sort()).toEqual(['A', 'B', 'C'])
    expect(schema.types.get('C')?.lineage).toContain('Entity')
  })
})

test('A diamond is no circle', () => {
  expect(
    faultsOf('types:\n  A: { extends: [B, C] }\n  B: { extends: D }\n  C: { extends: D }\n  D: {}\n'),
  ).toEqual([])
})

import { expect, test } from 'vitest'
import { faultsOf, hintsOf, readTexts } from './read-text.ts'

const ends = 'from: Entity, to: Entity'

test('To speak for somebody and not to last is an error', () => {
  const text = `relations:\n  holds: { ${ends}, speaks_for: true, lasting: false }\n`
  expect(faultsOf(text)).toEqual([
    '2:65-2:70 error speaks-for-lasts: `holds` speaks for its object, but is not lasting.',
  ])
  expect(hintsOf(text)).toEqual(['leave `lasting` out: to speak for somebody is a state'])
})

test('So it is where one of the two is taken over', () => {
  expect(
    faultsOf(`relations:\n  a: { ${ends}, speaks_for: true }\n  b: { extends: a, lasting: false }\n`),
  ).toEqual(['3:29-3:34 error speaks-for-lasts: `b` speaks for its object, but is not lasting.'])
  expect(
    faultsOf(`relations:\n  a: { ${ends}, lasting: false }\n  b: { extends: a, speaks_for: true }\n`),
  ).toEqual(['3:32-3:36 error speaks-for-lasts: `b` speaks for its object, but is not lasting.'])
})

test('A child that does not speak for anybody need not last', () => {
  const { schema, diagnostics } = readTexts(
    `relations:\n  a: { ${ends}, speaks_for: true }\n  b: { extends: a, speaks_for: false }\n`,
  )
  expect(diagnostics).toEqual([])
  expect(schema.relations.get('b')).toMatchObject({ speaksFor: false, lasting: false })
})

import { expect, test } from 'vitest'
import { faultsOf, hintsOf } from './read-text.ts'

test('An end that is no type is an error', () => {
  const text = 'types: { Actor: {} }\nrelations:\n  meets: { from: Acter, to: [Actor, Nobody] }\n'
  expect(faultsOf(text)).toEqual([
    '3:18-3:23 error unknown-type: `Acter` is not a type of the graph schema.',
    '3:37-3:43 error unknown-type: `Nobody` is not a type of the graph schema.',
  ])
  expect(hintsOf(text)[0]).toBe('did you mean `Actor`?')
})

test('An end that is a type of sources is an error', () => {
  const text =
    'types: { Blog: { extends: Source } }\nrelations:\n  cites: { from: Source, to: [Entity, Claim, Blog] }\n'
  expect(faultsOf(text)).toEqual([
    '3:18-3:24 error not-a-type-of-entities: `Source` is not a type of entities.',
    '3:46-3:50 error not-a-type-of-entities: `Blog` is not a type of entities.',
  ])
  expect(hintsOf(text)[0]).toBe(
    'name a type that extends `Entity`, or `Claim`; the source of a claim is not one of its ends',
  )
})

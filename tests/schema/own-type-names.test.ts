import { expect, test } from 'vitest'
import { faultsOf, hintsOf } from './read-text.ts'

test('A type with a built-in name is an error', () => {
  const text =
    'types:\n  Entity: {}\n  Source: {}\n  Claim: { extends: Entity }\n  StancegraphGraph: {}\n  Entities: {}\n'
  expect(faultsOf(text)).toEqual([
    '2:3-2:9 error reserved-type: The type `Entity` is built in.',
    '3:3-3:9 error reserved-type: The type `Source` is built in.',
    '4:3-4:8 error reserved-type: The type `Claim` is built in.',
    '5:3-5:19 error reserved-type: The type `StancegraphGraph` is built in.',
  ])
  expect(hintsOf(text)[0]).toBe('give the type another name')
})

test('Nothing follows from it', () => {
  expect(
    faultsOf(
      'types:\n  StancegraphGraph: {}\n  A: { extends: StancegraphGraph }\nrelations:\n  x: { from: StancegraphGraph, to: A }\n',
    ),
  ).toEqual(['2:3-2:19 error reserved-type: The type `StancegraphGraph` is built in.'])
})

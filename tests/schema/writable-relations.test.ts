import { expect, test } from 'vitest'
import { faultsOf, hintsOf } from './read-text.ts'

function faultsOfName(name: string): string[] {
  return faultsOf(`relations:\n  ${JSON.stringify(name)}: { from: Entity, to: Entity, label: X }\n`)
}

test('A relation with an arrow in its name is an error', () => {
  expect(faultsOfName('a — b')).toEqual([
    '2:3-2:10 error unwritable-relation: The relation `a — b` has an arrow in it, `—`.',
  ])
  for (const [name, arrow] of [
    ['a–b', '–'],
    ['a -- b', '--'],
    ['a--b', '--'],
    ['a - b', '-'],
    ['-a', '-'],
    ['a-', '-'],
    ['a → b', '→'],
    ['a -> b', '->'],
    ['a->b', '->'],
  ] as const) {
    expect(faultsOfName(name)).toEqual([
      `2:3-2:${name.length + 5} error unwritable-relation: The relation \`${name}\` has an arrow in it, \`${arrow}\`.`,
    ])
  }
  expect(hintsOf('relations:\n  a → b: { from: Entity, to: Entity }\n')).toEqual([
    'give it a name that can be written between the arrows of a claim',
  ])
})

test('A relation with white space at its ends or a line break is an error', () => {
  expect(faultsOfName(' a')).toEqual([
    '2:3-2:7 error unwritable-relation: The relation ` a` has white space at its ends, or a line break.',
  ])
  expect(faultsOfName('a\nb').length).toBe(1)
})

test('A hyphen within a word, and any other sign, is fine', () => {
  for (const name of ['co-sponsors', 'is > than', 'a/b', 'übergibt', "votes 'no' on"])
    expect(faultsOfName(name)).toEqual([])
})

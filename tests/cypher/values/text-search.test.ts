import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detached, reverseText } from '../../../src/cypher/values/text.ts'
import { searchText, type FindNext } from '../../../src/cypher/values/text-search.ts'
import { randomOf } from '../judge/random.ts'

function placesOf(findNext: FindNext, length: number): readonly number[] {
  const places: number[] = []
  for (let at = findNext(0); at >= 0; at = findNext(at + length)) places.push(at)
  return places
}

test.each([1, 2, 3, 4])('long texts are found where JavaScript finds them (%i)', (seed) => {
  const { below } = randomOf(seed)
  const pieces = ['a'.repeat(40), `${'a'.repeat(20)}b`, 'aab', 'b']
  const pieceText = (count: number): string =>
    Array.from({ length: count }, () => pieces[below(pieces.length)]).join('')
  const [part, other] = [pieceText(40), pieceText(40)]
  const text = Array.from({ length: 3000 }, () => [part, other, part.slice(0, -1)][below(3)]).join('')
  expect(text.length * part.length).toBeGreaterThan(1e8)
  expect(placesOf(searchText(text, part), part.length)).toEqual(
    placesOf((from) => text.indexOf(part, from), part.length),
  )
})

test('a text backwards', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(reverseText(text)).toBe(Array.from(text).reverse().join(''))
    }),
  )
  expect(reverseText('a'.repeat(30_000) + 'b')).toBe('b' + 'a'.repeat(30_000))
})

test('a detached part is the same text', () => {
  const text = 'abc'.repeat(1000)
  expect(detached(text.slice(10, 40), text)).toBe(text.slice(10, 40))
  expect(detached('', text)).toBe('')
})

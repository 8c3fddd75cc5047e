import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameFinder, nearestNames } from '../../src/names/nearest.ts'

describe('the nearest names', () => {
  test('forgive a typing error in three letters', () => {
    expect(nearestNames('recogmizes', ['rejects', 'recognizes', 'meets'])).toEqual(['recognizes'])
    expect(nearestNames('gonzales', ['Maduro', 'González'])).toEqual(['González'])
    expect(
      nearestNames('Venezuelan presidental election 2024', ['Venezuelan presidential election 2024']),
    ).toEqual(['Venezuelan presidential election 2024'])
  })

  test('count two letters that changed places as one error', () => {
    expect(nearestNames('dtae', ['date', 'data'])).toEqual(['date'])
    expect(nearestNames('titel', ['title'])).toEqual(['title'])
  })

  test('do not include what is merely as long', () => {
    expect(nearestNames('US', ['UK', 'UN'])).toEqual([])
    expect(nearestNames('Maduro', ['Blinken', 'Machado', 'Macron'])).toEqual([])
  })

  test('are only those equal but for case and accents, where there are any', () => {
    expect(nearestNames('GONZALEZ', ['Gonzales', 'González', 'Edmundo González Urrutia'])).toEqual([
      'González',
    ])
  })

  test('include names with the text among their words', () => {
    expect(nearestNames('Gonzalez', ['Edmundo González Urrutia', 'Maduro'])).toEqual([
      'Edmundo González Urrutia',
    ])
    expect(nearestNames('canel', ['Miguel Díaz-Canel'])).toEqual(['Miguel Díaz-Canel'])
    expect(nearestNames('York', ['Yorkshire of New York'])).toEqual(['Yorkshire of New York'])
    expect(nearestNames('edmundo gonzalez', ['Edmundo González Urrutia'])).toEqual([
      'Edmundo González Urrutia',
    ])
  })

  test('include names that begin with the text, unless it is a letter or two', () => {
    expect(nearestNames('acknowledges', ['acknowledges-win-of', 'acknowledgesX'])).toEqual([
      'acknowledges-win-of',
      'acknowledgesX',
    ])
    expect(nearestNames('Venez', ['Venezuela'])).toEqual(['Venezuela'])
    expect(nearestNames('V', ['Venezuela', 'V e'])).toEqual([])
  })

  test('come nearest first, then in code unit order, whatever the order given', () => {
    const names = ['supported', 'supporter', 'support', 'supports it', 'supportz']
    expect(nearestNames('supports', names, 5)).toEqual(nearestNames('supports', names.toReversed(), 5))
    expect(nearestNames('supports', names, 5)).toEqual([
      'support',
      'supports it',
      'supportz',
      'supported',
      'supporter',
    ])
  })

  test('are three unless another limit is given, and each only once', () => {
    const names = ['Ana A', 'Ana B', 'Ana C', 'Ana D', 'Ana A']
    expect(nearestNames('Ana', names)).toEqual(['Ana A', 'Ana B', 'Ana C'])
    expect(nearestNames('Ana', names, 1)).toEqual(['Ana A'])
    expect(nearestNames('Ana', names, 10)).toEqual(['Ana A', 'Ana B', 'Ana C', 'Ana D'])
  })

  test('are none for a text without letters or without candidates', () => {
    expect(nearestNames('', ['a', 'ab', 'abc'])).toEqual([])
    expect(nearestNames('   ', ['a'])).toEqual([])
    expect(nearestNames('Maduro', [])).toEqual([])
  })

  test('are the same when many texts ask the same candidates, which are read once', () => {
    const names = ['González', 'Maduro', 'Blinken']
    const find = nameFinder(names.values())
    expect(find('blinkem')).toEqual(['Blinken'])
    expect(find('madura')).toEqual(['Maduro'])
    expect(find('gonzalez', 1)).toEqual(['González'])
  })

  test('include every name that is one typing error away', () => {
    const name = fc.string({
      unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz')),
      minLength: 6,
    })
    fc.assert(
      fc.property(name, fc.nat(), (text, position) => {
        const at = position % text.length
        expect(nearestNames(`${text.slice(0, at)}e${text.slice(at)}`, [text])).toEqual([text])
        expect(nearestNames(`${text.slice(0, at)}é${text.slice(at + 1)}`, [text])).toEqual([text])
      }),
    )
  })

  test('are found among 100,000 in far less than a second', () => {
    const names = Array.from({ length: 100_000 }, (_, index) => `Señora ${index.toString(36)} Müller`)
    const find = nameFinder(names)
    find('warm')
    const start = performance.now()
    expect(find('Senora 2pd Muler', 1)).toEqual(['Señora 2pd Müller'])
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

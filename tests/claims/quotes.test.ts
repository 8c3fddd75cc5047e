import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoteFinder } from '../../src/claims/quotes.ts'

/** The stored text at the positions of a quote that was found. */
function storedAt(text: string, quote: string): string {
  const match = quoteFinder(text).find(quote)
  if (match.kind === 'absent') return match.kind
  return Array.from(text).slice(match.start, match.end).join('')
}

describe('a quote that the text has', () => {
  test('has its positions in code points of the text', () => {
    expect(quoteFinder('He won the most votes.').find('won the most votes')).toEqual({
      kind: 'found',
      start: 3,
      end: 21,
      count: 1,
      cutsWord: false,
    })
    expect(quoteFinder('😀😀 he won').find('he won')).toMatchObject({ start: 3, end: 9 })
  })

  test('may stand at the start, at the end, or be the whole text', () => {
    const finder = quoteFinder('He won.\n')
    expect(finder.find('He')).toMatchObject({ kind: 'found', start: 0, end: 2 })
    expect(finder.find('won.')).toMatchObject({ kind: 'found', start: 3, end: 7 })
    expect(finder.find('He won.\n')).toMatchObject({ kind: 'found', start: 0, end: 7 })
  })

  test('may differ in white space: line breaks, tabs, non-breaking spaces', () => {
    expect(storedAt('they won\r\n\tthe\u00A0most  votes', 'won the most votes')).toBe(
      'won\r\n\tthe\u00A0most  votes',
    )
    expect(storedAt('they won the most votes', ' won\nthe   most votes \n')).toBe('won the most votes')
    expect(storedAt('a  \r\n\r\n  b', 'b')).toBe('b')
  })

  test('may differ in its normalization form', () => {
    const composed = 'Señor González ganó'
    const decomposed = composed.normalize('NFD')
    for (const text of [composed, decomposed, `${decomposed} ${composed}`]) {
      for (const quote of ['González', 'González'.normalize('NFD')]) {
        expect(storedAt(text, quote).normalize('NFC')).toBe('González')
      }
    }
    expect(storedAt(decomposed, 'González')).toBe('González'.normalize('NFD'))
    expect(storedAt('10 \u212B', '10 Å')).toBe('10 \u212B')
    expect(storedAt('한국'.normalize('NFD'), '국')).toBe('국'.normalize('NFD'))
  })

  test('never begins or ends inside a letter that the text composes', () => {
    expect(quoteFinder('Gonza\u0301lez').find('Gonza')).toMatchObject({ kind: 'absent' })
    expect(quoteFinder('x a\u0327\u0301 y').find('\u0327 y').kind).toBe('absent')
    expect(quoteFinder('😀').find('\uDE00').kind).toBe('absent')
  })

  test('may hold emoji joined by ZWJ, combining accents and scripts from right to left', () => {
    expect(storedAt('so 👩‍👩‍👧 and 🇻🇪!', '👩‍👩‍👧 and 🇻🇪')).toBe('👩‍👩‍👧 and 🇻🇪')
    expect(storedAt('x\u0303y z', 'x\u0303y')).toBe('x\u0303y')
    expect(storedAt('قال الرئيس إنه يعترف به اليوم.', 'يعترف به')).toBe('يعترف به')
  })

  test('has its positions after a byte order mark that the text begins with', () => {
    expect(quoteFinder('\uFEFFHe won').find('He')).toMatchObject({ start: 1, end: 3 })
  })

  test('is counted, and its position is the first that cuts no word', () => {
    expect(quoteFinder('then he and he').find('he')).toEqual({
      kind: 'found',
      start: 5,
      end: 7,
      count: 3,
      cutsWord: false,
    })
    expect(quoteFinder('in Oslo and in Oslo').find('in Oslo')).toMatchObject({ start: 0, count: 2 })
  })
})

describe('the edge of a quote', () => {
  const cuts = (text: string, quote: string) => {
    const match = quoteFinder(text).find(quote)
    return match.kind === 'found' && match.cutsWord
  }

  test('is inside a word where letters, digits or marks stand on both sides', () => {
    expect(cuts('They recognized him', 'recognize')).toBe(true)
    expect(cuts('non-recognition', 'cognition')).toBe(true)
    expect(cuts('in 2024', 'in 20')).toBe(true)
    expect(cuts('x\u0303 y', 'x')).toBe(true)
    expect(cuts('они признали его', 'признал')).toBe(true)
    expect(cuts('a 𝒜𝒜 b', 'a 𝒜')).toBe(true)
  })

  test('is between words at spaces, hyphens, marks of punctuation and the ends of the text', () => {
    expect(cuts('They recognized him', 'recognized')).toBe(false)
    expect(cuts('non-recognition', 'recognition')).toBe(false)
    expect(cuts('“won”', 'won')).toBe(false)
    expect(cuts('‘they won’ ', 'won')).toBe(false)
    expect(cuts('won', 'won')).toBe(false)
  })

  test('is inside a word before an apostrophe and a letter, not after one', () => {
    expect(cuts('They can’t accept it', 'They can')).toBe(true)
    expect(cuts("They can't accept it", 'They can')).toBe(true)
    expect(cuts('Il reconnaît l’élection.', 'élection')).toBe(false)
    expect(cuts('Venezuela’s council', 'Venezuela')).toBe(false)
    expect(cuts('It’s so', 'It’')).toBe(false)
    expect(cuts('the ’sta', 'the')).toBe(false)
  })

  test('is never inside a word in scripts without spaces', () => {
    expect(cuts('我们承认他是总统', '承认他')).toBe(false)
    expect(cuts('彼をリーダーと認める', 'リーダー')).toBe(false)
    expect(cuts('เรายอมรับเขา', 'ยอมรับ')).toBe(false)
  })
})

describe('a quote that the text has but for typography', () => {
  test('is folded, with the exact words of the text', () => {
    expect(quoteFinder('He said: “We can’t –\nand won’t.”').find('"We can\'t - and won\'t."')).toEqual({
      kind: 'folded',
      start: 9,
      end: 32,
      exact: '“We can’t – and won’t.”',
    })
  })

  test.each([
    ['« La victoire » est claire', '"La victoire" est claire'],
    ['„Er hat gewonnen“, sagte sie', '»Er hat gewonnen«, sagte sie'],
    ['González -- the winner', 'González — the winner'],
    ['THE UNITED STATES', 'The United States'],
    ['İstanbul ve ΟΔΥΣΣΕΥΣ', 'istanbul ve οδυσσευσ'],
    ["'we won'", '"we won"'],
  ])('%s is found by %s', (text, quote) => {
    expect(quoteFinder(text).find(quote)).toMatchObject({ kind: 'folded', exact: text })
    expect(storedAt(text, quote)).toBe(text)
  })

  test('keeps its positions in a text that is not in NFC', () => {
    const text = 'Así: “Ganó González” 😀 “Sí”'.normalize('NFD')
    expect(storedAt(text, '"sí"').normalize('NFC')).toBe('“Sí”')
  })

  test('cuts no word', () => {
    expect(quoteFinder('They focus on it').find('US').kind).toBe('absent')
    expect(quoteFinder('They focus on us').find('US')).toMatchObject({ kind: 'folded', exact: 'us' })
  })
})

describe('a quote with [...]', () => {
  const text = 'It is clear to the United States and to the people that González won. It is final.'

  test('is folded when its pieces follow each other', () => {
    for (const gap of [' [...] ', '[…]', '\n[ ... ]\n']) {
      expect(quoteFinder(text).find(`clear to the United States${gap}that González won`)).toEqual({
        kind: 'folded',
        start: 6,
        end: 68,
        exact: 'clear to the United States and to the people that González won',
      })
    }
    expect(storedAt(text, '[...] It is [...] González [...] final [...]')).toBe(text.slice(0, -1))
  })

  test('leaves out as little as possible and begins as early as possible', () => {
    expect(storedAt('a b a b c a c', 'b [...] c')).toBe('b c')
    expect(storedAt('a x b a y b', 'a [...] b')).toBe('a x b')
  })

  test('is absent when its pieces are in another order', () => {
    expect(quoteFinder(text).find('González won [...] the United States').kind).toBe('absent')
  })

  test('leaves out at most 500 code points', () => {
    const withGap = (length: number) => `start${'😀'.repeat(length)}end`
    expect(quoteFinder(withGap(500)).find('start [...] end').kind).toBe('folded')
    expect(quoteFinder(withGap(501)).find('start [...] end').kind).toBe('absent')
  })

  test('is found as it is where the text has the same brackets', () => {
    expect(quoteFinder('He “won [...] votes” there').find('won [...] votes')).toMatchObject({ kind: 'found' })
  })

  test('is absent when it says nothing else, or has very many pieces', () => {
    expect(quoteFinder(text).find('[...]')).toEqual({ kind: 'absent' })
    expect(quoteFinder('a '.repeat(100)).find('A[...]'.repeat(60)).kind).toBe('absent')
  })
})

describe('a quote that the text does not have', () => {
  const text = 'On Monday the minister said that Norland recognizes González as the winner of the vote.'

  test('comes with the most similar passage, in whole words', () => {
    expect(quoteFinder(text).find('Norland recognises Gonzales as winner')).toEqual({
      kind: 'absent',
      closest: 'Norland recognizes González as the winner',
    })
    expect(quoteFinder(text).find('Nordland recognized')).toEqual({
      kind: 'absent',
      closest: 'Norland recognizes',
    })
  })

  test('comes with nothing where nothing is similar, or the quote is too short to say', () => {
    expect(quoteFinder(text).find('peace talks in Geneva have failed')).toEqual({ kind: 'absent' })
    expect(quoteFinder(text).find('xyz')).toEqual({ kind: 'absent' })
    expect(quoteFinder('').find('anything')).toEqual({ kind: 'absent' })
    expect(quoteFinder(text).find('  ')).toEqual({ kind: 'absent' })
  })

  test('comes with what differs first, where it is long', () => {
    const sentences = Array.from(
      { length: 40 },
      (_, index) => `Speaker ${index} said thing number ${index * 7}.`,
    )
    const long = sentences.join(' ')
    const match = quoteFinder(long).find(long.replace('number 175', 'number 999'))
    expect(match).toMatchObject({ kind: 'absent' })
    const closest = match.kind === 'absent' ? (match.closest ?? '') : ''
    expect(closest).toContain('number 175')
    expect(long).toContain(closest)
    expect(closest.length).toBeLessThan(300)
  })

  test('comes with the passage for its piece that is missing', () => {
    expect(quoteFinder(text).find('On Monday [...] recognises González as')).toEqual({
      kind: 'absent',
      closest: 'recognizes González as',
    })
  })

  test('never splits an emoji in its passage', () => {
    const match = quoteFinder('😀😃😄😁😆😅🤣').find('😃😄😁😅')
    expect(match.kind).toBe('absent')
    expect(JSON.stringify(match)).not.toMatch(/\\ud/)
  })
})

test('whether a text has a quote can be asked alone', () => {
  const finder = quoteFinder('He “won” it')
  expect(finder.contains(' “won”\n')).toBe(true)
  expect(finder.contains('"won"')).toBe(false)
  expect(finder.contains('')).toBe(false)
})

/** Texts with letters, marks, jamo, emoji, white space and typography in every combination. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(' ', '\r\n', '\t', '\u00A0', '“', '’', '—', 'e\u0301', 'é', 'a\u0327\u0301', '\u0323'),
      fc.constantFrom('한', '한'.normalize('NFD'), 'कि', '👩‍👩‍👧', '\uFEFF', 'İ', 'A', 'word'),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

const normalized = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

test('any slice of any text is found, and stands at its positions', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), fc.constantFrom('NFC', 'NFD'), (text, one, other, form) => {
      const graphemes = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
      const [from, to] = [one % (graphemes.length + 1), other % (graphemes.length + 1)].sort((a, b) => a - b)
      const quote = graphemes.slice(from, to).join('')
      if (quote.trim() === '') return
      const match = quoteFinder(text).find(quote.normalize(form).replaceAll(' ', '\n '))
      expect(match.kind).toBe('found')
      expect(normalized(storedAt(text, quote))).toBe(normalized(quote))
    }),
    { numRuns: 1000 },
  )
})

test('any text has itself as a quote, from its first letter to its last', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), anyText), (text) => {
      if (text.trim() === '') return
      expect(storedAt(text, text)).toBe(text.trim())
    }),
    { numRuns: 1000 },
  )
})

test('any quote of any text has an answer, and what is folded is exact', () => {
  fc.assert(
    fc.property(anyText, anyText, (text, quote) => {
      const match = quoteFinder(text).find(quote)
      if (match.kind !== 'folded') return
      expect(quoteFinder(text).find(match.exact).kind).toBe('found')
      expect(normalized(storedAt(text, quote))).toBe(match.exact)
    }),
    { numRuns: 1000 },
  )
})

test('a thousand quotes are found in a long text in far less than a second each', () => {
  const text = Array.from({ length: 30_000 }, (_, index) => `wörd${index}`).join('\n')
  const finder = quoteFinder(text)
  const start = performance.now()
  for (let index = 0; index < 1000; index += 1) {
    expect(finder.find(`wörd${index * 29} wörd${index * 29 + 1}`)).toMatchObject({ kind: 'found', count: 1 })
  }
  expect(performance.now() - start).toBeLessThan(3000)
})

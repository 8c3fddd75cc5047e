import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatTriple, parseTriple } from '../../src/claims/arrow.ts'

/** The three parts joined by `|`, or the reason and the text at its place. */
function read(text: string): string {
  const parsed = parseTriple(text)
  if (!parsed.ok) return `${parsed.reason}: ${text.slice(parsed.start, parsed.end)}`
  const parts = [parsed.subject, parsed.relation, parsed.object]
  for (const part of parts) expect(text.slice(part.start, part.end)).toBe(part.text)
  return parts.map((part) => part.text).join('|')
}

const openings = ['—', '–', '--', '-']
const closings = ['→', '->', '-->', '—>', '–>']

describe('a triple', () => {
  test.each(openings.flatMap((opening) => closings.map((closing) => [opening, closing])))(
    'may open with %s and close with %s',
    (opening, closing) => {
      expect(read(`A ${opening}x${closing} B`)).toBe('A|x|B')
      expect(read(`A ${opening} x ${closing} B`)).toBe('A|x|B')
      expect(read(`  A b \t${opening}  x y${closing}\n B c `)).toBe('A b|x y|B c')
    },
  )

  test('needs no white space around dashes and arrows', () => {
    expect(read('A—x→B')).toBe('A|x|B')
    expect(read('A–x–>B')).toBe('A|x|B')
    expect(read('A—x—>B')).toBe('A|x|B')
  })

  test('may have hyphens within its parts', () => {
    expect(read('Díaz-Canel —co-sponsors→ Jean-Luc')).toBe('Díaz-Canel|co-sponsors|Jean-Luc')
    expect(read('Díaz-Canel - co-sponsors -> Jean-Luc')).toBe('Díaz-Canel|co-sponsors|Jean-Luc')
    expect(read('Díaz-Canel --co-sponsors--> Jean-Luc')).toBe('Díaz-Canel|co-sponsors|Jean-Luc')
    expect(read('A —opposes pro- and anti-war acts→ B')).toBe('A|opposes pro- and anti-war acts|B')
  })

  test('may have other dashes, longer runs and tight arrows within its parts', () => {
    expect(read('A‑B —x→ C−D')).toBe('A‑B|x|C−D')
    expect(read('A --- B —x→ C')).toBe('A --- B|x|C')
    expect(read('A —x→ B->C')).toBe('A|x|B->C')
    expect(read('A > B —x→ C')).toBe('A > B|x|C')
  })

  test('counts its offsets in UTF-16 code units of the text as given', () => {
    expect(parseTriple(' 😀  —x→ B')).toEqual({
      ok: true,
      subject: { text: '😀', start: 1, end: 3 },
      relation: { text: 'x', start: 6, end: 7 },
      object: { text: 'B', start: 9, end: 10 },
    })
  })

  test('may stand between any white space, such as a non-breaking space', () => {
    expect(read('A\u00A0-x->\u00A0B')).toBe('A|x|B')
  })
})

describe('no triple', () => {
  test.each([
    ['', 'no arrow: '],
    ['  Blinken recognizes González ', 'no arrow: Blinken recognizes González'],
    ['Díaz-Canel', 'no arrow: Díaz-Canel'],
    ['A ----> B', 'no arrow: A ----> B'],
    ['A recognizes → B', 'no opening: →'],
    ['A -> B', 'no opening: ->'],
    ['A- x -> B', 'no opening: ->'],
    ['A - x - B', 'no closing: -'],
    ['A —x B', 'no closing: —'],
    ['A—x—B', 'no closing: —'],
    ['A--x--> B', 'tight opening: --'],
    ['A -x->B', 'tight closing: ->'],
    ['A --x-->B', 'tight closing: -->'],
    ['A--x-->B', 'tight closing: -->'],
    ['Paris–Nice —hosts→ B', 'several openings: —'],
    ['A —x→ B - C', 'several openings: -'],
    ['A —x→ -5', 'several openings: -'],
    ['A —x→ B → C', 'several closings: →'],
    ['A —x→→ B', 'several closings: →'],
    ['A → x — B', 'closing first: →'],
    ['—x→ B', 'empty subject: —'],
    [' -x-> B', 'empty subject: -'],
    ['A —→ B', 'empty relation: —→'],
    ['A — → B', 'empty relation: — →'],
    ['A - -> B', 'empty relation: - ->'],
    ['A —x→', 'empty object: →'],
    ['A -x-> ', 'empty object: ->'],
  ])('is `%s`', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

test('a triple of parts without arrows is read as it was written', () => {
  const part = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...Array.from('aé🙂 ->.')) }))
    .filter((text) => text !== '' && text === text.trim() && !/[–—→]|(^|\s)-|->/.test(text))
  const relationName = part.filter((text) => !/^[->]/.test(text))
  fc.assert(
    fc.property(part, relationName, part, (subject, relation, object) => {
      const text = formatTriple(subject, relation, object)
      expect(read(text)).toBe([subject, relation, object].join('|'))
    }),
  )
})

test('any text has three parts, or a fault within it', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('A b-–—→>')) })
  fc.assert(
    fc.property(text, (given) => {
      const parsed = parseTriple(given)
      const spans = parsed.ok ? [parsed.subject, parsed.relation, parsed.object] : [parsed]
      let from = 0
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(from)
        expect(end).toBeGreaterThanOrEqual(start)
        from = end
      }
      expect(from).toBeLessThanOrEqual(given.length)
      if (parsed.ok)
        for (const { text: part } of spans as { text: string }[]) expect(part.trim()).not.toBe('')
    }),
    { numRuns: 2000 },
  )
})

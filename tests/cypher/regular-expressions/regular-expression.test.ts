import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Budget } from '../../../src/cypher/context.ts'
import { CypherError } from '../../../src/cypher/cypher-error.ts'
import { matchesWhole } from '../../../src/cypher/regular-expressions/regular-expression.ts'
import { noLimits } from '../functions/test-context.ts'

function faultOf(pattern: string, text = ''): string {
  try {
    matchesWhole(pattern, text)
  } catch (error) {
    if (error instanceof CypherError) return `${error.errorClass} ${error.detail}: ${error.message}`
    throw error
  }
  return 'no fault'
}

describe('a regular expression', () => {
  test.each([
    ['abc', 'abc', true],
    ['abc', 'abcd', false],
    ['abc', 'xabc', false],
    ['', '', true],
    ['', 'a', false],
    ['.*', '', true],
    ['.*', 'any text', true],
    ['.*', 'two\nlines', false],
    ['(?s).*', 'two\nlines', true],
    ['a|b|', '', true],
    ['a|bc', 'bc', true],
    ['(a|b)*c', 'ababc', true],
    ['(?:ab)+?', 'abab', true],
    ['(?<name>ab)', 'ab', true],
    ['a{2}', 'aa', true],
    ['a{2}', 'aaa', false],
    ['a{2,}', 'aaaaa', true],
    ['a{2,3}', 'aaaa', false],
    ['a{0}', '', true],
    ['(a*)*', 'aaa', true],
    ['(a*)*', 'b', false],
    ['(){5}x', 'x', true],
    ['x?y?', 'y', true],
  ])('%s in %j: %s', (pattern, text, expected) => {
    expect(matchesWhole(pattern, text)).toBe(expected)
  })

  test.each([
    ['[a-c]+', 'abc', true],
    ['[^a-c]+', 'xyz', true],
    ['[^a-c]', 'b', false],
    ['[]a]+', ']a', true],
    ['[a-]+', 'a-', true],
    ['[-a]+', '-a', true],
    ['[a-z&&[^aeiou]]+', 'xyz', true],
    ['[a-z&&[^aeiou]]+', 'xya', false],
    ['[a[0-9]]+', 'a1', true],
    ['[\\d.]+', '3.14', true],
    ['[\\]\\\\]+', ']\\', true],
    ['[\\Q[]\\E]+', '[]', true],
    ['\\d+', '2024', true],
    ['\\d', '٣', false],
    ['(?U)\\d', '٣', true],
    ['\\w+', 'abc_1', true],
    ['\\w+', 'é', false],
    ['\\s\\S', ' x', true],
    ['\\D\\W', 'x-', true],
    ['\\h\\v', '\t\n', true],
    ['\\p{L}+', 'Zoë', true],
    ['\\pL', 'é', true],
    ['\\PL', 'é', false],
    ['\\p{Lu}\\p{Ll}', 'Éa', true],
    ['\\P{Lu}', 'a', true],
    ['\\p{^Lu}', 'a', true],
    ['\\p{IsAlphabetic}+', 'née', true],
    ['\\p{IsGreek}+', 'αβγ', true],
    ['\\p{IsL}+', 'α', true],
    ['\\p{script=Latin}+', 'abc', true],
    ['\\p{IsWHITE_SPACE}', ' ', true],
    ['\\p{Alpha}+', 'abc', true],
    ['\\p{Alpha}+', 'é', false],
    ['\\p{Punct}+', '!?.', true],
  ])('knows classes: %s in %j: %s', (pattern, text, expected) => {
    expect(matchesWhole(pattern, text)).toBe(expected)
  })

  test.each([
    ['(?i)abc', 'aBC', true],
    ['(?i)é', 'É', false],
    ['(?iu)é', 'É', true],
    ['(?iu)STRASSE', 'straße', false],
    ['a(?i)b', 'aB', true],
    ['a(?i)b', 'AB', false],
    ['(?i:a)b', 'Ab', true],
    ['(?i:a)b', 'AB', false],
    ['(?i)a(?-i)b', 'AB', false],
    ['((?i)a)b', 'AB', false],
    ['(?i)[a-c]+', 'ABC', true],
    ['(?i)[^a]', 'A', false],
    ['(?x) a b # the end', 'ab', true],
    ['(?x)a\\ b', 'a b', true],
    ['\\Qa.b\\E+', 'a.bbb', true],
    ['\\Qa.b', 'a.b', true],
    ['\\t\\n\\r\\f\\a\\e', '\t\n\r\f\x07\x1b', true],
    ['\\x41\\u0042\\x{1F600}\\0103\\cA', 'AB😀C\x01', true],
    ['\\uD83D\\uDE00', '😀', true],
    ['\\.\\*\\(', '.*(', true],
    ['a\\Rb', 'a\r\nb', true],
  ])('knows flags and escapes: %s in %j: %s', (pattern, text, expected) => {
    expect(matchesWhole(pattern, text)).toBe(expected)
  })

  test.each([
    ['^a$', 'a', true],
    ['^a$\\n', 'a\n', true],
    ['a$\\n', 'a\n', true],
    ['a\\z\\n', 'a\n', false],
    ['a\\Z\\r\\n', 'a\r\n', true],
    ['a$b', 'ab', false],
    ['a\\n^b', 'a\nb', false],
    ['(?m)a$\\n^b', 'a\nb', true],
    ['a\\b b', 'a b', true],
    ['a\\bb', 'ab', false],
    ['a\\Bb', 'ab', true],
  ])('knows places: %s in %j: %s', (pattern, text, expected) => {
    expect(matchesWhole(pattern, text)).toBe(expected)
  })

  test('counts code points', () => {
    expect(matchesWhole('.', '😀')).toBe(true)
    expect(matchesWhole('[😀-😂]{2}', '😁😂')).toBe(true)
  })

  test.each([
    ['(a', 'a group has no ) at its end'],
    ['a)', 'a ) closes no group'],
    ['[a', 'a class has no ] at its end'],
    ['*a', 'there is nothing for the quantifier * to repeat'],
    ['a**', 'two quantifiers follow one another'],
    ['a{2,1}', '{2,1} has its bounds the wrong way round'],
    ['a{x}', '{x} is no quantifier'],
    ['[b-a]', 'a range in a class ends before it begins'],
    ['\\y', '\\y means nothing'],
    ['\\p{Nonsense}', 'there is no class \\p{Nonsense}'],
    ['(?q)a', 'there is no flag q'],
    ['a\\', 'it ends where an escaped character should be'],
  ])('that is wrong is an error: %s', (pattern, reason) => {
    expect(faultOf(pattern)).toMatch(/^ArgumentError InvalidRegularExpression: /)
    expect(faultOf(pattern)).toContain(`is not valid: ${reason}, at character `)
  })

  test.each([
    ['(a)\\1', 'the back reference \\1'],
    ['(?<n>a)\\k<n>', 'the back reference \\k'],
    ['(?=a).*', 'a lookahead or lookbehind'],
    ['(?<!a).*', 'a lookahead or lookbehind'],
    ['(?>a).*', 'an atomic group'],
    ['a*+', 'a possessive quantifier'],
    ['\\p{InGreek}', 'the block \\p{InGreek}'],
    ['\\p{javaLowerCase}', 'the class \\p{javaLowerCase}'],
  ])('that is not supported says so: %s', (pattern, what) => {
    expect(faultOf(pattern)).toBe(
      `ArgumentError UnsupportedRegularExpression: The regular expression '${pattern}' has ${what}, which is not supported.`,
    )
  })

  test('may not be nested too deeply', () => {
    expect(faultOf('('.repeat(1000))).toContain('its brackets are nested more than 200 levels deep')
    expect(faultOf('['.repeat(1000))).toContain('its brackets are nested more than 200 levels deep')
  })

  test('may not be written out too long', () => {
    expect(faultOf('((a{100}){100}){100}')).toContain('more than 20,000 parts')
    expect(faultOf('(){1000000}')).toBe('no fault')
  })

  test('counts its work, and does not explode', () => {
    let steps = 0
    const budget: Budget = { ...noLimits, step: (count = 1) => void (steps += count) }
    expect(matchesWhole('(a+)+b', 'a'.repeat(64_000), budget)).toBe(false)
    expect(steps).toBeGreaterThan(1000)
    expect(steps).toBeLessThan(2000)
    expect(matchesWhole('(a+)+\\bb', 'a'.repeat(10_000), budget)).toBe(false)
    expect(steps).toBeGreaterThan(10_000)
    expect(steps).toBeLessThan(200_000)
    expect(matchesWhole('(a?){200}a{200}', 'a'.repeat(200), budget)).toBe(true)
  })

  test('of very many states is matched all the same', () => {
    const pattern = '[ab]*a[ab]{14}'
    for (let seed = 1; seed < 4; seed += 1) {
      let state = seed
      const text = Array.from({ length: 50_000 }, () => {
        state = (state * 16_807) % 2_147_483_647
        return state % 3 === 0 ? 'b' : 'a'
      }).join('')
      expect(matchesWhole(pattern, text)).toBe(text.at(-15) === 'a')
    }
  })

  test('agrees with that of JavaScript', () => {
    const leaf = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\w',
      '\\d',
      'a*',
      'b+',
      '(?:ab)?',
      'a{1,2}',
      '^',
      '$',
    )
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => one + other),
        fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(${one}|${other})`),
        fc
          .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}'))
          .map(([one, many]) => `(?:${one})${many}`),
      ),
    }))
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 8 })
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        expect(matchesWhole(source, given)).toBe(new RegExp(`^(?:${source})$`).test(given))
      }),
      { numRuns: 2000 },
    )
  })

  test('of any text is fine or a clear error', () => {
    const characters = fc.constantFrom(...Array.from('ab\\[](){}|*+?.^$-&,0123:<>=!imsxuUdpLQEkRbBAzZ #😀'))
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 20 }), (source) => {
        expect(faultOf(source, 'ab 1')).toMatch(/^(no fault|ArgumentError )/)
      }),
      { numRuns: 5000 },
    )
  })
})

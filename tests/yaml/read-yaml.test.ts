import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unreadTexts, type YamlMap } from '../../src/yaml/yaml-node.ts'
import { faultsIn, readText, valuesIn } from './read-text.ts'

describe('scalars', () => {
  test('stay the text that is written', () => {
    const words = ['054', 'no', '1:30', 'null', '~', 'true', '0x1F', '1e3', '2024-08-01', '.inf', '=']
    expect(valuesIn(`[${words.join(', ')}]`)).toEqual([words])
  })

  test('know whether they are quoted', () => {
    const [document] = readText(`[yes, "yes", 'yes']`).documents
    expect(document?.root).toMatchObject({ items: [{ plain: true }, { plain: false }, { plain: false }] })
  })

  test('are empty right after their key where nothing is written', () => {
    const text = 'a:\nb:   # nothing\nc: {d:, e: }\nf: [x]\n'
    const root = readText(text).documents[0]?.root as YamlMap
    const [a, b, c] = root.entries
    expect(a?.value).toEqual({ kind: 'scalar', text: '', plain: true, start: 2, end: 2 })
    expect(b?.value).toMatchObject({ text: '', start: 5, end: 5 })
    expect(c?.value).toMatchObject({
      entries: [{ value: { start: 24, end: 24 } }, { value: { start: 28, end: 28 } }],
    })
  })

  test('stand for what escapes, folded lines and blocks mean', () => {
    expect(
      valuesIn(
        'a: "x\\ty\\u00e9\\uD83D\\uDE00"\nb: "one\n  two\n\n  three"\nc: |\n  one\n  two\nd: >-\n  one\n  two\n',
      ),
    ).toEqual([
      [
        ['a', 'x\tyé😀'],
        ['b', 'one two\nthree'],
        ['c', 'one\ntwo\n'],
        ['d', 'one two'],
      ],
    ])
  })

  test('end with their last visible character', () => {
    const text = 'a: |\n  one\n\n\nb: two  # note\n'
    const root = readText(text).documents[0]?.root as YamlMap
    expect(root.entries.map(({ value }) => text.slice(value.start, value.end))).toEqual(['|\n  one', 'two'])
    expect(root.end).toBe(text.indexOf('two') + 3)
  })
})

describe('maps', () => {
  test('keep keys that objects treat in a special way', () => {
    expect(valuesIn('__proto__: 1\nconstructor: 2\ntoString: 3\nhasOwnProperty: 4\n')).toEqual([
      [
        ['__proto__', '1'],
        ['constructor', '2'],
        ['toString', '3'],
        ['hasOwnProperty', '4'],
      ],
    ])
  })

  test('know where their keys stand', () => {
    const text = 'é: 1\n"b c" : 2\n'
    const root = readText(text).documents[0]?.root as YamlMap
    expect(root.entries.map(({ keyStart, keyEnd }) => text.slice(keyStart, keyEnd))).toEqual(['é', '"b c"'])
  })

  test('may have keys in quotes, with `?`, and `<<` in quotes', () => {
    expect(valuesIn('? a\n: 1\n"<<": 2\n? b\n')).toEqual([
      [
        ['a', '1'],
        ['<<', '2'],
        ['b', ''],
      ],
    ])
  })
})

describe('documents', () => {
  test('are separated by `---` and ended by `...`', () => {
    expect(valuesIn('a\n---\nb\n...\nc\n--- d\n')).toEqual(['a', 'b', 'c', 'd'])
  })

  test('are not separated by what only resembles a marker', () => {
    expect(valuesIn('a: x\n  --- y\nb: ---x\nc: |\n  ---\n  z\n')).toEqual([
      [
        ['a', 'x --- y'],
        ['b', '---x'],
        ['c', '---\nz\n'],
      ],
    ])
  })

  test('are none where there are only comments, and empty where nothing is written', () => {
    expect(readText('').documents).toEqual([])
    expect(readText('\n# nothing\n \n').documents).toEqual([])
    expect(valuesIn('---\n---\n')).toEqual([undefined, undefined])
  })

  test('are read though another one of the file fails', () => {
    const { documents, diagnostics } = readText('a: 1\n---\nb: "x\n---\nc: 3\n')
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-syntax'])
    expect(documents.map(({ failed }) => failed)).toEqual([false, true, false])
    expect(unreadTexts(documents)).toEqual(['---\nb: "x\n'])
  })
})

describe('text', () => {
  test('may begin with a byte order mark', () => {
    const { documents, diagnostics } = readText('\uFEFFa: 1\n---\nb: 2\n')
    expect(diagnostics).toEqual([])
    expect(documents[0]?.root).toMatchObject({ entries: [{ key: 'a', keyStart: 1 }] })
  })

  test('may have CRLF and CR as line breaks', () => {
    const values = [
      [
        ['a', '1'],
        ['b', ['x y', 'z']],
        ['c', 'one\ntwo\n'],
      ],
    ]
    const text = 'a: 1\nb:\n  - "x\n    y"\n  - z\nc: |\n  one\n  two\n'
    for (const lineBreak of ['\n', '\r\n', '\r'])
      expect(valuesIn(text.replaceAll('\n', lineBreak))).toEqual(values)
  })

  test('may hold right-to-left marks, zero-width characters, next line and byte order marks inside', () => {
    const odd = 'a\u200Fb\u202Ec\u200Bd\u2060e\uFEFFf\u0085g\u2028h'
    expect(valuesIn(`"${odd}": "${odd}"`)).toEqual([[[odd, odd]]])
  })

  test('never makes it throw', () => {
    const pieces = fc.constantFrom(
      ...[
        'a',
        ': ',
        '- ',
        '? ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        "'",
        '|',
        '>',
        '#',
        '&a ',
        '*a',
        '!t ',
        '<<',
        '%',
        '@',
      ],
      ...[
        '\n',
        '\r',
        ' ',
        '  ',
        '\t',
        '---\n',
        '...\n',
        '\\u0000',
        '\0',
        '\uD800',
        '\uFEFF',
        '__proto__',
        'é',
      ],
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const { documents, diagnostics } = readText(text)
        for (const { failed, root, start, end } of documents) {
          expect(start).toBeLessThan(end)
          if (failed) expect(root).toBeUndefined()
          if (failed) expect(diagnostics.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 5000 },
    )
  })

  test('that is well formed is read in whole, whatever stands in the next document', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (junk) => {
        const { documents } = readText(`claims: [A —b→ C]\n---\n${junk}`)
        const [first] = documents
        expect((first?.failed ?? false) ? 'failed' : first?.root).toBeDefined()
      }),
    )
  })
})

describe('hostile text is answered fast', () => {
  const hostile: Record<string, string> = {
    'a flow depth of 10,000': '['.repeat(10_000),
    'a closed flow depth of 10,000': '['.repeat(10_000) + ']'.repeat(10_000),
    'a block depth of 10,000': '- '.repeat(10_000) + 'x\ny: 1\n',
    'an explicit key depth of 10,000': '? '.repeat(10_000) + 'x\ny: 1\n',
  }
  for (const [name, text] of Object.entries(hostile)) {
    test(name, () => {
      expect(readText(text).diagnostics.map(({ code }) => code)).toEqual(['too-deep'])
    })
  }

  test('an alias bomb', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'])
      lines.push(
        `${to ?? ''}: &${to ?? ''} [${Array(9)
          .fill(`*${from ?? ''}`)
          .join(', ')}]`,
      )
    const { documents, diagnostics } = readText(lines.join('\n'))
    expect(documents).toMatchObject([{ failed: true }])
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['yaml-anchor']))
  })

  test('20,000 keys in one map', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `key ${index}: x\n`).join('')
    const before = performance.now()
    expect(readText(text).diagnostics).toEqual([])
    expect(performance.now() - before).toBeLessThan(5000)
  })

  test('a file of NUL bytes', () => {
    expect(faultsIn('a\0'.repeat(100_000))).toEqual([
      '1:2-1:3 error forbidden-character: The character U+0000 and 99999 others like it are not allowed; this is not text.',
    ])
  })
})

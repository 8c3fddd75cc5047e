import { describe, expect, test } from 'vitest'
import { unreadTexts } from '../../src/yaml/yaml-node.ts'
import { faultsIn, readText, valuesOf } from './read-text.ts'

function hintsIn(text: string): (string | undefined)[] {
  return readText(text).diagnostics.map(({ hint }) => hint)
}

function relatedIn(text: string): string[] {
  return readText(text).diagnostics.flatMap(({ related = [] }) =>
    related.map(({ message, range }) => `${range.start.line}:${range.start.column} ${message}`),
  )
}

describe('anchors and aliases', () => {
  test('an anchor is an error, at which its aliases are named', () => {
    const text = 'a: &x 1\nb: *x\nc: [*x]\n'
    expect(faultsIn(text)).toEqual(['1:4-1:6 error yaml-anchor: `&x` is an anchor, which is not allowed.'])
    expect(hintsIn(text)).toEqual([
      'write the value out where `*x` stands; a text that begins with `&` needs quotes',
    ])
    expect(relatedIn(text)).toEqual(['2:4 its alias `*x` stands here', '3:5 its alias `*x` stands here'])
    expect(readText(text).documents).toMatchObject([{ failed: true }])
  })

  test('a value with an anchor that nothing refers to is read', () => {
    const { documents, diagnostics } = readText('a: &x 1\n')
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      'remove it; a text that begins with `&` needs quotes',
    ])
    expect(valuesOf(documents[0]?.root)).toEqual([['a', '1']])
  })

  test('an alias without an anchor is an error, and the only one of its document', () => {
    expect(faultsIn('a: *Breaking* news\nb: @x\n')).toEqual([
      '1:4-1:14 error yaml-alias: `*Breaking*` is an alias, which is not allowed.',
    ])
    expect(relatedIn('- *x\n- *x\n')).toEqual(['2:3 it stands here again'])
  })

  test('an ampersand alone is an anchor too', () => {
    expect(faultsIn('note: & Co\n')).toEqual([
      '1:7-1:8 error yaml-anchor: `&` is an anchor, which is not allowed.',
    ])
  })
})

describe('merge keys', () => {
  test('are an error', () => {
    expect(faultsIn('a:\n  <<: { b: 1 }\n')).toEqual([
      '2:3-2:5 error yaml-merge-key: `<<` is a merge key, which is not allowed.',
    ])
    expect(faultsIn('{<<: { b: 1 }}\n')).toEqual([
      '1:2-1:4 error yaml-merge-key: `<<` is a merge key, which is not allowed.',
    ])
  })

  test('are not meant where `<<` is a value or stands in quotes', () => {
    expect(faultsIn('a: <<\n"<<": b\nc:\n  - <<\n')).toEqual([])
  })
})

describe('tags', () => {
  test('are an error, and the value is read without them', () => {
    const { documents } = readText('a: !!int 054\nb: !x [c]\nd: !<tag:x> e\n')
    expect(faultsIn('a: !!int 054\nb: !x [c]\nd: !<tag:x> e\n')).toEqual([
      '1:4-1:9 error yaml-tag: `!!int` is a tag, which is not allowed.',
      '2:4-2:6 error yaml-tag: `!x` is a tag, which is not allowed.',
      '3:4-3:12 error yaml-tag: `!<tag:x>` is a tag, which is not allowed.',
    ])
    expect(valuesOf(documents[0]?.root)).toEqual([
      ['a', '054'],
      ['b', ['c']],
      ['d', 'e'],
    ])
  })

  test('that YAML itself refuses are reported once', () => {
    expect(faultsIn('a: !x !y z\n').map((fault) => fault.split(' ')[2])).toEqual(['yaml-tag:', 'yaml-tag:'])
    expect(faultsIn('a: !e!x z\n')).toEqual([
      '1:4-1:8 error yaml-tag: `!e!x` is a tag, which is not allowed.',
    ])
  })
})

describe('directives', () => {
  test('are an error', () => {
    expect(faultsIn('%TAG !e! tag:x:\n---\na: 1\n')).toEqual([
      '1:1-1:16 error yaml-directive: `%TAG !e! tag:x:` is a directive, which is not allowed.',
    ])
    expect(faultsIn('%x\na: 1\n')).toEqual([
      '1:1-1:3 error yaml-directive: `%x` is a directive, which is not allowed.',
    ])
  })

  test('that name a YAML version are passed over', () => {
    expect(faultsIn('%YAML 1.1\n---\na: no\n')).toEqual([])
  })
})

describe('keys', () => {
  test('that stand twice are an error at the later one, whose value is unread', () => {
    const text = 'a: 1\nb: 2\na: [x, y]\n'
    expect(faultsIn(text)).toEqual(['3:1-3:2 error duplicate-key: The key `a` stands twice in one map.'])
    expect(relatedIn(text)).toEqual(['1:1 `a` stands here first'])
    expect(valuesOf(readText(text).documents[0]?.root)).toEqual([
      ['a', '1'],
      ['b', '2'],
    ])
    expect(unreadTexts(readText(text).documents)).toEqual(['[x, y]'])
  })

  test('are the same in NFC and NFD', () => {
    expect(faultsIn('\u00e9: 1\n"e\u0301": 2\n')).toEqual([
      '2:1-2:5 error duplicate-key: The key `\u00e9` stands twice in one map.',
    ])
  })

  test('that are a list, a map or empty are an error', () => {
    expect(faultsIn('? [a]\n: 1\n? {b: c}\n: 2\n"": 3\n: 4\n')).toEqual([
      '1:3-1:6 error key-not-text: A list stands where a key is expected.',
      '3:3-3:9 error key-not-text: A map stands where a key is expected.',
      '5:1-5:3 error key-not-text: A key is empty.',
      '6:1-6:1 error key-not-text: A key is empty.',
    ])
  })
})

describe('depth', () => {
  test('is fine up to 64 lists and maps', () => {
    expect(faultsIn('['.repeat(64) + ']'.repeat(64))).toEqual([])
    expect(faultsIn('- '.repeat(64) + 'x\n')).toEqual([])
  })

  test('is an error from 65 on, in flow and in blocks', () => {
    expect(faultsIn('['.repeat(65) + ']'.repeat(65))).toEqual([
      '1:65-1:66 error too-deep: More than 64 lists and maps are nested here.',
    ])
    expect(faultsIn('- '.repeat(65) + 'x\n')).toEqual([
      '1:129-1:130 error too-deep: More than 64 lists and maps are nested here.',
    ])
  })
})

describe('a value before ` #`', () => {
  test('is warned of where no white space follows the sign', () => {
    expect(faultsIn('a: levy #1\nb: #MeToo\nc:\n  - said #MeToo today\n  - #x\n')).toEqual([
      '1:9-1:11 warning value-cut-short: The value ends before `#1`, because ` #` begins a comment.',
      '2:4-2:10 warning value-cut-short: The value ends before `#MeToo`, because ` #` begins a comment.',
      '4:10-4:16 warning value-cut-short: The value ends before `#MeToo`, because ` #` begins a comment.',
      '5:5-5:7 warning value-cut-short: The value ends before `#x`, because ` #` begins a comment.',
    ])
  })

  test('is fine before an ordinary comment', () => {
    expect(
      faultsIn(
        'a: x # comment\nb: y #\n#line\n  #line\nc: "z" #1\nd: [e] #1\nf: g ## comment\nh: i#1\nj: #\n',
      ),
    ).toEqual([])
  })
})

describe('forbidden characters', () => {
  test('are an error wherever they stand', () => {
    expect(faultsIn('a: x\u0007y\n# \u0000\nb: "\u009F\uFFFE"\n')).toEqual([
      '1:5-1:6 error forbidden-character: The character U+0007 is not allowed.',
      '2:3-2:4 error forbidden-character: The character U+0000 is not allowed.',
      '3:5-3:7 error forbidden-character: The character U+009F is not allowed.',
    ])
  })

  test('are an error at the scalar where they are escaped', () => {
    expect(faultsIn('a: "x\\u0007"\nb: "\\uD800"\nc: "\\0"\n"\\x7F": "\\N\\t\\r\\n"\n')).toEqual([
      '1:4-1:13 error forbidden-character: The character U+0007 is not allowed.',
      '2:4-2:12 error forbidden-character: The character U+D800 is not allowed.',
      '3:4-3:8 error forbidden-character: The character U+0000 is not allowed.',
      '4:1-4:7 error forbidden-character: The character U+007F is not allowed.',
    ])
  })

  test('lone surrogates are among them, pairs are not', () => {
    expect(faultsIn('a: \uD83D\uDE00\nb: \uDE00\n')).toEqual([
      '2:4-2:5 error forbidden-character: The character U+DE00 is not allowed.',
    ])
  })

  test('are left out of the value, so that nothing follows from them', () => {
    expect(valuesOf(readText('a: x\u0007y\nb: "z\\u0007"\n').documents[0]?.root)).toEqual([
      ['a', 'xy'],
      ['b', 'z'],
    ])
  })

  test('stand for a fault of syntax in their document', () => {
    expect(faultsIn('a:\u0000 1\nb: 2\n').map((fault) => fault.split(' ')[2])).toEqual([
      'forbidden-character:',
    ])
  })
})

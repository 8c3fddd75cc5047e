import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collectDiagnostics } from '../../src/diagnostics/diagnostic.ts'
import { readJson } from '../../src/json/read-json.ts'
import type { YamlNode } from '../../src/yaml/yaml-node.ts'
import { brief } from '../project/check-example.ts'

function read(text: string): { node: YamlNode | undefined; faults: string[] } {
  const { diagnostics, report } = collectDiagnostics()
  const node = readJson({ name: 'data/a.jsonl', text, firstLine: 7 }, report)
  return { node, faults: brief(diagnostics) }
}

/** What JSON.parse would have made of it. */
function valueOf(node: YamlNode | undefined): unknown {
  switch (node?.kind) {
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, valueOf(value)]))
    case 'list':
      return node.items.map(valueOf)
    case 'scalar':
      return node.plain ? (node.text === '' ? null : JSON.parse(node.text)) : node.text
    case undefined:
      return undefined
  }
}

const hint =
  'hint: each line must be one whole JSON document; if it is the last line, the file may have been cut'

describe('A line of JSON', () => {
  test('is read like JSON.parse does', () => {
    fc.assert(
      fc.property(
        fc.json({ stringUnit: 'grapheme', noUnicodeString: false }),
        fc.nat({ max: 2 }),
        (json, space) => {
          const text = JSON.stringify(JSON.parse(json), null, space)
          expect(read(text)).toMatchObject({ faults: [] })
          expect(valueOf(read(text).node)).toEqual(JSON.parse(text))
        },
      ),
    )
  })

  test('is refused exactly where JSON.parse refuses it', () => {
    const nearly = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        ',',
        ':',
        ' ',
        '1',
        '-',
        '.5',
        'e3',
        'true',
        'nul',
        'null',
        '\\',
        'u00e9',
        'a',
        '\t',
      ),
      { maxLength: 9 },
    )
    fc.assert(
      fc.property(nearly, (parts) => {
        const text = parts.join('')
        let isJson = true
        try {
          JSON.parse(text)
        } catch {
          isJson = false
        }
        const { node, faults } = read(text)
        const syntax = faults.filter((fault) => fault.includes('json-syntax'))
        expect({ text, isRead: node !== undefined, faults: syntax.length }).toEqual({
          text,
          isRead: isJson,
          faults: isJson ? 0 : 1,
        })
      }),
      { numRuns: 20_000 },
    )
  })

  test('knows the place of each value, in code points', () => {
    const { node } = read('{"𝒜": ["x", 054]}'.replace('054', '5.40'))
    expect(node).toMatchObject({ kind: 'map', start: 0, end: 19 })
    const list = node?.kind === 'map' ? node.entries[0]?.value : undefined
    expect(list).toEqual({
      kind: 'list',
      start: 7,
      end: 18,
      items: [
        { kind: 'scalar', text: 'x', plain: false, start: 8, end: 11 },
        { kind: 'scalar', text: '5.40', plain: true, start: 13, end: 17 },
      ],
    })
  })

  test.each([
    ['{"claim":{"subject":"Bl', '7:24 error json-syntax: The line ends in the middle of a text.'],
    ['{"claim":{', '7:11 error json-syntax: The line ends in the middle of a value.'],
    ['{"claim":', '7:10 error json-syntax: The line ends where a value is expected.'],
    ['{"a" 1}', '7:6 error json-syntax: A colon is expected after the key.'],
    ['{a: 1}', '7:2 error json-syntax: A key in double quotes is expected.'],
    ['{"a": 1 "b": 2}', '7:9 error json-syntax: A comma or a closing bracket is expected.'],
    ['{"a": 054}', '7:8 error json-syntax: A comma or a closing bracket is expected.'],
    ['{"a": no}', '7:7 error json-syntax: This is not a JSON value.'],
    ['{} {}', '7:4 error json-syntax: Something follows after the end of the value.'],
    ['"\\x"', '7:2 error json-syntax: There is no such escape.'],
    [
      '"a\tb"',
      '7:3 error json-syntax: A control character stands in a text; it must be written as an escape.',
    ],
    ['['.repeat(65), '7:65 error json-syntax: More than 64 lists and maps are nested here.'],
    ['['.repeat(100_000), '7:65 error json-syntax: More than 64 lists and maps are nested here.'],
  ])('%j says what is wrong with it', (text, fault) => {
    expect(read(text)).toEqual({ node: undefined, faults: [`${fault} ${hint}`] })
  })

  test('says where a key stands twice, which JSON.parse passes over', () => {
    const { faults } = read('{"quote":"a","quote":"b"}')
    expect(faults).toEqual([
      '7:14 error duplicate-key: The key `quote` stands twice in one map. hint: put both values under one key, or remove one of them',
    ])
  })

  test('says where a character means nothing in a text', () => {
    expect(read('["\\u0007", "\\ud800", "\\ud83d\\ude00", "\uFFFE"]').faults).toEqual([
      '7:2 error forbidden-character: The character U+0007 is not allowed. hint: remove it',
      '7:12 error forbidden-character: The character U+D800 is not allowed. hint: remove it',
      '7:38 error forbidden-character: The character U+FFFE is not allowed. hint: remove it',
    ])
  })
})

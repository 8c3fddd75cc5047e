import { describe, expect, test } from 'vitest'
import { parseExpected } from './expected-value.ts'

const properties = new Map()

describe('the notation of a value', () => {
  test.each([
    ['null', null],
    ['true', true],
    ['false', false],
    ['1', 1n],
    ['-9223372036854775808', -9223372036854775808n],
    ['1.0', 1],
    ['-0.5', -0.5],
    ['1e308', 1e308],
    ['-1e-305', -1e-305],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ["'text'", 'text'],
    ["''", ''],
    [String.raw`'a\'b\\c\nd'`, "a'b\\c\nd"],
    ["'two\nlines'", 'two\nlines'],
    ["'1984-10-11T12:30+01:00'", '1984-10-11T12:30+01:00'],
    ['[]', []],
    ["[1, [2.0, 'c'], null]", [1n, [2, 'c'], null]],
    ['{}', new Map()],
    [
      '{a: 1, b : {c:[]}}',
      new Map<string, unknown>([
        ['a', 1n],
        ['b', new Map([['c', []]])],
      ]),
    ],
  ])('%s is read', (text, value) => {
    expect(parseExpected(text)).toStrictEqual(value)
  })

  test('nodes have labels and properties', () => {
    expect(parseExpected('()')).toStrictEqual({ kind: 'node', elementId: '0', labels: [], properties })
    expect(parseExpected(`(:A:B {p: 1, q: 'x'})`)).toStrictEqual({
      kind: 'node',
      elementId: '0',
      labels: ['A', 'B'],
      properties: new Map<string, unknown>([
        ['p', 1n],
        ['q', 'x'],
      ]),
    })
  })

  test('relationships are told from lists of nodes and of relationships', () => {
    expect(parseExpected('[:T {p: 1}]')).toMatchObject({ kind: 'relationship', type: 'T' })
    expect(parseExpected('[(:A), ()]')).toMatchObject([{ labels: ['A'] }, { labels: [] }])
    expect(parseExpected('[[:T], [:U]]')).toMatchObject([{ type: 'T' }, { type: 'U' }])
  })

  test('relationships of paths have their direction', () => {
    expect(parseExpected('<()>')).toMatchObject({ kind: 'path', nodes: [{}], relationships: [] })
    expect(parseExpected('<(:A)-[:T]->(:B)<-[:U {p: 1}]-()>')).toMatchObject({
      kind: 'path',
      nodes: [
        { elementId: '0', labels: ['A'] },
        { elementId: '1', labels: ['B'] },
        { elementId: '2', labels: [] },
      ],
      relationships: [
        { type: 'T', from: '0', to: '1' },
        { type: 'U', from: '2', to: '1', properties: new Map([['p', 1n]]) },
      ],
    })
  })

  test.each(['', 'abc', '1 2', '[1', "'a", '(:A', '<(:A)-[:T]-(:B)>', '{a 1}'])('%s is none', (text) => {
    expect(() => parseExpected(text)).toThrow('not a value at')
  })
})

import { describe, expect, test } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import { call, faultOf, noLimits, testContext } from './test-context.ts'

describe('functions on texts', () => {
  test.each<[string, Value[], Value]>([
    ['toUpper', ['née'], 'NÉE'],
    ['upper', ['a'], 'A'],
    ['toLower', ['ÉA'], 'éa'],
    ['lower', ['A'], 'a'],
    ['trim', ['  a b\t\n'], 'a b'],
    ['trim', ['\u00a0a'], '\u00a0a'],
    ['ltrim', [' a '], 'a '],
    ['rtrim', [' a '], ' a'],
    ['btrim', ['xyaxy', 'yx'], 'a'],
    ['ltrim', ['😀a😀', '😀'], 'a😀'],
    ['rtrim', ['😀a😀', '😀'], '😀a'],
    ['btrim', ['a', null], null],
    ['char_length', ['a😀'], 2n],
    ['character_length', [''], 0n],
    ['size', ['a😀'], 2n],
    ['left', ['a😀b', 2n], 'a😀'],
    ['left', ['ab', 5n], 'ab'],
    ['left', [null, -1n], null],
    ['right', ['a😀b', 2n], '😀b'],
    ['right', ['ab', 5n], 'ab'],
    ['substring', ['0123456789', 1n], '123456789'],
    ['substring', ['a😀bc', 1n, 2n], '😀b'],
    ['substring', ['abc', 5n], ''],
    ['substring', ['abc', 1n, 100n], 'bc'],
    ['replace', ['hello', 'l', 'w'], 'hewwo'],
    ['replace', ['a$b', 'a', '$&'], '$&$b'],
    ['replace', ['a😀', '', '-'], '-a-😀-'],
    ['replace', ['abc', null, ''], null],
    ['split', ['one1two', '1'], ['one', 'two']],
    ['split', [',a,,', ','], ['', 'a', '', '']],
    ['split', ['a😀', ''], ['a', '😀']],
    ['split', ['', ','], ['']],
    ['split', [',', ','], ['', '']],
    ['split', ['a,b;c', [',', ';']], ['a', 'b', 'c']],
    ['split', ['aXXbX', ['XX', 'X']], ['a', 'b', '']],
    ['reverse', ['ab😀'], '😀ba'],
    ['normalize', ['e\u0301'], 'é'],
    ['normalize', ['é', 'NFD'], 'e\u0301'],
    ['isEmpty', [''], true],
  ])('%s(%o): %o', (name, given, expected) => {
    expect(call(name, given)).toStrictEqual(expected)
  })

  test.each<[string, Value[], string]>([
    ['toUpper', [1n], 'TypeError InvalidArgumentValue: toUpper() takes a STRING, but is given an INTEGER.'],
    ['left', ['a', -1n], 'ArgumentError NumberOutOfRange: left() cannot take the negative number -1.'],
    ['left', ['a', null], 'TypeError InvalidArgumentValue: left() takes an INTEGER, but is given a NULL.'],
    ['right', ['a', -1n], 'ArgumentError NumberOutOfRange'],
    ['substring', ['a', -1n], 'ArgumentError NumberOutOfRange'],
    ['substring', ['a', 0n, -1n], 'ArgumentError NumberOutOfRange'],
    ['substring', ['a', 0.5], 'TypeError InvalidArgumentValue'],
    ['split', ['a', [1n]], 'split() takes a STRING or a LIST of them, but is given an INTEGER.'],
    ['normalize', ['a', 'NFX'], 'ArgumentError InvalidArgumentValue: There is no normal form `NFX`.'],
  ])('%s(%o) is an error', (name, given, message) => {
    expect(faultOf(() => call(name, given))).toContain(message)
  })

  test('make no text that is too large', () => {
    const text = 'a'.repeat(100_000)
    expect(faultOf(() => call('replace', [text, 'a', text]))).toContain('LimitExceeded TextLength')
    expect(faultOf(() => call('replace', [text, '', text]))).toContain('LimitExceeded TextLength')
  })

  test('count long texts', () => {
    let steps = 0
    const budget = { ...noLimits, step: (count = 1) => (steps += count) }
    call('size', ['a'.repeat(64_000)], testContext(undefined, budget))
    expect(steps).toBe(1000)
  })
})

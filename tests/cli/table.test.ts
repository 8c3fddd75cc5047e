import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { tableLines } from '../../src/cli/table.ts'

const cells = (...texts: readonly string[]) => texts.map((text) => ({ text }))

describe('tableLines', () => {
  test('puts cells below each other, by their width on a terminal', () => {
    expect(tableLines([cells('中国', 'a', 'x'), cells('Peru!', 'bb', '')], { cut: [] })).toEqual([
      '  中国   a   x',
      '  Peru!  bb',
    ])
  })

  test('cuts the widest of the columns that may be cut', () => {
    const rows = [
      cells('Plurinational State', '2024-07-29', 'a long sentence about nothing'),
      cells('P', '', ''),
    ]
    const lines = tableLines(rows, { indent: 0, width: 40, cut: [0, 2] })
    expect(lines).toEqual(['Plurinationa…  2024-07-29  a long sente…', 'P'])
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBe(40)
  })

  test('cuts no column to less than eight, and no letter in two', () => {
    expect(tableLines([cells('e\u0301'.repeat(20), '中国'.repeat(10))], { width: 1, cut: [0, 1] })).toEqual([
      `  ${'e\u0301'.repeat(7)}…  中国中…`,
    ])
  })

  test('colours what is left', () => {
    const row = [{ text: 'a very long text', paint: (text: string) => `<${text}>` }, { text: 'b' }]
    expect(tableLines([row], { indent: 0, width: 11, cut: [0] })).toEqual(['<a very…>   b'])
  })
})

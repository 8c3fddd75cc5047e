import { describe, expect, it } from 'vitest'
import { listText, valueText } from '../../src/exports/value-text.ts'

describe('listText', () => {
  it('writes JSON', () => {
    expect(listText(['a', "l'est", '', 'b\n\\'])).toBe(String.raw`["a","l'est","","b\n\\"]`)
    expect(listText([1, -1, 0.5])).toBe('[1,-1,0.5]')
    expect(listText([true, false])).toBe('[true,false]')
  })

  it('has no quotation mark after a backslash, which Gephi takes for the end of a field', () => {
    expect(listText(['"', '\\"', '\\\\"'])).toBe(String.raw`["\u0022","\\\u0022","\\\\\u0022"]`)
    for (const text of ['say "hi"', '\\', '\\"', '"\\', '\\n"\n']) {
      expect(JSON.parse(listText([text]))).toEqual([text])
    }
  })

  it('writes numbers that JSON does not know as texts', () => {
    expect(listText([1, Infinity, NaN])).toBe('[1,"Infinity","NaN"]')
  })
})

describe('valueText', () => {
  const write = (value: Parameters<typeof valueText>[0]): string =>
    valueText(value, 'XML', () => 'The claim `c`', 'p')

  it('writes numbers as Java and JavaScript do', () => {
    expect([0, -1.5, 9007199254740991, 1e21, 5e-324, -Infinity, NaN].map(write)).toEqual([
      '0',
      '-1.5',
      '9007199254740991',
      '1e+21',
      '5e-324',
      '-Infinity',
      'NaN',
    ])
  })

  it('refuses illegal characters in lists too, though JSON could escape them', () => {
    expect(() => write(['fine', '\0'])).toThrow('The claim `c` cannot be written: its `p` holds U+0000')
    expect(() => write(['\uD83D', '\uDE00'])).toThrow('holds U+D83D')
  })
})

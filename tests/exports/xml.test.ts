import { describe, expect, it } from 'vitest'
import { illegalCharacter, xmlChunks } from '../../src/exports/xml.ts'
import { parseXml } from './parse-xml.ts'

describe('xmlChunks', () => {
  it('escapes attributes and texts so that a parser reads what was written', () => {
    const text = ' a\tb\nc\rd\r\n<e f="g">&amp;\'h\'</e> ]]> \u0085\u2028 '
    const document = [
      ...xmlChunks(function* (xml) {
        yield void xml.ele('list')
        yield void xml.ele('item', { of: text }, text).up()
      }),
    ].join('')
    const item = parseXml(document).children[0]
    expect(item?.attributes.get('of')).toBe(text)
    expect(item?.text).toBe(text)
  })

  it('ends a line where it may end a chunk, and closes what is open', () => {
    const chunks = xmlChunks(function* (xml) {
      yield void xml.ele('a')
      yield void xml.ele('b').up()
      xml.ele('c')
    })
    expect([...chunks]).toEqual(['<?xml version="1.0" encoding="UTF-8"?><a>\n<b/>\n<c/></a>\n'])
  })
})

describe('illegalCharacter', () => {
  it('finds the first character that XML 1.0 cannot hold', () => {
    expect(illegalCharacter('a\uFFFEb\u0000')).toBe('U+FFFE')
    expect(illegalCharacter('\u{1F600}\uDE00')).toBe('U+DE00')
  })

  it('finds none in what XML can hold', () => {
    expect(illegalCharacter('\t\n\r \u007F\u0085\uFFFD\u{1F600}\u{10FFFF}')).toBeUndefined()
  })
})

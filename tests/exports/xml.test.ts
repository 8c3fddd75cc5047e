import { describe, expect, it } from 'vitest'
import { xmlChunks } from '../../src/exports/xml.ts'
import { parseXml } from './parse-xml.ts'

describe('xmlChunks', () => {
  it('escapes the line ends of XML 1.1, which not every parser leaves alone', () => {
    const text = 'a\u0085b\u2028c'
    const document = [
      ...xmlChunks(function* (xml) {
        yield void xml.ele('item', { of: text }, text)
      }),
    ].join('')
    expect(document).toContain('<item of="a&#x85;b&#x2028;c">a&#x85;b&#x2028;c')
  })

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

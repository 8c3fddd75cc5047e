import { expect, test } from 'vitest'
import { isAscii, nfc } from '../../src/names/nfc.ts'

test('ASCII is what has no code point above 7F, line breaks and controls included', () => {
  expect(isAscii('')).toBe(true)
  expect(isAscii('a\0\r\n~\x7F')).toBe(true)
  expect(isAscii('a\x80')).toBe(false)
  expect(isAscii('😀')).toBe(false)
})

test('composes letters and marks and leaves everything else alone', () => {
  expect(nfc('Gonza\u0301lez')).toBe('González')
  expect(nfc('plain')).toBe('plain')
  expect(nfc('ﬁ ½ Ａ')).toBe('ﬁ ½ Ａ')
  expect(nfc('\uD800')).toBe('\uD800')
})

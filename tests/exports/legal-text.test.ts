import { describe, expect, it } from 'vitest'
import { ExportError } from '../../src/exports/export-error.ts'
import { illegalCharacter, legalText } from '../../src/exports/legal-text.ts'

describe('illegalCharacter', () => {
  it('finds the first character that XML 1.0 cannot hold', () => {
    expect(illegalCharacter('a\uFFFEb\u0000')).toBe('U+FFFE')
    expect(illegalCharacter('\u{1F600}\uDE00')).toBe('U+DE00')
  })

  it('finds none in what XML can hold', () => {
    expect(illegalCharacter('\t\n\r \u007F\u0085\uFFFD\u{1F600}\u{10FFFF}')).toBeUndefined()
  })
})

describe('legalText', () => {
  it('gives the text back, and asks nobody whose it is', () => {
    const owner = (): string => {
      throw new Error('asked')
    }
    expect(legalText(' a\n', 'XML', owner, 'note')).toBe(' a\n')
  })

  it('says what holds which character', () => {
    expect(() => legalText('a\0', 'CSV', () => 'The entity `US`', 'note')).toThrow(
      new ExportError(
        'The entity `US` cannot be written: its `note` holds U+0000, which CSV cannot. Remove it.',
      ),
    )
  })
})

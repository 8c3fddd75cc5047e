import { describe, expect, it } from 'vitest'
import { uniqueTitles } from '../../src/exports/column-titles.ts'
import type { Column, ColumnType } from '../../src/exports/columns.ts'

function column(id: number, property: string, type: ColumnType = 'text', title = property): Column {
  return { id: String(id), property, type, title }
}

describe('uniqueTitles', () => {
  const rules = { taken: ['Label'], ignoreCase: true }
  const titles = (columns: readonly Column[], more = {}): string[] => [
    ...uniqueTitles(columns, { ...rules, ...more }).values(),
  ]

  it('keeps titles that are free', () => {
    expect(titles([column(0, 'share', 'number', 'share (number)'), column(1, 'label of it')])).toEqual([
      'share (number)',
      'label of it',
    ])
  })

  it('says the type of a property whose title is taken', () => {
    expect(titles([column(0, 'label'), column(1, 'Share'), column(2, 'share', 'integer')])).toEqual([
      'label (text)',
      'Share',
      'share (integer)',
    ])
  })

  it('counts where the type does not help', () => {
    const columns = [column(0, 'label'), column(1, 'LABEL'), column(2, 'Label'), column(3, 'label (text)')]
    expect(titles(columns)).toEqual([
      'label (text)',
      'LABEL (text) 2',
      'Label (text) 3',
      'label (text) (text)',
    ])
  })

  it('tells capitals from small letters where readers do', () => {
    expect(
      titles([column(0, 'label'), column(1, 'Share'), column(2, 'share')], { ignoreCase: false }),
    ).toEqual(['label', 'Share', 'share'])
  })
})

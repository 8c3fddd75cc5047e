import { describe, expect, it } from 'vitest'
import { collectColumns, type Row } from '../../src/exports/columns.ts'
import type { Property } from '../../src/graph/schema.ts'

const number: Property = { name: 'share', kind: 'number', list: false, required: false }
const declared = new Map([['share', number]])

function titlesAndTypes(...rows: Row[]): string[] {
  const collector = collectColumns(['id'])
  for (const row of rows) collector.add(row)
  return collector.columns().all.map(({ id, title, type }) => `${id} ${title}: ${type}`)
}

describe('collectColumns', () => {
  it('gives each property a column, in the order in which they first come', () => {
    expect(
      titlesAndTypes(
        { properties: { id: 'x', name: 'a', quotes: ['b'] }, declared: undefined },
        { properties: { id: 'y', final: false, name: 'c', starts: [1, -1] }, declared: undefined },
      ),
    ).toEqual(['0 name: text', '1 quotes: list of text', '2 final: boolean', '3 starts: list of integer'])
  })

  it('gives a property of several types one column each', () => {
    const rows: Row[] = [
      { properties: { share: 'most' }, declared: undefined },
      { properties: { share: 50 }, declared },
      { properties: { share: ['a'] }, declared: undefined },
    ]
    expect(titlesAndTypes(...rows)).toEqual([
      '0 share (text): text',
      '1 share (number): number',
      '2 share (list of text): list of text',
    ])
  })

  it('asks the schema whether 50 is a number or an integer', () => {
    expect(titlesAndTypes({ properties: { share: 50 }, declared })).toEqual(['0 share: number'])
    expect(titlesAndTypes({ properties: { share: 50 }, declared: undefined })).toEqual(['0 share: integer'])
    expect(titlesAndTypes({ properties: { share: 2 ** 53 }, declared: undefined })).toEqual([
      '0 share: number',
    ])
  })

  it('writes a list of several types as text, and an empty one not at all', () => {
    const properties = { mixed: [1, 'a'], none: [] }
    expect(titlesAndTypes({ properties, declared: undefined })).toEqual(['0 mixed: list of text'])
  })

  it('takes a list of whole and other numbers for one of numbers', () => {
    expect(titlesAndTypes({ properties: { rounds: [1, 51.2] }, declared: undefined })).toEqual([
      '0 rounds: list of number',
    ])
  })

  it('puts the values of a row into their columns', () => {
    const row: Row = { properties: { id: 'x', share: 0, none: [] }, declared }
    const collector = collectColumns(['id'])
    collector.add(row)
    const cells = collector.columns().cells(row)
    expect(cells.map(({ column, value }) => [column.title, value])).toEqual([['share', 0]])
  })
})

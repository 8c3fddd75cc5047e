/** The first row of a spreadsheet: what separates its cells, and where its columns are. */
import type { Report } from '../../src/diagnostics/diagnostic.ts'
import type { SourceFile } from '../../src/diagnostics/source-file.ts'
import { nearestNames } from '../../src/names/nearest.ts'
import { nfc } from '../../src/names/nfc.ts'
import { isBlankRow, placeOfCell, readRows, type Cell, type Row } from './csv-rows.ts'
import { columnsOf, type Mapping } from './mapping.ts'
import { delimiters } from './read-mapping.ts'

/** What the first row says. */
export interface Header {
  readonly delimiter: string
  /** How many cells a row has. */
  readonly width: number
  /** The number of each column that the mapping uses, from 0. */
  readonly columns: ReadonlyMap<string, number>
  /** Where the other rows begin. */
  readonly next: number
}

const silent: Report = () => undefined

/** Reads the first row. Undefined where a column of the mapping is not in it, or it is at fault; all is reported. */
export function readHeader(file: SourceFile, mapping: Mapping, report: Report): Header | undefined {
  const { start, named } = beginning(file.text)
  const delimiter = mapping.delimiter ?? named ?? findDelimiter(file, start, mapping, report)
  if (delimiter === undefined) return undefined
  const row = firstRow(file, start, delimiter, report)
  if (!row) {
    report('csv-no-header', { file, start, end: start }, {})
    return undefined
  }
  const columns = findColumns(row, file, mapping, report)
  return columns && !row.faulty ? { delimiter, width: row.cells.length, columns, next: row.next } : undefined
}

/** Where the text begins, behind a byte order mark and the line `sep=;` with which Excel names a delimiter. */
function beginning(text: string): { start: number; named: string | undefined } {
  const match = /^\uFEFF?(?:"?sep=([,;|\t])"?(?:\r\n|\n|\r))?/.exec(text)
  return { start: match?.[0].length ?? 0, named: match?.[1] }
}

function firstRow(file: SourceFile, from: number, delimiter: string, report: Report): Row | undefined {
  for (const row of readRows(file, { delimiter, from, report })) if (!isBlankRow(row)) return row
  return undefined
}

/** The delimiter with which the first row has all columns of the mapping; if none, the one that makes most cells. */
function findDelimiter(file: SourceFile, from: number, mapping: Mapping, report: Report): string | undefined {
  const wanted = new Set(columnsOf(mapping).map(({ column }) => column))
  const candidates = [...delimiters].map(([name, delimiter]) => {
    const row = firstRow(file, from, delimiter, silent)
    const names = new Set(row?.cells.map(nameOf))
    const hasAll = [...wanted].every((column) => names.has(column))
    return { name, delimiter, row, cells: row?.cells.length ?? 0, hasAll }
  })
  const most = Math.max(...candidates.map(({ cells }) => cells))
  const fitting = candidates.filter(({ hasAll, cells }) => hasAll && cells > 1)
  const best = fitting.length > 0 ? fitting : candidates.filter(({ cells }) => cells === most)
  // A single column is the same with every delimiter.
  if (best.length === 1 || most <= 1) return best[0]?.delimiter
  const { start = from, end = from } = best[0]?.row ?? {}
  report('csv-unclear-delimiter', { file, start, end }, { delimiters: best.map(({ name }) => name) })
  return undefined
}

function nameOf({ text }: Cell): string {
  return nfc(text.trim())
}

function findColumns(
  row: Row,
  file: SourceFile,
  mapping: Mapping,
  report: Report,
): ReadonlyMap<string, number> | undefined {
  const byName = new Map<string, Cell[]>()
  for (const cell of row.cells) byName.set(nameOf(cell), [...(byName.get(nameOf(cell)) ?? []), cell])
  const columns = new Map<string, number>()
  let complete = true
  for (const { column, place } of columnsOf(mapping)) {
    if (columns.has(column)) continue
    const [cell, second] = byName.get(column) ?? []
    if (!cell) {
      const names = [...byName.keys()].filter((name) => name !== '')
      const related = [
        { message: 'The columns stand here.', place: { file, start: row.start, end: row.end } },
      ]
      const nearest = nearestNames(column, names)
      report('csv-missing-column', place, { column, nearest, columns: names }, related)
      complete = false
      continue
    }
    if (second) {
      const related = [{ message: 'It stands here first.', place: placeOfCell(file, cell) }]
      report('csv-repeated-column', placeOfCell(file, second), { column }, related)
      complete = false
    }
    columns.set(column, row.cells.indexOf(cell))
  }
  return complete ? columns : undefined
}

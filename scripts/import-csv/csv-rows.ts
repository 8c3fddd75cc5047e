/**
 * Text of a CSV file → rows of cells that know their place in it (RFC 4180, with any delimiter).
 *
 *     file  = row *(break row)
 *     row   = cell *(delimiter cell)
 *     cell  = quote *(text | quote quote) quote | *(text without delimiter and break)
 *     break = CRLF | LF | CR
 *
 * Written by hand, since the libraries know no offset of a cell and stop, or lose the rest of the file, at the first
 * quote that is out of place. A test compares it with `csv-parse`.
 */
import type { Report } from '../../src/diagnostics/diagnostic.ts'
import type { Place, SourceFile } from '../../src/diagnostics/source-file.ts'

/** A cell. Offsets are UTF-16 code units of the file's text; its quotes are within them. */
export interface Cell {
  /** What the cell says, its quotes undone; white space as it stands. */
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A row, without its line break. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly start: number
  readonly end: number
  /** Where the next row begins. */
  readonly next: number
  /** A quote of it is out of place, which has been reported. */
  readonly faulty: boolean
}

/** Where a reading has come to. */
interface Cursor {
  readonly file: SourceFile
  readonly text: string
  readonly delimiter: string
  readonly report: Report
  at: number
  faulty: boolean
}

/** The rows of a file from an offset on, those without any text included. The delimiter is one UTF-16 code unit. */
export function* readRows(
  file: SourceFile,
  { delimiter, from, report }: { delimiter: string; from: number; report: Report },
): Generator<Row> {
  const cursor = { file, text: file.text, delimiter, report, at: from, faulty: false }
  while (cursor.at < cursor.text.length) yield readRow(cursor)
}

/** row = cell *(delimiter cell), and the break after it */
function readRow(cursor: Cursor): Row {
  const start = cursor.at
  cursor.faulty = false
  const cells = [readCell(cursor)]
  while (cursor.text[cursor.at] === cursor.delimiter) {
    cursor.at += 1
    cells.push(readCell(cursor))
  }
  const end = cursor.at
  skipBreak(cursor)
  return { cells, start, end, next: cursor.at, faulty: cursor.faulty }
}

/** break = CRLF | LF | CR */
function skipBreak(cursor: Cursor): void {
  cursor.at += cursor.text.startsWith('\r\n', cursor.at) ? 2 : 1
}

/** cell = quote *(text | quote quote) quote | *(text without delimiter and break) */
function readCell(cursor: Cursor): Cell {
  const start = cursor.at
  if (cursor.text[start] === '"') return readQuotedCell(cursor, start)
  const text = readPlainText(cursor)
  const lead = text.length - text.trimStart().length
  if (lead > 0 && text[lead] === '"') reportQuote(cursor, 'before', start, start + lead)
  return { text, start, end: cursor.at }
}

/** Everything up to the next delimiter or line break. A quote within is text. */
function readPlainText(cursor: Cursor): string {
  const { text, delimiter } = cursor
  const start = cursor.at
  while (cursor.at < text.length) {
    const character = text.charAt(cursor.at)
    if (character === delimiter || character === '\n' || character === '\r') break
    cursor.at += 1
  }
  return text.slice(start, cursor.at)
}

function readQuotedCell(cursor: Cursor, start: number): Cell {
  const close = closingQuote(cursor.text, start + 1)
  if (close === undefined) {
    cursor.faulty = true
    cursor.report('csv-unclosed-quote', { file: cursor.file, start, end: start + 1 }, {})
    return { text: readPlainText(cursor), start, end: cursor.at }
  }
  cursor.at = close + 1
  const rest = readPlainText(cursor)
  if (rest !== '') reportQuote(cursor, 'after', close + 1, cursor.at)
  const text = cursor.text.slice(start + 1, close).replaceAll('""', '"')
  return { text: text + rest, start, end: cursor.at }
}

/** The offset of the first quote that is not followed by another. */
function closingQuote(text: string, from: number): number | undefined {
  let at = text.indexOf('"', from)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at === -1 ? undefined : at
}

function reportQuote(cursor: Cursor, where: 'after' | 'before', start: number, end: number): void {
  cursor.faulty = true
  cursor.report('csv-misplaced-quote', { file: cursor.file, start, end }, { where })
}

/** Whether a row has no text at all, such as the rows of nothing but delimiters with which exports end. */
export function isBlankRow({ cells }: Row): boolean {
  return cells.every(({ text }) => text.trim() === '')
}

/** The place of a cell's text, without quotes and white space around it. Of an empty cell: where it begins. */
export function placeOfCell(file: SourceFile, { start, end }: Cell): Place {
  const written = file.text.slice(start, end)
  const inner = written.length > 1 && written.startsWith('"') && written.endsWith('"') ? 1 : 0
  const text = written.slice(inner, written.length - inner)
  const lead = text.length - text.trimStart().length
  if (lead === text.length) return { file, start, end }
  const from = start + inner + lead
  return { file, start: from, end: from + text.trim().length }
}

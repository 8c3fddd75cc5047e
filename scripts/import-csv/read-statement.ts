/** Reads a row of a spreadsheet as a statement, and reports what is wrong with its cells. */
import { unnamed } from '../../src/graph/knowledge-graph.ts'
import type { Report } from '../../src/diagnostics/diagnostic.ts'
import type { Place, SourceFile } from '../../src/diagnostics/source-file.ts'
import { nearestNames } from '../../src/names/nearest.ts'
import { nfc } from '../../src/names/nfc.ts'
import { codePointName, forbiddenRuns } from '../../src/yaml/forbidden-characters.ts'
import { placeOfCell, type Row } from './csv-rows.ts'
import { readFormattedDate } from './date-format.ts'
import type { Header } from './header.ts'
import type { Field, Mapping, SourceKey } from './mapping.ts'
import type { Name, Quote, Statement, Value } from './statement.ts'

/** What a row is read with. */
export interface RowReading {
  readonly file: SourceFile
  readonly mapping: Mapping
  readonly header: Header
  readonly report: Report
  /** Whether forbidden characters stand anywhere in the file. */
  readonly hasForbidden: boolean
}

/** One row under way. */
interface Reading extends RowReading {
  readonly row: Row
  /** The cells that have been looked at, by column, and whether they can be used: several keys can share one. */
  readonly checked: Map<number, boolean>
  readonly entities: Name[]
  /** How many faults the row has so far. */
  faults: number
}

/** The statement of a row; undefined where a cell that it needs is at fault, which has been reported. */
export function readStatement(row: Row, given: RowReading): Statement | undefined {
  const { mapping, file } = given
  const reading: Reading = { ...given, row, checked: new Map(), entities: [], faults: 0 }
  const { subject: subjects, relation: field, object: objects } = mapping
  const place = (first: Field | undefined) => () => placeOfField(first, reading)
  const subject = needed('subject', reading, () => readName(subjects, reading), place(subjects[0]))
  const relation = needed(field.what, reading, () => readText(field, reading), place(field))
  const object = needed('object', reading, () => readName(objects, reading), place(objects[0]))
  const source = mapping.source && readSource(mapping.source, reading)
  const id = mapping.id && readText(mapping.id, reading)
  const date = mapping.date && readText(mapping.date, reading)
  const quote = mapping.quote && readQuote(mapping.quote, reading)
  const onBehalfOf = mapping.onBehalfOf && readName(mapping.onBehalfOf, reading)
  const accordingTo = mapping.accordingTo && readName(mapping.accordingTo, reading)
  const details = readDetails(mapping, reading)
  if (reading.faults > 0 || !subject || !relation || !object) return undefined
  return {
    place: subject.place.file === file ? subject.place : { file, start: row.start, end: row.end },
    subject,
    relation,
    object,
    ...(id && { id }),
    ...(date && { date }),
    ...(quote && { quote }),
    // Where an organization speaks for itself, its name may stand in both columns.
    ...(onBehalfOf && onBehalfOf.text !== subject.text && { onBehalfOf }),
    ...(accordingTo && { accordingTo }),
    details,
    ...(source && { source }),
    entities: reading.entities,
  }
}

/** What a claim cannot be without. Reports it as missing, at `place`, unless its cell is at fault already. */
function needed<T>(
  what: string,
  reading: Reading,
  read: () => T | undefined,
  place: () => Place,
): T | undefined {
  const before = reading.faults
  const value = read()
  if (value === undefined && reading.faults === before)
    fail(reading).report('csv-empty-cell', place(), { what })
  return value
}

/** Counts a fault of the row, which the caller reports. */
function fail(reading: Reading): Reading {
  reading.faults += 1
  return reading
}

/** The cell that a field is filled from; the row where the mapping fills it. */
function placeOfField(field: Field | undefined, { header, row, file }: Reading): Place {
  const cell =
    field?.origin.kind === 'column' ? row.cells[header.columns.get(field.origin.column) ?? -1] : undefined
  return cell ? placeOfCell(file, cell) : { file, start: row.start, end: row.end }
}

/** The first of the fields that is not empty, as a name: NFC, each run of white space one space. */
function readName(fields: readonly Field[], reading: Reading): Name | undefined {
  for (const field of fields) {
    const value = readText(field, reading)
    if (!value) continue
    const text = tidyName(value.text)
    const isUnnamed = field.what === 'according_to' && text === unnamed
    return isUnnamed ? { ...value, text } : declare({ ...value, text }, field, reading)
  }
  return undefined
}

/** A name with its type, noted for declaration where its field has one. */
function declare(name: Value, { type: field }: Field, reading: Reading): Name {
  if (!field) return name
  const type = needed(
    `type of \`${name.text}\``,
    reading,
    () => readText(field, reading),
    () => name.place,
  )
  if (!type) return name
  const declared = { ...name, type: type.text }
  reading.entities.push(declared)
  return declared
}

function tidyName(text: string): string {
  return nfc(text).replace(/\s+/g, ' ').trim()
}

function readQuote(field: Field, reading: Reading): Quote | undefined {
  const exact = readText(field, reading)
  const translation = field.translation && readText(field.translation, reading)
  return (
    exact && { exact: exact.text, place: exact.place, ...(translation && { translation: translation.text }) }
  )
}

function readSource(fields: ReadonlyMap<SourceKey, Field>, reading: Reading): ReadonlyMap<SourceKey, Value> {
  const source = new Map<SourceKey, Value>()
  for (const [key, field] of fields) {
    const read = () => readText(field, reading)
    const value =
      key === 'id' ? needed(field.what, reading, read, () => placeOfField(field, reading)) : read()
    if (value) source.set(key, key === 'id' ? { ...value, text: tidyName(value.text) } : value)
  }
  return source
}

function readDetails(
  { details, properties }: Mapping,
  reading: Reading,
): ReadonlyMap<string, string | readonly string[]> {
  const read = new Map<string, string | readonly string[]>()
  for (const [key, field] of details) {
    const value = readText(field, reading)
    if (value) read.set(key, value.text)
  }
  for (const [key, field] of properties) {
    const value = readProperty(field, reading)
    if (value !== undefined) read.set(key, value)
  }
  return read
}

/** A property: a name where it has a type, a list where it has a separator. */
function readProperty(field: Field, reading: Reading): string | readonly string[] | undefined {
  const { separator } = field
  if (separator === undefined)
    return field.type ? readName([field], reading)?.text : readText(field, reading)?.text
  const value = readText(field, reading)
  const items = value?.text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '')
  if (!value || !items) return undefined
  return field.type
    ? items.map((item) => declare({ ...value, text: tidyName(item) }, field, reading).text)
    : items
}

/** The text of a field: of its cell, or of the mapping. Undefined where it is empty, or at fault. */
function readText(field: Field, reading: Reading): Value | undefined {
  const { origin } = field
  if (origin.kind === 'value') return withPrefix(field, origin)
  const cell = readCell(origin.column, reading)
  if (!cell) return undefined
  const text = field.values ? readListed(field.values, cell, reading) : cell.text
  if (text === undefined || text === '') return undefined
  if (!field.formats) return withPrefix(field, { ...cell, text })
  const formats = field.formats
  const date = readFormattedDate(text, formats)
  if (date.ok) return { ...cell, text: date.text }
  const { problem, advice } = date
  const patterns = formats.map(({ pattern }) => pattern)
  fail(reading).report('csv-invalid-date', cell.place, { text, problem, formats: patterns, advice })
  return undefined
}

function withPrefix({ prefix }: Field, value: Value): Value {
  return prefix === undefined ? value : { ...value, text: prefix + value.text }
}

/** What a cell's text stands for. */
function readListed(
  values: ReadonlyMap<string, string>,
  { text, place }: Value,
  reading: Reading,
): string | undefined {
  const value = nfc(text)
  const meant = values.get(value)
  if (meant !== undefined || value === '') return meant
  const known = [...values.keys()]
  fail(reading).report('csv-unknown-value', place, { value, nearest: nearestNames(value, known), known })
  return undefined
}

const formula = /^=(?:[A-Z][A-Z0-9.]*\(|\$?[A-Z]{1,3}\$?[0-9])/i
const spreadsheetError = /^#(?:[\p{Lu}/0]+[!?]|N\/?[AV])$/u

/** A cell's text without white space around it, its line breaks LF; undefined where it cannot be used. */
function readCell(column: string, reading: Reading): Value | undefined {
  const { file, header, row, mapping, checked } = reading
  const number = header.columns.get(column) ?? -1
  const cell = row.cells[number]
  if (!cell) return undefined
  const value = { text: cell.text.replace(/\r\n?/g, '\n').trim(), place: placeOfCell(file, cell) }
  if (/^[\s\p{Cf}]*$/u.test(value.text) || mapping.empty.has(nfc(value.text))) return { ...value, text: '' }
  const known = checked.get(number)
  if (known === false) reading.faults += 1
  const isUsable = known ?? checkCell(value, reading)
  checked.set(number, isUsable)
  return isUsable ? value : undefined
}

/** Whether a cell can be used. What is wrong with it is reported. */
function checkCell({ text, place }: Value, reading: Reading): boolean {
  if (reading.hasForbidden && hasForbidden(place, reading)) return false
  if (formula.test(text)) reading.report('csv-formula', place, { text })
  if (!spreadsheetError.test(text)) return true
  fail(reading).report('csv-spreadsheet-error', place, { text })
  return false
}

/** Whether forbidden characters stand in a place; each run of them is reported. */
function hasForbidden({ file, start, end }: Place, reading: Reading): boolean {
  const runs = [...forbiddenRuns(file.text.slice(start, end))]
  for (const run of runs) {
    const place = { file, start: start + run.start, end: start + run.end }
    const character = codePointName(file.text, place.start)
    fail(reading).report('forbidden-character', place, { character, others: 0 })
  }
  return runs.length > 0
}

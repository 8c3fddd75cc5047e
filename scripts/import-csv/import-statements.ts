/** A spreadsheet of statements and a mapping of its columns → YAML files, as texts. No file system in it. */
import {
  collectDiagnostics,
  compareDiagnostics,
  type Diagnostic,
  type Report,
} from '../../src/diagnostics/diagnostic.ts'
import type { SourceFile } from '../../src/diagnostics/source-file.ts'
import { firstForbidden } from '../../src/yaml/forbidden-characters.ts'
import { collectClaims } from './collect-claims.ts'
import { isBlankRow, readRows, type Row } from './csv-rows.ts'
import { readHeader } from './header.ts'
import { readMapping } from './read-mapping.ts'
import { readStatement, type RowReading } from './read-statement.ts'
import type { Statement } from './statement.ts'
import { writeYaml } from './write-yaml.ts'

/** What became of the rows: `rows` is the sum of the others but `blank`. */
export interface RowCounts {
  /** Rows with text, without the first. */
  readonly rows: number
  /** Rows that became a claim of their own. */
  readonly claims: number
  /** Rows whose quote was added to the claim of an earlier row; an info names each. */
  readonly merged: number
  /** Rows that only repeat an earlier one; a warning names each. */
  readonly repeated: number
  /** Rows with an error, which became nothing. */
  readonly faulty: number
  /** Rows without any text. */
  readonly blank: number
}

/** What came of an import. */
export interface Import {
  /** YAML texts by path. Rows with an error are not in them. */
  readonly files: ReadonlyMap<string, string>
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[]
  readonly counts: RowCounts
}

/** Turns the rows of a CSV file into claims. Every row is in a claim, or a diagnostic names it. Never throws. */
export function importStatements(csv: SourceFile, mappingFile: SourceFile): Import {
  const { diagnostics, report } = collectDiagnostics()
  const mapping = readMapping(mappingFile, report)
  const header = mapping && readHeader(csv, mapping, report)
  const counts = { rows: 0, claims: 0, merged: 0, repeated: 0, faulty: 0, blank: 0 }
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error')
  if (!mapping || !header || hasErrors) return { files: new Map(), diagnostics: sorted(diagnostics), counts }
  const hasForbidden = firstForbidden(csv.text) !== undefined
  const statements = readStatements({ file: csv, mapping, header, report, hasForbidden }, counts)
  const collection = collectClaims(statements, report)
  counts.merged = collection.merged
  counts.repeated = collection.repeated
  counts.faulty += collection.clashing
  counts.claims = counts.rows - counts.merged - counts.repeated - counts.faulty
  const files = writeYaml(collection, csv.name)
  for (const [path, text] of files) checkSize(path, text, report)
  return { files, diagnostics: sorted(diagnostics), counts }
}

/** The largest YAML file that a project can have, in megabytes. */
const limit = 16

function checkSize(path: string, text: string, report: Report): void {
  const megabytes = Math.ceil(Buffer.byteLength(text) / 1024 / 1024)
  const place = { file: { name: path, text: '' }, start: 0, end: 0 }
  if (megabytes > limit) report('file-too-large', place, { megabytes, limit })
}

function sorted(diagnostics: Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.sort(compareDiagnostics)
}

function* readStatements(
  reading: RowReading,
  counts: { rows: number; blank: number; faulty: number },
): Generator<Statement> {
  const { file, header, report } = reading
  for (const row of readRows(file, { delimiter: header.delimiter, from: header.next, report })) {
    if (isBlankRow(row)) {
      counts.blank += 1
      continue
    }
    counts.rows += 1
    const statement = isWhole(row, reading) ? readStatement(row, reading) : undefined
    if (statement) yield statement
    else counts.faulty += 1
  }
}

/** Whether each cell of a row is in its column. Quotes that are out of place have been reported. */
function isWhole({ cells, start, end, faulty }: Row, { file, header, report }: RowReading): boolean {
  if (faulty || cells.length === header.width) return !faulty
  const surplus = cells[header.width]
  const lines = file.text.slice(start, end).split(/\r\n|\n|\r/).length
  const params = { cells: cells.length, columns: header.width, lines }
  report('csv-cell-count', { file, start: surplus?.start ?? start, end }, params)
  return false
}

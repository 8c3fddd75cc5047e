/** A small spreadsheet for the tests of the importer. */
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { importStatements, type Import } from '../../scripts/import-csv/import-statements.ts'

/** A mapping of all that the spreadsheet has; `tests/scripts/import-csv-example.ts` says which. */
export const mapping = `subject: { column: who, type: Person }
agreement: { column: agrees, values: { 1: supports, 0: opposes } }
object: { column: what, type: Issue }
date: { column: when, format: DD.MM.YYYY }
quote: words
source: { id: paper, published: { value: 2024-09-01 } }
`

/** The first row that fits the mapping. */
export const header = 'who,agrees,what,when,words,paper'

/** Imports rows under the header. */
export function importRows(rows: string, mappingText = mapping): Import {
  return importText(`${header}\n${rows}`, mappingText)
}

/** Imports a whole file. */
export function importText(csv: string, mappingText = mapping): Import {
  return importStatements({ name: 's.csv', text: csv }, { name: 'm.yaml', text: mappingText })
}

/** Diagnostics as `file:line:column-column severity code: message`, with `hint: …` and `related: …` where there are. */
export function brief(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, severity, message, hint, file, range: { start, end }, related = [] }) => {
    const to = end.line === start.line ? `${end.column}` : `${end.line}:${end.column}`
    const others = related.map((other) => {
      const at = `${other.file}:${other.range.start.line}:${other.range.start.column}`
      return ` related: ${at} ${other.message}`
    })
    return `${file}:${start.line}:${start.column}-${to} ${severity} ${code}: ${message}${hint === undefined ? '' : ` hint: ${hint}`}${others.join('')}`
  })
}

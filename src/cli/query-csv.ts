/** The result of a query as comma-separated values. */
import { valueJson } from '../cypher/result-json.ts'
import type { CypherResult, CypherValue } from '../cypher/result.ts'
import { csvChunks } from '../exports/csv-chunks.ts'

/**
 * RFC 4180 with a header, empty where there are no columns: null is an empty field, an empty text `""`; lists, maps, nodes
 * and the like are JSON. `isSpreadsheetSafe`: for Excel and the like, as in exports/csv.ts.
 */
export function resultCsv({ columns, rows }: CypherResult, isSpreadsheetSafe: boolean): Iterable<string> {
  if (columns.length === 0) return []
  return csvChunks(columns, fieldsOf(rows), {
    record_delimiter: 'windows',
    bom: isSpreadsheetSafe,
    escape_formulas: isSpreadsheetSafe,
  })
}

function* fieldsOf(rows: CypherResult['rows']): Generator<readonly (string | undefined)[]> {
  for (const row of rows) yield row.map(fieldOf)
}

function fieldOf(value: CypherValue): string | undefined {
  if (value === null) return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return typeof value === 'object' && 'text' in value ? value.text : valueJson(value)
}

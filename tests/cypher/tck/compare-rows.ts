/** Compares what a query gave with the table that the TCK expects. */
import type { CypherResult } from '../../../src/cypher/result.ts'
import { parseExpected } from './expected-value.ts'
import { type NotationOptions, notationOf } from './notation.ts'

/** How strictly. */
export interface CompareOptions extends NotationOptions {
  readonly inOrder: boolean
}

/** What was expected and what was there instead, in a few words each. */
export interface Difference {
  readonly expected: string
  readonly actual: string
}

/** How the result differs from the table, whose first row has the names of the columns; undefined where it does not. */
export function compareRows(
  [columns = [], ...table]: readonly (readonly string[])[],
  result: CypherResult,
  options: CompareOptions,
): Difference | undefined {
  const names = columns.join(' | ')
  const actualNames = result.columns.join(' | ')
  if (names !== actualNames) return { expected: `columns ${names}`, actual: `columns ${actualNames}` }
  const expected = table.map((cells) =>
    rowText(cells.map((cell) => notationOf(parseExpected(cell), options))),
  )
  const actual = result.rows.map((values) => rowText(values.map((value) => notationOf(value, options))))
  if (!options.inOrder) for (const rows of [expected, actual]) rows.sort()
  if (expected.join('\n') === actual.join('\n')) return undefined
  return { expected: shorten(expected), actual: shorten(actual) }
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

const shownRows = 8
const shownWidth = 200

function shorten(rows: readonly string[]): string {
  if (rows.length === 0) return 'no rows'
  const shown = rows
    .slice(0, shownRows)
    .map((row) => (row.length > shownWidth ? `${row.slice(0, shownWidth)}…` : row))
  const rest = rows.length - shown.length
  return [...shown, ...(rest > 0 ? [`… ${rest} more`] : [])].join('\n')
}

/** The result of a query as a table that fits the terminal, or as a list of its rows where there are too many columns. */
import type { CypherResult } from '../cypher/result.ts'
import { cellText } from '../cypher/result-text.ts'
import { visible } from '../diagnostics/visible.ts'
import { colors } from './answer-text.ts'
import { canFit, tableLines, type Cell } from './table.ts'

/** Lines with their line breaks. `width` is that of the terminal; without it, lines are as long as they need. */
export function* resultTable(
  { columns, rows }: CypherResult,
  width: number | undefined,
): Generator<string, void, undefined> {
  if (columns.length === 0) return
  const header = columns.map((name): Cell => ({ text: visible(name), paint: colors.bold }))
  const cells = rows.map((row) => row.map((value): Cell => ({ text: shownText(cellText(value), width) })))
  const cut = columns.map((_, column) => column)
  const layout = { indent: 0, width, cut }
  if (canFit([header, ...cells], layout)) {
    for (const line of tableLines([header, ...cells], layout)) yield `${line}\n`
    return
  }
  for (const [number, row] of cells.entries()) {
    yield `${colors.dim(`row ${number + 1}`)}\n`
    const pairs = header.map((name, column) => [name, row[column] ?? { text: '' }])
    for (const line of tableLines(pairs, { indent: 2, width, cut: [0, 1] })) yield `${line}\n`
  }
}

/** A letter has few characters as a rule, so that more of them than these are not seen anyway. */
const charactersPerColumn = 20

function shownText(text: string, width: number | undefined): string {
  if (width === undefined || text.length <= width * charactersPerColumn) return visible(text)
  return `${visible(text.slice(0, width * charactersPerColumn))}…`
}

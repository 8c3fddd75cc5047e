/** What a load changed, as text for people. */
import { visible } from '../diagnostics/visible.ts'
import type { LoadReport } from '../stores/neo4j/load/report.ts'
import { colors } from './answer-text.ts'
import { countOf } from './output.ts'
import { tableLines } from './table.ts'

const kinds = ['sources', 'entities', 'claims'] as const
const changes = ['added', 'changed', 'removed', 'unchanged'] as const

/** A table of what was done, or would be, and a line for each node that others still need. */
export function loadReportText(report: LoadReport, load: { name: string; dryRun: boolean }): string {
  const name = visible(load.name)
  const head = load.dryRun
    ? `Nothing was written; a load into the graph \`${name}\` would do this`
    : `Loaded into the graph \`${name}\``
  return `${head}\n\n${tableText(report)}${missingText(report)}${keptText(report)}`
}

function tableText(report: LoadReport): string {
  const rows = kinds.map((kind) => changes.map((change) => String(report[kind][change])))
  const widths = changes.map((change, column) =>
    Math.max(change.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const right = (texts: readonly string[]) => texts.map((text, column) => text.padStart(widths[column] ?? 0))
  const paint = colors.dim
  const cells = [
    ['', ...right(changes)].map((text) => ({ text: text.toUpperCase(), paint })),
    ...kinds.map((kind, row) => [kind, ...right(rows[row] ?? [])].map((text) => ({ text }))),
  ]
  return tableLines(cells, { cut: [] })
    .map((line) => `${line}\n`)
    .join('')
}

function missingText({ missing }: LoadReport): string {
  if (!missing || kinds.every((kind) => missing[kind] === 0)) return ''
  const { sources, entities, claims } = missing
  const counts = [
    countOf(sources, 'source'),
    countOf(entities, 'entity', 'entities'),
    countOf(claims, 'claim'),
  ]
  return `\nLeft in the database, as --data names only some of the files: ${counts.join(', ')}. With --remove, they go.\n`
}

function keptText({ kept }: LoadReport): string {
  if (kept.length === 0) return ''
  const lines = kept.map(
    ({ id, label, relationships }) =>
      `  ${label} ${visible(id)}${label === 'Claim' ? ', which no other claim is about any more' : ''}: ${countOf(relationships, 'relationship')}\n`,
  )
  return (
    '\nNot needed any more, but kept for relationships that stancegraph did not write. Delete these, or move them to other\n' +
    `nodes, and load again:\n${lines.join('')}`
  )
}

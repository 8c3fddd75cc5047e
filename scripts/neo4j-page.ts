/** Puts below each query of docs/neo4j.md what a server answers on the example data. */
import type { CypherResult, CypherValue } from '../src/cypher/result.ts'

const query = /```cypher\n([^]*?)```\n(?:\n\|[^]*?\n(?=\n|$))?/g

/** The page with the answers of `ask` as tables below its queries, in place of older ones. */
export async function fillTables(
  page: string,
  ask: (query: string) => Promise<CypherResult>,
): Promise<string> {
  let filled = ''
  let end = 0
  for (const match of page.matchAll(query)) {
    const text = match[1] ?? ''
    filled += `${page.slice(end, match.index)}\`\`\`cypher\n${text}\`\`\`\n\n${tableOf(await ask(text))}\n`
    end = match.index + match[0].length
  }
  return filled + page.slice(end)
}

function tableOf({ columns, rows }: CypherResult): string {
  const lines = [columns, columns.map(() => '---'), ...rows.map((row) => row.map(cellOf))]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function cellOf(value: CypherValue): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(cellOf).join(', ')
  if (typeof value === 'object') throw new Error('The queries of the page return plain values only.')
  return String(value).replaceAll('|', '\\|').replaceAll('\n', ' ')
}

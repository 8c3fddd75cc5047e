/**
 * Puts below each query of docs/neo4j.md what a server answers on the example data, which it loads into the server that
 * NEO4J_URI names; it should hold nothing else: `npx tsx scripts/neo4j-page.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import neo4j, { type Driver } from 'neo4j-driver'
import type { CypherResult, CypherValue } from '../src/cypher/result.ts'
import { buildGraph } from '../src/project/build-graph.ts'
import { loadIntoNeo4j } from '../src/stores/neo4j/load/load.ts'
import { neo4jStore } from '../src/stores/neo4j/neo4j-store.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = `${root}docs/neo4j.md`

/** The page as it is, and as it should be by what this server answers. */
export async function currentPage(
  driver: Driver,
): Promise<{ readonly is: string; readonly shouldBe: string }> {
  const built = await buildGraph({ project: root })
  if (!built.ok) throw new Error('The example data have errors.')
  await loadIntoNeo4j(driver, built.graph)
  const store = neo4jStore(driver)
  const is = readFileSync(page, 'utf8')
  const shouldBe = await fillTables(is, (text) => store.cypher(text))
  await store.close()
  return { is, shouldBe }
}

const query = /```cypher\n([^]*?)```\n(?:\n(?:\|.*\n)+)?/g

/** The text with the answers of `ask` as tables below its queries, in place of older ones. */
async function fillTables(text: string, ask: (query: string) => Promise<CypherResult>): Promise<string> {
  let filled = ''
  let end = 0
  for (const match of text.matchAll(query)) {
    const asked = match[1] ?? ''
    filled += `${text.slice(end, match.index)}\`\`\`cypher\n${asked}\`\`\`\n\n${tableOf(await ask(asked))}\n`
    end = match.index + match[0].length
  }
  return filled + text.slice(end)
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { NEO4J_URI = '', NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '' } = process.env
  const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD))
  writeFileSync(page, (await currentPage(driver)).shouldBe)
  await driver.close()
}

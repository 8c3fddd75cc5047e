/** Keeps one project from being loaded over another by mistake. */
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { DatabaseError } from './database-error.ts'
import { read, type Link } from './link.ts'

/** How many ids are looked up at once. */
const atATime = 1000

/**
 * Throws a DatabaseError where the graph of this name in the database has sources, and none of them is in the new graph.
 * With `partial`, an entity that both have is enough: what is added may be all from new sources.
 */
export async function checkSameProject(
  link: Link,
  graph: KnowledgeGraph,
  name: string,
  partial: boolean,
): Promise<void> {
  const there = await read(
    link,
    'MATCH (s:Source) WHERE s._graph = $name AND s.id IS NOT NULL AND s._fingerprint IS NOT NULL RETURN s.id LIMIT 3',
    { name },
  )
  if (there.length === 0) return
  if (await hasAny(link, 'Source', name, [...graph.sources.keys()])) return
  if (partial && (await hasAny(link, 'Entity', name, [...graph.entities.keys()]))) return
  throw anotherProject(
    name,
    there.map((row) => row.get(0) as string),
  )
}

async function hasAny(
  link: Link,
  label: 'Source' | 'Entity',
  name: string,
  ids: readonly string[],
): Promise<boolean> {
  const text =
    `UNWIND $ids AS id MATCH (n:${label} {_graph: $name, id: id}) ` +
    'WHERE n._fingerprint IS NOT NULL RETURN id LIMIT 1'
  for (let start = 0; start < ids.length; start += atATime) {
    const rows = await read(link, text, { name, ids: ids.slice(start, start + atATime) })
    if (rows.length > 0) return true
  }
  return false
}

function anotherProject(name: string, sources: readonly string[]): DatabaseError {
  const some = sources.slice(0, 2).map((id) => `\`${id}\``)
  const named = `${some.join(', ')}${sources.length > some.length ? ', …' : ''}`
  return new DatabaseError(
    'another project',
    `the database's graph \`${name}\` holds another project (its sources: ${named}); load under another \`--name\`, or add \`--replace\` to overwrite it.`,
  )
}

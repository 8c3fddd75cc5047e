/** Keeps one project from being loaded over another by mistake. */
import type { KnowledgeGraph } from '../../../graph/knowledge-graph.ts'
import { byId } from '../cypher-patterns.ts'
import { DatabaseError } from '../database-error.ts'
import { read, type Link } from '../link.ts'

/** How many ids are looked up at once. */
const atATime = 1000

/** What tells projects apart. */
type Label = 'Source' | 'Entity'

/**
 * Throws a DatabaseError where the graph of this name in the database has sources, and none of them is in the new graph;
 * where it has no sources, the same goes for entities. With `partial`, an entity that both have is enough: what is added
 * may be all from new sources.
 */
export async function checkSameProject(
  link: Link,
  graph: KnowledgeGraph,
  name: string,
  partial: boolean,
): Promise<void> {
  const sources = await readSome(link, 'Source', name)
  if (sources.length > 0) {
    if (await hasAny(link, 'Source', name, graph.sources.keys())) return
    if (partial && (await hasAny(link, 'Entity', name, graph.entities.keys()))) return
    throw anotherProject(name, 'sources', sources)
  }
  const entities = await readSome(link, 'Entity', name)
  if (entities.length === 0 || (await hasAny(link, 'Entity', name, graph.entities.keys()))) return
  throw anotherProject(name, 'entities', entities)
}

/** Up to three ids. */
async function readSome(link: Link, label: Label, name: string): Promise<readonly string[]> {
  const text = `MATCH (n:${label}) WHERE n._graph = $name AND n.id IS NOT NULL AND n._fingerprint IS NOT NULL RETURN n.id LIMIT 3`
  return (await read(link, text, { name })).map((row) => row.get(0) as string)
}

async function hasAny(link: Link, label: Label, name: string, all: Iterable<string>): Promise<boolean> {
  const ids = [...all]
  const text =
    `UNWIND $ids AS id MATCH (n:${label} {_graph: $name, id: id}) ${byId('n', label)} ` +
    'WHERE n._fingerprint IS NOT NULL RETURN id LIMIT 1'
  for (let start = 0; start < ids.length; start += atATime) {
    const rows = await read(link, text, { name, ids: ids.slice(start, start + atATime) })
    if (rows.length > 0) return true
  }
  return false
}

function anotherProject(name: string, what: 'sources' | 'entities', ids: readonly string[]): DatabaseError {
  const some = ids.slice(0, 2).map((id) => `\`${id}\``)
  const named = `${some.join(', ')}${ids.length > some.length ? ', …' : ''}`
  return new DatabaseError(
    'another project',
    `the database's graph \`${name}\` holds another project (its ${what}: ${named}); load under another \`--name\`, or add \`--replace\` to overwrite it.`,
  )
}

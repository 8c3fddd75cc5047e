/** Answers what {@link GraphStore} asks from one state of a graph in Neo4j, each call by one query in the usual case. */
import type { Claim } from '../../graph/knowledge-graph.ts'
import type { Clashes, ClaimEdge, GraphStore, Things } from '../graph-store.ts'
import { findNames } from './find-names.ts'
import { gatherBearing } from './gather-bearing.ts'
import type { GraphView } from './graph-view.ts'
import { claimsIn, noClaims } from './known-claims.ts'
import { clashesBody } from './queries-on-clashes.ts'
import { claimsAroundBody, edgesAroundBody, lookUpBody } from './queries-on-things.ts'
import type { Cells } from './read-values.ts'
import { entityOf, sourceOf } from './store-columns.ts'

/** The calls of a store, on a view of its graph. */
export type ViewCalls = Omit<GraphStore, 'cypher' | 'snapshot' | 'close'>

/** The calls of a store that answers from what a view sees. */
export function callsOn(view: GraphView): ViewCalls {
  return {
    schema: async () => (await view.state()).schema,
    find: (texts) => findNames(view, texts),
    lookUp: (ids) => lookUp(view, [...new Set(ids)]),
    bearingOn: (query) => gatherBearing(view, query),
    claimsAround: (id, other) => claimsAround(view, id, other),
    edgesAround: (ids) => edgesAround(view, [...new Set(ids)]),
    clashes: () => findClashes(view),
  }
}

async function lookUp(view: GraphView, ids: readonly string[]): Promise<Things> {
  if (ids.length === 0) return { entities: [], sources: [], claims: [] }
  const { schema } = await view.state()
  const value = await view.ask(({ types }) => lookUpBody(types), { ids })
  return {
    entities: (value('entities') as readonly Cells[]).map((cells) => entityOf(schema, cells)),
    sources: (value('sources') as readonly Cells[]).map((cells) => sourceOf(schema, cells)),
    claims: claimsIn(noClaims(schema), value).flat(),
  }
}

async function claimsAround(
  view: GraphView,
  id: string,
  other: string | undefined,
): Promise<readonly Claim[]> {
  const value = await view.ask(({ types }) => claimsAroundBody(types, other !== undefined), {
    id,
    ids: [id, other],
  })
  const known = noClaims((await view.state()).schema)
  return [...new Set(claimsIn(known, value).flat())]
}

async function edgesAround(view: GraphView, ids: readonly string[]): Promise<readonly ClaimEdge[]> {
  if (ids.length === 0) return []
  const value = await view.ask(({ types }) => edgesAroundBody(types), { ids })
  return (value('edges') as readonly (readonly [string, string, string, string | null])[]).map(
    ([id, subject, object, earliest]) => ({ id, subject, object, ...(earliest !== null && { earliest }) }),
  )
}

async function findClashes(view: GraphView): Promise<Clashes> {
  const value = await view.ask(({ schema, types }) => clashesBody(schema, types), {})
  const targets = ['opposed', 'disowned'].flatMap((column) => value(column) as readonly string[])
  const { schema } = await view.state()
  return { targets: [...new Set(targets)], exclusive: claimsIn(noClaims(schema), value).flat() }
}

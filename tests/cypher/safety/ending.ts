/** How runs of queries end that ask for too much. */
import { CypherError } from '../../../src/cypher/cypher-error.ts'
import type { PropertyGraph } from '../../../src/cypher/property-graph.ts'
import { runQuery, type QueryOptions } from '../../../src/cypher/query.ts'
import { listGraph } from '../list-graph.ts'

/** A graph of nodes without relationships, each with its number as `id`. */
export function loneNodes(count: number): PropertyGraph {
  return listGraph({ nodes: Array.from({ length: count }, (_, id) => ({ properties: { id: BigInt(id) } })) })
}

/** A graph in which each two nodes are connected. */
export function completeGraph(count: number): PropertyGraph {
  const ends = Array.from({ length: count }, (_, from) =>
    Array.from({ length: from }, (_, to) => ({ from, to })),
  )
  return listGraph({
    nodes: Array.from({ length: count }, (_, id) => ({ properties: { id: BigInt(id) } })),
    relationships: ends.flat().map((between) => ({ type: 'T', ...between })),
  })
}

/** What a run is given beside its text. */
export type Given = QueryOptions & { readonly graph?: PropertyGraph }

const oneNode = loneNodes(1)

/** The error of a query as `class detail: message`, or `n rows`. Throws what is no CypherError. */
export async function endingOf(text: string, { graph = oneNode, ...options }: Given = {}): Promise<string> {
  try {
    return `${(await runQuery(graph, text, options)).rows.length} rows`
  } catch (error) {
    if (!(error instanceof CypherError)) throw error
    return `${error.errorClass} ${error.detail}: ${error.message}`
  }
}

/** A text again and again, with something between. */
export function repeated(count: number, text: string | ((index: number) => string), between = ''): string {
  return Array.from({ length: count }, (_, index) => (typeof text === 'string' ? text : text(index))).join(
    between,
  )
}

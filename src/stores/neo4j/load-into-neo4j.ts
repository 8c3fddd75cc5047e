/** The load for users of the library, who need the code of the load and of the driver only when they load. */
import type { Driver } from 'neo4j-driver'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { LoadOptions, LoadReport } from './load.ts'

/**
 * Makes the database hold exactly this graph, and says what that changed. A small difference is one transaction; of a
 * large one the marker says that a load is under way until all is there. Wherever it stops, loading again ends in the
 * same. Rejects with a DatabaseError.
 */
export async function loadIntoNeo4j(
  driver: Driver,
  graph: KnowledgeGraph,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const load = await import('./load.ts')
  return load.loadIntoNeo4j(driver, graph, options)
}

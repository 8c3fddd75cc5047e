/** The load for users of the library, who need the code of the load and of the driver only when they load. */
import type { Driver } from 'neo4j-driver'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { LoadOptions, LoadReport } from './load/load.ts'

/**
 * Makes the database hold exactly this graph, and says what that changed. The marker says that a load is under way until
 * all is there; a small difference is one transaction between. Wherever it stops, loading again ends in the same. Rejects
 * with a DatabaseError, or with a RangeError where a number among the options makes no sense.
 */
export async function loadIntoNeo4j(
  driver: Driver,
  graph: KnowledgeGraph,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const load = await import('./load/load.ts')
  return load.loadIntoNeo4j(driver, graph, options)
}

/** Takes away what was written into a server under the name of a graph. */
import type { Driver } from 'neo4j-driver'
import { markerLabel } from '../../../src/neo4j/constraints.ts'

/** Removes all that was written under `name`. */
export async function eraseGraph(driver: Driver, name: string): Promise<void> {
  for (const label of ['Entity', 'Source', 'Claim']) {
    let removed = 1
    while (removed > 0) {
      const { summary } = await driver.executeQuery(
        `MATCH (n:${label} {_graph: $name}) WHERE n.id IS NOT NULL WITH n LIMIT 2000 DETACH DELETE n`,
        { name },
      )
      removed = summary.counters.updates().nodesDeleted
    }
  }
  await driver.executeQuery(`MATCH (g:${markerLabel} {name: $name}) DELETE g`, { name })
}

/** Queries on one graph of a database, which say of themselves which state of it they have seen. */
import { markerLabel } from '../../neo4j/constraints.ts'
import { claimColumns } from './store-columns.ts'

/**
 * Cypher clauses that give one row with these variables. They begin with `graphName` and `state`; each subquery takes
 * a variable, since the server makes all pairs of what it finds with what came before where it takes none.
 */
export interface QueryBody {
  readonly clauses: readonly string[]
  /** What is given as it is. */
  readonly columns?: readonly string[]
  /** Lists of relationships that are claims; they are given in one column, `claims`, in this order. */
  readonly claims?: readonly string[]
}

/**
 * The text of a query that looks at the marker before and after all else: since a query sees what others commit
 * meanwhile, even half of it, it has seen one state of the graph only where both are equal: a load says that it is under
 * way before it writes anything, and that it is not only when all of it can be seen. Without a marker it gives no row.
 */
export function guardedText({ clauses, columns = [], claims = [] }: QueryBody): string {
  const lists = `[list IN [${claims.join(', ')}] | [claim IN list | ${claimColumns('claim')}]] AS claims`
  const given = ['state', 'version', 'token', 'steady', ...columns, ...(claims.length > 0 ? [lists] : [])]
  return [
    `MATCH (marker:${markerLabel} {name: $graph})`,
    'WITH marker, marker.name AS graphName, marker.state AS state, marker.version AS version, marker.token AS token',
    ...clauses,
    `MATCH (now:${markerLabel} {name: graphName})`,
    'WITH *, now.state = state AND now.version = version AND now.token = token AS steady',
    `RETURN ${given.join(', ')}`,
  ].join('\n')
}

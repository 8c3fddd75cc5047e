/** What the planner knows where it plans. */
import type { CompileScope } from '../expressions/compile-scope.ts'
import type { PropertyGraph } from '../property-graph.ts'

/** What is known where a part of a query is planned: with the graph, which says how many of everything there are. */
export interface PlanScope extends CompileScope {
  readonly graph: PropertyGraph
  /** The text of the statement, from which EXPLAIN shows expressions: `text.slice(place.start, place.end)`. */
  readonly text: string
}

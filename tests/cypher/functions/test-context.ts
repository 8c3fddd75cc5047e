/** Calls functions of Cypher on their own. */
import type { Budget, Context } from '../../../src/cypher/context.ts'
import { CypherError } from '../../../src/cypher/cypher-error.ts'
import { findAggregation, findFunction } from '../../../src/cypher/functions/find-function.ts'
import type { PropertyGraph } from '../../../src/cypher/property-graph.ts'
import type { NodeValue, RelationshipValue, Value } from '../../../src/cypher/value.ts'
import { listGraph } from '../list-graph.ts'

/** A budget without limits. */
export const noLimits: Budget = {
  step: () => undefined,
  keep: () => undefined,
  release: () => undefined,
  make: () => undefined,
  made: 0,
}

/** A run on a graph, an empty one by default. */
export function testContext(graph: PropertyGraph = listGraph({ nodes: [] }), budget = noLimits): Context {
  const nodes = Array.from({ length: graph.nodeCount }, (_, id): NodeValue => ({ kind: 'node', id }))
  const relationships = Array.from({ length: graph.relationshipCount }, (_, id): RelationshipValue => ({
    kind: 'relationship',
    id,
  }))
  return {
    graph,
    parameters: new Map(),
    budget,
    now: { epochMilliseconds: 1_700_000_000_000 },
    node: (id) => nodes[id] ?? { kind: 'node', id },
    relationship: (id) => relationships[id] ?? { kind: 'relationship', id },
  }
}

/** What a function gives for these arguments, as the engine calls it. */
export function call(name: string, given: readonly Value[], context: Context = testContext()): Value {
  const definition = findFunction(name)
  if (!definition) throw new Error(`There is no function ${name}.`)
  if (!definition.acceptsNull && given.includes(null)) return null
  return definition.call(given, context)
}

/** What an aggregation gives for these values, as the engine calls it. */
export function aggregate(
  name: string,
  values: readonly Value[],
  further: readonly Value[] = [],
  context: Context = testContext(),
): Value {
  const definition = findAggregation(name)
  if (!definition) throw new Error(`There is no aggregation ${name}.`)
  const aggregator = definition.begin(context, further)
  for (const value of values) if (value !== null) aggregator.add(value)
  return aggregator.result()
}

/** The class, detail and message of the error that something ends in. */
export function faultOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof CypherError) return `${error.errorClass} ${error.detail}: ${error.message}`
    throw error
  }
  return 'no fault'
}

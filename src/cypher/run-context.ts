/** Begins runs of queries on a graph. */
import type { Budget, Context, Now } from './context.ts'
import type { PropertyGraph } from './property-graph.ts'
import type { NodeValue, RelationshipValue, Value } from './value.ts'

interface Entities {
  readonly nodes: (NodeValue | undefined)[]
  readonly relationships: (RelationshipValue | undefined)[]
}

/** The values for the nodes and relationships of a graph, made when they are first needed; all runs share them. */
const entitiesOf = new WeakMap<PropertyGraph, Entities>()

/** What one run has at hand. */
export function beginContext(
  graph: PropertyGraph,
  { parameters, budget, now }: { parameters: ReadonlyMap<string, Value>; budget: Budget; now: Now },
): Context {
  const { nodes, relationships } = entities(graph)
  return {
    graph,
    parameters,
    budget,
    now,
    node: (id) => (nodes[id] ??= { kind: 'node', id }),
    relationship: (id) => (relationships[id] ??= { kind: 'relationship', id }),
  }
}

function entities(graph: PropertyGraph): Entities {
  const known = entitiesOf.get(graph)
  if (known) return known
  const made: Entities = {
    nodes: new Array<undefined>(graph.nodeCount),
    relationships: new Array<undefined>(graph.relationshipCount),
  }
  entitiesOf.set(graph, made)
  return made
}

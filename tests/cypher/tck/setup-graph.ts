/** A graph that setups add to, from which graphs to query are made. */
import type { PropertyGraph } from '../../../src/cypher/property-graph.ts'
import type { ValueMap } from '../../../src/cypher/value.ts'
import { listGraph } from '../list-graph.ts'

/** A node, known by the object. */
export interface SetupNode {
  readonly labels: readonly string[]
  readonly properties: ValueMap
}

/** A relationship, known by the object. */
export interface SetupRelationship {
  readonly type: string
  readonly from: SetupNode
  readonly to: SetupNode
  readonly properties: ValueMap
}

/** What there is so far. */
export interface SetupGraph {
  readonly nodes: Set<SetupNode>
  readonly relationships: Set<SetupRelationship>
}

/** A graph without anything. */
export function emptyGraph(): SetupGraph {
  return { nodes: new Set(), relationships: new Set() }
}

/** What there is at one moment, to be queried. */
export interface Snapshot {
  readonly graph: PropertyGraph
  readonly elementIds: ReadonlyMap<object, string>
  readonly byElementId: ReadonlyMap<string, SetupNode | SetupRelationship>
}

/** The graph as it is now; later changes do not reach it. */
export function snapshot({ nodes, relationships }: SetupGraph): Snapshot {
  const numbers = new Map([...nodes].map((node, index) => [node, index]))
  const numberOf = (node: SetupNode): number => numbers.get(node) ?? -1
  const graph = listGraph({
    nodes: [...nodes],
    relationships: [...relationships].map(({ type, from, to, properties }) => {
      return { type, from: numberOf(from), to: numberOf(to), properties }
    }),
  })
  const byElementId = new Map<string, SetupNode | SetupRelationship>()
  for (const [id, node] of [...nodes].entries()) byElementId.set(graph.nodeElementId(id), node)
  for (const [id, relationship] of [...relationships].entries()) {
    byElementId.set(graph.relationshipElementId(id), relationship)
  }
  const elementIds = new Map([...byElementId].map(([elementId, element]) => [element, elementId]))
  return { graph, elementIds, byElementId }
}

/** Takes a node or relationship away, a node with its relationships. */
export function remove({ nodes, relationships }: SetupGraph, entity: object): void {
  for (const node of nodes) if (node === entity) nodes.delete(node)
  for (const relationship of relationships) {
    if (relationship === entity || relationship.from === entity || relationship.to === entity) {
      relationships.delete(relationship)
    }
  }
}

/** The properties of nodes and relationships. */
import type { PropertyGraph } from '../property-graph.ts'
import type { NodeValue, RelationshipValue, Value, ValueMap } from '../value.ts'

/** What has properties in the graph. */
export type Entity = NodeValue | RelationshipValue

/** The names of its properties. */
export function propertyKeysOf({ kind, id }: Entity, graph: PropertyGraph): readonly string[] {
  return kind === 'node' ? graph.nodePropertyKeys(id) : graph.relationshipPropertyKeys(id)
}

/** One of its properties; null where it has none of this name. */
export function entityProperty({ kind, id }: Entity, key: string, graph: PropertyGraph): Value {
  return kind === 'node' ? graph.nodeProperty(id, key) : graph.relationshipProperty(id, key)
}

/** All its properties. */
export function entityProperties(entity: Entity, graph: PropertyGraph): ValueMap {
  return new Map(propertyKeysOf(entity, graph).map((key) => [key, entityProperty(entity, key, graph)]))
}

/** Makes the values that are given to the outside. */
import type { Context } from '../context.ts'
import type { CypherMap, CypherNode, CypherPath, CypherRelationship, CypherValue } from '../result.ts'
import { formatTemporal } from '../temporal/format.ts'
import {
  isList,
  isMap,
  type NodeValue,
  type PathValue,
  type RelationshipValue,
  type Value,
} from '../value.ts'
import { levelBelow } from './kinds.ts'
import { publicBytes } from './memory.ts'

/** What a value is made public with. */
type Publishing = Pick<Context, 'graph' | 'budget'>

/**
 * A value for the outside: nodes and relationships with all that the graph has of them, temporal values as texts. It counts on
 * the budget as kept.
 */
export function publicValue(value: Value, publishing: Publishing): CypherValue {
  return publicAt(value, publishing, 0)
}

function publicAt(value: Value, publishing: Publishing, level: number): CypherValue {
  publishing.budget.keep(publicBytes(value))
  if (value === null || typeof value !== 'object') return value
  publishing.budget.step()
  if (isList(value)) return value.map((item) => publicAt(item, publishing, levelBelow(level)))
  if (isMap(value)) {
    return new Map(Array.from(value, ([key, entry]) => [key, publicAt(entry, publishing, levelBelow(level))]))
  }
  switch (value.kind) {
    case 'node':
      return publicNode(value, publishing)
    case 'relationship':
      return publicRelationship(value, publishing)
    case 'path':
      return publicPath(value, publishing)
    default:
      return { kind: value.kind, text: formatTemporal(value) }
  }
}

function publicNode({ id }: NodeValue, publishing: Publishing): CypherNode {
  const { graph } = publishing
  return {
    kind: 'node',
    elementId: graph.nodeElementId(id),
    labels: graph.labelsOf(id),
    properties: publicProperties(
      graph.nodePropertyKeys(id),
      (key) => graph.nodeProperty(id, key),
      publishing,
    ),
  }
}

function publicRelationship({ id }: RelationshipValue, publishing: Publishing): CypherRelationship {
  const { graph } = publishing
  return {
    kind: 'relationship',
    elementId: graph.relationshipElementId(id),
    type: graph.typeOf(id),
    from: graph.nodeElementId(graph.startOf(id)),
    to: graph.nodeElementId(graph.endOf(id)),
    properties: publicProperties(
      graph.relationshipPropertyKeys(id),
      (key) => graph.relationshipProperty(id, key),
      publishing,
    ),
  }
}

function publicProperties(
  keys: readonly string[],
  valueOf: (key: string) => Value,
  publishing: Publishing,
): CypherMap {
  return new Map(keys.map((key) => [key, publicValue(valueOf(key), publishing)]))
}

function publicPath({ nodes, relationships }: PathValue, publishing: Publishing): CypherPath {
  return {
    kind: 'path',
    nodes: nodes.map((node) => publicNode(node, publishing)),
    relationships: relationships.map((relationship) => publicRelationship(relationship, publishing)),
  }
}

/** A property graph on arrays, made from lists of nodes and relationships. */
import type { PropertyGraph } from '../../src/cypher/property-graph.ts'
import type { Value } from '../../src/cypher/value.ts'

/** Values by name; what is null is left out. */
export type GivenProperties = Readonly<Record<string, Value>> | ReadonlyMap<string, Value>

/** A node; its number is its place in the list. */
export interface GivenNode {
  readonly labels?: readonly string[]
  readonly properties?: GivenProperties
}

/** A relationship between nodes by their numbers; its own number is its place in the list. */
export interface GivenRelationship {
  readonly type: string
  readonly from: number
  readonly to: number
  readonly properties?: GivenProperties
}

/** What a graph is made from. */
export interface GivenGraph {
  readonly nodes: readonly GivenNode[]
  readonly relationships?: readonly GivenRelationship[]
}

/** The graph of these nodes and relationships, with an index on the properties named in `textIndexes`. */
export function listGraph(
  { nodes, relationships = [] }: GivenGraph,
  { textIndexes = [] }: { readonly textIndexes?: readonly string[] } = {},
): PropertyGraph {
  const nodeProperties = nodes.map(({ properties }) => propertyMap(properties))
  const relationshipProperties = relationships.map(({ properties }) => propertyMap(properties))
  return {
    nodeCount: nodes.length,
    relationshipCount: relationships.length,
    propertyKeys: [
      ...new Set(
        [...nodeProperties, ...relationshipProperties].flatMap((properties) => [...properties.keys()]),
      ),
    ],
    ...labelled(nodes),
    nodesWithText: textIndex(nodeProperties, textIndexes),
    nodeProperty: (node, name) => nodeProperties[node]?.get(name) ?? null,
    nodePropertyKeys: (node) => [...(nodeProperties[node]?.keys() ?? [])],
    nodeElementId: (node) => `node ${node}`,
    ...connected(relationships),
    relationshipProperty: (relationship, name) => relationshipProperties[relationship]?.get(name) ?? null,
    relationshipPropertyKeys: (relationship) => [...(relationshipProperties[relationship]?.keys() ?? [])],
    relationshipElementId: (relationship) => `relationship ${relationship}`,
  }
}

function propertyMap(given: GivenProperties = {}): ReadonlyMap<string, Value> {
  const entries: Iterable<[string, Value]> = isMap(given) ? given : Object.entries(given)
  return new Map([...entries].filter(([, value]) => value !== null))
}

function isMap(given: GivenProperties): given is ReadonlyMap<string, Value> {
  return given instanceof Map
}

function labelled(
  nodes: readonly GivenNode[],
): Pick<PropertyGraph, 'labels' | 'labelsOf' | 'hasLabel' | 'nodesWithLabel'> {
  const labelsOf = nodes.map(({ labels = [] }) => [...new Set(labels)])
  const byLabel = new Map<string, number[]>()
  for (const [node, labels] of labelsOf.entries()) for (const label of labels) addTo(byLabel, label, node)
  return {
    labels: [...byLabel.keys()],
    labelsOf: (node) => labelsOf[node] ?? [],
    hasLabel: (node, label) => labelsOf[node]?.includes(label) ?? false,
    nodesWithLabel: (label) => byLabel.get(label) ?? [],
  }
}

function textIndex(
  properties: readonly ReadonlyMap<string, Value>[],
  names: readonly string[],
): PropertyGraph['nodesWithText'] {
  const indexes = new Map(names.map((name) => [name, new Map<Value, number[]>()]))
  for (const [name, index] of indexes) {
    for (const [node, of] of properties.entries()) addTo(index, of.get(name) ?? null, node)
  }
  return (property, text) => {
    const index = indexes.get(property)
    return index && (index.get(text) ?? [])
  }
}

type Connected = Pick<
  PropertyGraph,
  'types' | 'typeOf' | 'startOf' | 'endOf' | 'outgoing' | 'incoming' | 'relationshipsOfType'
>

function connected(relationships: readonly GivenRelationship[]): Connected {
  const byType = new Map<string, number[]>()
  for (const [id, { type }] of relationships.entries()) addTo(byType, type, id)
  const given = (relationship: number): GivenRelationship => {
    const found = relationships[relationship]
    if (!found) throw new Error(`There is no relationship ${relationship}.`)
    return found
  }
  return {
    types: [...byType.keys()],
    typeOf: (relationship) => given(relationship).type,
    startOf: (relationship) => given(relationship).from,
    endOf: (relationship) => given(relationship).to,
    outgoing: adjacency(relationships, ({ from }) => from),
    incoming: adjacency(relationships, ({ to }) => to),
    relationshipsOfType: (type) => byType.get(type) ?? [],
  }
}

/** The relationships of each node at one of their ends, all of them and by type. */
function adjacency(
  relationships: readonly GivenRelationship[],
  nodeOf: (relationship: GivenRelationship) => number,
): PropertyGraph['outgoing'] {
  const all = new Map<number, number[]>()
  const byType = new Map<string, Map<number, number[]>>()
  for (const [id, relationship] of relationships.entries()) {
    const ofType = byType.get(relationship.type) ?? new Map<number, number[]>()
    byType.set(relationship.type, ofType)
    addTo(all, nodeOf(relationship), id)
    addTo(ofType, nodeOf(relationship), id)
  }
  return (node, type) => (type === undefined ? all : byType.get(type))?.get(node) ?? []
}

function addTo<Key>(lists: Map<Key, number[]>, key: Key, item: number): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

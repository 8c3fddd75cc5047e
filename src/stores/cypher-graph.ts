/** Shows the property graph of a knowledge graph to the Cypher engine, with the values that Neo4j has for the same graph. */
import { parseDate } from '../cypher/temporal/parse.ts'
import type { PropertyGraph } from '../cypher/property-graph.ts'
import type { Value } from '../cypher/value.ts'
import type { KnowledgeGraph, PropertyValue, PropertyValues } from '../graph/knowledge-graph.ts'
import { cypherLabelsOf, edgesOf, nodesOf } from '../graph/property-graph.ts'
import type { Property } from '../graph/schema.ts'
import { valueTypeOf, type ValueType } from '../graph/value-types.ts'
import { lazy } from './lazy.ts'

/** What nodes and relationships have in common. */
interface Thing {
  readonly id: string
  readonly properties: PropertyValues
  /** The properties that its type or relation declares. */
  readonly declared: ReadonlyMap<string, Property> | undefined
}

interface Node extends Thing {
  readonly labels: readonly string[]
}

interface Relationship extends Thing {
  readonly type: string
  readonly from: number
  readonly to: number
}

const none: readonly number[] = []

/**
 * The graph as the engine queries it. `elementId` is the id of an entity, a source, a claim or a structural edge; `id` and
 * `name` of nodes are indexed. Takes time and memory in proportion to the graph; indexes are built when first needed.
 */
export function cypherGraph(graph: KnowledgeGraph): PropertyGraph {
  const nodes = Array.from(nodesOf(graph), (node): Node => ({
    id: node.id,
    labels: cypherLabelsOf(node),
    properties: node.properties,
    declared: graph.schema.types.get(node.type)?.properties,
  }))
  const relationships = relationshipsOf(graph, nodes)
  const byLabel = lazy(() => groupBy(nodes, ({ labels }) => labels))
  const byType = lazy(() => groupBy(relationships, ({ type }) => [type]))
  const outgoing = lazy(() => adjacencyOf(relationships, nodes.length, ({ from }) => from))
  const incoming = lazy(() => adjacencyOf(relationships, nodes.length, ({ to }) => to))
  const texts = new Map(
    ['id', 'name'].map((name) => [name, lazy(() => groupBy(nodes, (node) => textsOf(node, name)))]),
  )
  const node = (number: number): Node => nodes[number] as Node
  const relationship = (number: number): Relationship => relationships[number] as Relationship
  const keys = lazy(() => [
    ...new Set([...nodes, ...relationships].flatMap(({ properties }) => Object.keys(properties))),
  ])
  return {
    nodeCount: nodes.length,
    relationshipCount: relationships.length,
    get labels() {
      return [...byLabel().keys()]
    },
    get types() {
      return [...byType().keys()]
    },
    get propertyKeys() {
      return keys()
    },
    labelsOf: (number) => node(number).labels,
    hasLabel: (number, label) => node(number).labels.includes(label),
    nodesWithLabel: (label) => byLabel().get(label) ?? none,
    nodesWithText: (property, text) => {
      const index = texts.get(property)
      return index && (index().get(text) ?? none)
    },
    nodeProperty: (number, name) => propertyOf(node(number), name),
    nodePropertyKeys: (number) => Object.keys(node(number).properties),
    nodeElementId: (number) => node(number).id,
    typeOf: (number) => relationship(number).type,
    startOf: (number) => relationship(number).from,
    endOf: (number) => relationship(number).to,
    relationshipProperty: (number, name) => propertyOf(relationship(number), name),
    relationshipPropertyKeys: (number) => Object.keys(relationship(number).properties),
    relationshipElementId: (number) => relationship(number).id,
    outgoing: (number, type) => neighboursOf(outgoing(), number, type),
    incoming: (number, type) => neighboursOf(incoming(), number, type),
    relationshipsOfType: (type) => byType().get(type) ?? none,
  }
}

function relationshipsOf(graph: KnowledgeGraph, nodes: readonly Node[]): readonly Relationship[] {
  const numbers = new Map(nodes.map(({ id }, number) => [id, number]))
  const declaredOf = (relation: string) => graph.schema.relations.get(relation)?.properties
  return Array.from(edgesOf(graph), ({ kind, id, label: type, from, to, properties, claim }) => ({
    id,
    type,
    from: numbers.get(from) as number,
    to: numbers.get(to) as number,
    properties,
    declared: kind === 'claim' ? declaredOf(claim.relation) : undefined,
  }))
}

/** The numbers of the things that have each key, in ascending order. */
function groupBy<T>(
  things: readonly T[],
  keysOf: (thing: T) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  things.forEach((thing, number) => {
    for (const key of keysOf(thing)) {
      const group = groups.get(key)
      if (group) group.push(number)
      else groups.set(key, [number])
    }
  })
  return groups
}

function textsOf({ properties }: Node, name: string): readonly string[] {
  const value = properties[name]
  return typeof value === 'string' ? [value] : []
}

/** The relationships at one end of a node: all, and those of each of the few types that it has. */
interface Neighbours {
  readonly all: number[]
  readonly types: string[]
  /** For each of `types`; the list `all` itself where there is one type. */
  readonly lists: number[][]
}

type Adjacency = readonly (Neighbours | undefined)[]

function adjacencyOf(
  relationships: readonly Relationship[],
  nodeCount: number,
  endOf: (relationship: Relationship) => number,
): Adjacency {
  const adjacency = new Array<Neighbours | undefined>(nodeCount).fill(undefined)
  relationships.forEach((relationship, number) => {
    const neighbours = (adjacency[endOf(relationship)] ??= { all: [], types: [], lists: [] })
    addNeighbour(neighbours, relationship.type, number)
  })
  return adjacency
}

function addNeighbour({ all, types, lists }: Neighbours, type: string, number: number): void {
  const place = types.indexOf(type)
  if (place < 0) {
    if (types.length === 1) lists[0] = [...all]
    types.push(type)
    lists.push(types.length === 1 ? all : [number])
  } else if (lists[place] !== all) lists[place]?.push(number)
  all.push(number)
}

function neighboursOf(adjacency: Adjacency, node: number, type: string | undefined): readonly number[] {
  const neighbours = adjacency[node]
  if (!neighbours) return none
  if (type === undefined) return neighbours.all
  const place = neighbours.types.indexOf(type)
  return place < 0 ? none : (neighbours.lists[place] ?? none)
}

/** The value in Cypher; null where there is none. */
function propertyOf({ properties, declared }: Thing, name: string): Value {
  if (!Object.hasOwn(properties, name)) return null
  const value = properties[name] as PropertyValue
  // Most values are texts that stay as they are.
  if (typeof value === 'boolean') return value
  return cypherValue(value, valueTypeOf(name, declared))
}

function cypherValue(value: PropertyValue, type: ValueType): Value {
  if (typeof value !== 'object') return scalar(value, type)
  if (type === 'text' || type === 'boolean') return value
  // All items of a list are of one type.
  const isOfIntegers = type === 'integer' && value.every(Number.isSafeInteger)
  const itemType = type === 'integer' && !isOfIntegers ? 'float' : type
  return value.map((item) => scalar(item, itemType))
}

function scalar(value: string | number | boolean, type: ValueType): Value {
  if (type === 'integer' && Number.isSafeInteger(value)) return BigInt(value)
  if (type === 'date' && typeof value === 'string') return parseDate(value)
  return value
}

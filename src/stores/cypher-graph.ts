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
  // What is read for every step of a path must lie close together in memory.
  const starts = Uint32Array.from(relationships, ({ from }) => from)
  const ends = Uint32Array.from(relationships, ({ to }) => to)
  const types = [...new Set(relationships.map(({ type }) => type))]
  const numberOfType = new Map(types.map((type, number) => [type, number]))
  const typeNumbers = Uint32Array.from(relationships, ({ type }) => numberOfType.get(type) as number)
  const byLabel = lazy(() => groupBy(nodes, ({ labels }) => labels))
  const byType = lazy(() => groupBy(relationships, ({ type }) => [type]))
  const outgoing = lazy(() => adjacencyOf(relationships, nodes.length, starts))
  const incoming = lazy(() => adjacencyOf(relationships, nodes.length, ends))
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
    types,
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
    nodeProperty: propertyReader(nodes),
    nodePropertyKeys: (number) => Object.keys(node(number).properties),
    nodeElementId: (number) => node(number).id,
    typeOf: (number) => types[typeNumbers[number] as number] as string,
    startOf: (number) => starts[number] as number,
    endOf: (number) => ends[number] as number,
    relationshipProperty: propertyReader(relationships),
    relationshipPropertyKeys: (number) => Object.keys(relationship(number).properties),
    relationshipElementId: (number) => relationship(number).id,
    outgoing: (number, type) => neighboursOf(outgoing(), number, type),
    incoming: (number, type) => neighboursOf(incoming(), number, type),
    relationshipsOfType: (type) => byType().get(type) ?? none,
  }
}

function relationshipsOf(graph: KnowledgeGraph, nodes: readonly Node[]): readonly Relationship[] {
  const numbers = new Map(nodes.map(({ id }, number) => [id, number]))
  const numberOf = (id: string, edge: string): number => {
    const number = numbers.get(id)
    if (number === undefined)
      throw new Error(`\`${edge}\` is tied to \`${id}\`, which the graph does not have`)
    return number
  }
  const declaredOf = (relation: string) => graph.schema.relations.get(relation)?.properties
  return Array.from(edgesOf(graph), ({ kind, id, label: type, from, to, properties, claim }) => ({
    id,
    type,
    from: numberOf(from, id),
    to: numberOf(to, id),
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
  endOf: Uint32Array,
): Adjacency {
  const adjacency = new Array<Neighbours | undefined>(nodeCount).fill(undefined)
  relationships.forEach((relationship, number) => {
    const neighbours = (adjacency[endOf[number] as number] ??= { all: [], types: [], lists: [] })
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

/** The values of one property, of all things by their numbers. */
interface Column {
  reads: number
  /**
   * Made when so many were read that it pays: they are found without looking into each thing, and converted once. Empty
   * where nothing has the property.
   */
  values: readonly Value[] | undefined
}

/** Which part of the things must have been read, and of how many names reads are counted: a query can ask for any. */
const [worthwhile, mostColumns] = [8, 1000]
const uncounted: Column = { reads: -Infinity, values: undefined }

/** Reads properties of things by their numbers. */
function propertyReader(things: readonly Thing[]): (number: number, name: string) => Value {
  const columns = new Map<string, Column>()
  const begin = (name: string): Column => {
    if (columns.size >= mostColumns) return uncounted
    const column = { reads: 0, values: undefined }
    columns.set(name, column)
    return column
  }
  return (number, name) => {
    const column = columns.get(name) ?? begin(name)
    if (column.values) return column.values[number] ?? null
    column.reads += 1
    if (column.reads * worthwhile > things.length) {
      const values = things.map((thing) => propertyOf(thing, name))
      column.values = values.some((value) => value !== null) ? values : []
    }
    return propertyOf(things[number] as Thing, name)
  }
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

/** The rows that queries write, and which query writes which thing. */
import type { KnowledgeGraph } from '../../../graph/knowledge-graph.ts'
import type { GraphEdge, GraphNode } from '../../../graph/property-graph.ts'
import type { GraphSchema } from '../../../graph/schema.ts'
import { ownNodeProperties, ownRelationshipProperties } from '../../../neo4j/own-properties.ts'
import {
  nodeRecord,
  relationshipRecord,
  type NodeRecord,
  type RelationshipRecord,
} from '../../../neo4j/records.ts'
import { valueTypeOf } from '../../../graph/value-types.ts'
import { baseLabels, fate } from './difference.ts'
import {
  changeNodes,
  changeRelationships,
  createNodes,
  createRelationships,
  type Columns,
} from './statements.ts'
import { driverValue } from '../write-values.ts'

/** What is written. */
export interface Target {
  readonly graph: KnowledgeGraph
  readonly name: string
  /** The schemas by which what is in the database was written, or will be. */
  readonly lineage: readonly GraphSchema[]
}

/** A row, and the query that takes it. */
export interface WrittenRow {
  readonly text: string
  readonly row: readonly unknown[]
  /** About how many bytes it takes. */
  readonly weight: number
}

/** Writes rows for nodes and relationships; remembers the queries, of which there are few. */
export interface RowWriter {
  node(node: GraphNode, fate: number): WrittenRow
  /** `formerType` is the relationship type that it has in the database. */
  relationship(edge: GraphEdge, fate: number, formerType?: string): WrittenRow
}

/** A query and what its rows hold. */
interface Query {
  readonly text: string
  readonly columns: Columns
}

/** A writer of rows for this target. */
export function rowWriter(target: Target): RowWriter {
  const queries = new Map<string, Query>()
  const queryFor = (parts: readonly unknown[], make: () => Query): Query => {
    const key = JSON.stringify(parts)
    const query = queries.get(key) ?? make()
    queries.set(key, query)
    return query
  }
  return {
    node: (node, what) => {
      const record = nodeRecord(target.graph, node, target.name)
      const unusual = unusualNames(record, ownNodeProperties(record.label, []))
      const query = queryFor([what === fate.create, node.kind, node.type, unusual], () =>
        nodeQuery(target, record, what, unusual),
      )
      return written(query, what === fate.create ? [] : [record.id], record)
    },
    relationship: (edge, what, formerType = edge.label) => {
      const record = relationshipRecord(target.graph, edge, target.name)
      const { type, from, to, id } = record
      const usual = usualNames(target, record)
      const unusual = unusualNames(record, usual)
      const shape = [type, from.label, to.label]
      const query = queryFor([what, formerType, ...shape, edge.claim.relation, unusual], () =>
        relationshipQuery(target, record, what, formerType, [...usual, ...unusual]),
      )
      return written(query, what === fate.create ? [from.id, to.id] : [from.id, to.id, id], record)
    },
  }
}

function nodeQuery({ lineage }: Target, record: NodeRecord, what: number, unusual: readonly string[]): Query {
  const { label, labels, declared } = record
  const names = [...new Set([...ownNodeProperties(label, []), ...(declared?.keys() ?? []), ...unusual])]
  if (what === fate.create) {
    const columns = { names, gone: [] }
    return { text: createNodes(labels, columns), columns }
  }
  const columns = { names, gone: without(ownNodeProperties(label, lineage), names) }
  const types = lineage.flatMap(({ types }) => [...types.values()].flatMap(({ lineage }) => lineage))
  const gone = without(new Set(types), [...labels, ...baseLabels])
  return { text: changeNodes(label, { now: labels, gone }, columns), columns }
}

function relationshipQuery(
  { lineage }: Target,
  record: RelationshipRecord,
  what: number,
  formerType: string,
  names: readonly string[],
): Query {
  const { type, from, to, kind } = record
  const shape = { type, from: from.label, to: to.label }
  if (what === fate.create) {
    const columns = { names, gone: [] }
    return { text: createRelationships(shape, columns), columns }
  }
  const types = new Set([type, formerType])
  const own = [...types].flatMap((one) => [...ownRelationshipProperties(one, lineage)])
  const columns = { names, gone: kind === 'structural' ? [] : without(new Set(own), names) }
  return { text: changeRelationships(shape, formerType, columns), columns }
}

const structuralNames: ReadonlySet<string> = new Set(['id', '_graph', '_fingerprint'])

const namesByType = new WeakMap<GraphSchema, Map<string, ReadonlySet<string>>>()

/** The names that the properties of a relationship of its type can have. */
function usualNames({ graph: { schema } }: Target, { kind, type }: RelationshipRecord): ReadonlySet<string> {
  if (kind === 'structural') return structuralNames
  const byType = namesByType.get(schema) ?? new Map<string, ReadonlySet<string>>()
  namesByType.set(schema, byType)
  const names = byType.get(type) ?? ownRelationshipProperties(type, [schema])
  byType.set(type, names)
  return names
}

/** Programs may build graphs with properties that no schema declares. */
function unusualNames(
  { properties, declared }: NodeRecord | RelationshipRecord,
  usual: ReadonlySet<string>,
): readonly string[] {
  return Object.keys(properties).filter((name) => !usual.has(name) && !declared?.has(name))
}

function without(names: ReadonlySet<string>, others: readonly string[]): readonly string[] {
  const left = new Set(names)
  for (const name of others) left.delete(name)
  return [...left]
}

function written(
  { text, columns }: Query,
  start: readonly unknown[],
  { properties, declared }: NodeRecord | RelationshipRecord,
): WrittenRow {
  let weight = 0
  const values = columns.names.map((name) => {
    // Not every name is that of a property of its own: `constructor` is one that all objects inherit.
    const value = Object.hasOwn(properties, name) ? properties[name] : undefined
    if (value === undefined) return null
    weight += weightOf(value)
    return driverValue(value, valueTypeOf(name, declared))
  })
  return { text, row: [...start, ...values], weight }
}

function weightOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  return Array.isArray(value) ? value.reduce<number>((sum, item) => sum + weightOf(item), 0) : 8
}

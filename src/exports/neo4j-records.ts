/** The nodes and relationships of a graph as Neo4j holds them, for files that bring them there. */
import type { KnowledgeGraph, PropertyValue } from '../graph/knowledge-graph.ts'
import {
  nodeRecords,
  relationshipRecords,
  type End,
  type NodeRecord,
  type RelationshipRecord,
} from '../neo4j/records.ts'
import { valueTypeOf, type ValueType } from '../graph/value-types.ts'
import { excessOf, halfCharacterIn, isGraphName, isSchemaName, longestGraphName } from '../neo4j/limits.ts'
import { ExportError } from './export-error.ts'

/** How a bulk export is to call the graph. */
export interface Neo4jExportOptions {
  /** What the graph is called in the database; by default `stancegraph`. */
  readonly name?: string | undefined
}

/** The type of a value in Neo4j, or of the items of a list. */
export interface StoredType {
  readonly type: ValueType
  readonly list: boolean
}

/** A node or a relationship. */
export type AnyRecord = NodeRecord | RelationshipRecord

/**
 * Every node and every relationship of a graph. Throws {@link ExportError} at one that no file or no Neo4j can hold,
 * such as no checked file has.
 */
export function* checkedRecords(graph: KnowledgeGraph, name: string): Generator<AnyRecord> {
  checkGraphName(name)
  for (const node of nodeRecords(graph, name)) {
    for (const label of node.labels) checkName(label, node, 'type')
    yield checked(node, name)
  }
  for (const relationship of relationshipRecords(graph, name)) {
    checkName(relationship.type, relationship, 'relation')
    checkEnd(graph, relationship, 'subject', relationship.from)
    checkEnd(graph, relationship, 'object', relationship.to)
    yield checked(relationship, name)
  }
}

/** What has the record, in words: ``The entity `González` ``. */
export function describeRecord(record: AnyRecord): string {
  return `The ${'label' in record ? record.label.toLowerCase() : 'claim'} \`${record.id}\``
}

/**
 * The type of a property's value. Values decide, since a program may build a graph without asking the schema. Undefined
 * for a list of values that Neo4j has no one type for.
 */
export function storedTypeOf(record: AnyRecord, name: string, value: PropertyValue): StoredType | undefined {
  const expected = valueTypeOf(name, record.declared)
  if (typeof value !== 'object') return { type: scalarTypeOf(value, expected), list: false }
  const types = new Set(value.map((item) => scalarTypeOf(item, expected)))
  if (types.size === 0) return { type: expected, list: true }
  if (value.every((item) => typeof item === 'number') && types.has('float'))
    return { type: 'float', list: true }
  const [type, ...others] = types
  return type === undefined || others.length > 0 ? undefined : { type, list: true }
}

function scalarTypeOf(value: string | number | boolean, expected: ValueType): ValueType {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'string') return expected === 'date' ? 'date' : 'text'
  return expected === 'integer' && Number.isSafeInteger(value) ? 'integer' : 'float'
}

function checkGraphName(name: string): void {
  if (isGraphName(name)) return
  throw new ExportError(
    `${JSON.stringify(name)} cannot be the name of a graph; choose one of 1 to ${longestGraphName} characters.`,
  )
}

function checked<T extends AnyRecord>(record: T, graphName: string): T {
  // What ties a claim's node to others has a longer id, of which account is taken with that of the claim.
  const isTie = 'kind' in record && record.kind === 'structural'
  const excess = isTie ? undefined : excessOf(record.id, graphName)
  if (excess) {
    throw new ExportError(
      `${describeRecord(record)} cannot be written: its id is longer than the ${excess.most} bytes that fit into an index.`,
    )
  }
  for (const [name, value] of Object.entries(record.properties)) {
    checkName(name, record, 'property')
    if (typeof value === 'string') checkText(value, record, name)
    if (typeof value !== 'object') continue
    for (const item of value) if (typeof item === 'string') checkText(item, record, name)
    if (storedTypeOf(record, name, value)) continue
    throw new ExportError(
      `${describeRecord(record)} cannot be written: its \`${name}\` is a list of several kinds of values, which Neo4j cannot hold.`,
    )
  }
  return record
}

function checkName(name: string, record: AnyRecord, what: string): void {
  if (!isSchemaName(name)) {
    throw new ExportError(
      `${describeRecord(record)} cannot be written: Neo4j takes no ${what} called ${JSON.stringify(shortened(name))}.`,
    )
  }
  checkText(name, record, what)
}

function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name
}

function checkText(text: string, record: AnyRecord, property: string): void {
  const code = halfCharacterIn(text)
  if (code === undefined) return
  throw new ExportError(
    `${describeRecord(record)} cannot be written: its \`${property}\` holds U+${code.toString(16).toUpperCase()}, which UTF-8 cannot. Remove it.`,
  )
}

function checkEnd(graph: KnowledgeGraph, record: RelationshipRecord, which: string, end: End): void {
  const { entities, sources, claims } = graph
  const things = { Entity: entities, Source: sources, Claim: claims }[end.label]
  if (things.has(end.id)) return
  throw new ExportError(
    `${describeRecord(record)} cannot be written: its ${record.type === 'REPORTED_IN' ? 'source' : which} \`${end.id}\` is not in the graph.`,
  )
}

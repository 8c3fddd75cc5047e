/** The nodes and relationships of a graph as Neo4j holds them, for files that bring them there. */
import type { KnowledgeGraph, PropertyValue } from '../graph/knowledge-graph.ts'
import {
  nodeRecords,
  relationshipRecords,
  type End,
  type NodeRecord,
  type RelationshipRecord,
} from '../neo4j/records.ts'
import { valueTypeOf, type ValueType } from '../neo4j/value-types.ts'
import { longestGraphName } from '../neo4j/marker.ts'
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

/** A lone surrogate, which no UTF-8 file can hold. */
const halfCharacter = /\p{Cs}/u

/** In UTF-8. An index of Neo4j takes keys of about 8,160 bytes, in which there is also the name of the graph. */
const longestId = 7500

/**
 * Every node and every relationship of a graph. Throws {@link ExportError} at one that no file or no Neo4j can hold,
 * such as no checked file has.
 */
export function* checkedRecords(graph: KnowledgeGraph, name: string): Generator<AnyRecord> {
  checkGraphName(name)
  for (const node of nodeRecords(graph, name)) {
    for (const label of node.labels) checkName(label, node, 'type')
    yield checked(node)
  }
  for (const relationship of relationshipRecords(graph, name)) {
    checkName(relationship.type, relationship, 'relation')
    checkEnd(graph, relationship, 'subject', relationship.from)
    checkEnd(graph, relationship, 'object', relationship.to)
    yield checked(relationship)
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
  if (name.trim() !== '' && name.length <= longestGraphName && !halfCharacter.test(name)) return
  throw new ExportError(
    `${JSON.stringify(name)} cannot be the name of a graph; choose one of 1 to ${longestGraphName} characters.`,
  )
}

function checked<T extends AnyRecord>(record: T): T {
  if (bytesOf(record.id) > longestId) {
    throw new ExportError(
      `${describeRecord(record)} cannot be written: its id is longer than the ${longestId} bytes that fit into an index.`,
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
  if (name === '' || name.includes('\0')) {
    throw new ExportError(
      `${describeRecord(record)} cannot be written: Neo4j takes no ${what} called ${JSON.stringify(name)}.`,
    )
  }
  checkText(name, record, what)
}

/** Most ids are far shorter, however many bytes a character takes. */
function bytesOf(text: string): number {
  return text.length * 3 <= longestId ? text.length : new TextEncoder().encode(text).length
}

function checkText(text: string, record: AnyRecord, property: string): void {
  const code = halfCharacter.exec(text)?.[0].codePointAt(0)
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

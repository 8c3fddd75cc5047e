/** Turns what the driver gives for a query of a user's into values of Cypher, nothing of them lost. */
import {
  isInt,
  isNode,
  isPath,
  isPoint,
  isRelationship,
  isUUID,
  isUnsupportedType,
  isVector,
  type Node,
  type Path,
  type Point,
  type Relationship,
} from 'neo4j-driver'
import type {
  CypherMap,
  CypherNode,
  CypherPath,
  CypherPoint,
  CypherRelationship,
  CypherValue,
} from '../../cypher/result.ts'
import { DatabaseError } from './database-error.ts'
import { temporalFrom } from './temporal-values.ts'

/** What only a store needs. */
const bookkeeping: ReadonlySet<string> = new Set(['_graph', '_fingerprint', '_type', '_names', '_named'])

/**
 * The value of Cypher. A vector is the list of its numbers, and a UUID its text. Throws a DatabaseError for a type that the
 * driver does not know.
 */
export function cypherValue(value: unknown): CypherValue {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return value as boolean | bigint | number | string
  if (Array.isArray(value)) return value.map(cypherValue)
  if (isInt(value)) return value.toBigInt()
  return thingFrom(value) ?? temporalFrom(value) ?? rareValue(value) ?? mapOf(Object.entries(value))
}

function thingFrom(value: object): CypherNode | CypherRelationship | CypherPath | undefined {
  if (isNode(value)) return nodeFrom(value)
  if (isRelationship(value)) return relationshipFrom(value)
  return isPath(value) ? pathFrom(value) : undefined
}

function rareValue(value: object): CypherValue | undefined {
  if (isPoint(value)) return pointFrom(value)
  if (ArrayBuffer.isView(value)) {
    return { kind: 'bytes', bytes: new Uint8Array(value.buffer, value.byteOffset, value.byteLength) }
  }
  if (isVector(value)) return listFrom(value)
  if (isUUID(value)) return value.toString()
  if (!isUnsupportedType(value)) return undefined
  throw new DatabaseError(
    'failed',
    `the query gives a value of the type ${value.name}, which cannot be read here; give it as text, as with \`toString()\`.`,
  )
}

/** Those of 8 to 64 bits are INTEGER. */
function listFrom(vector: { asTypedArray(): Iterable<number | bigint>; getType(): string }): CypherValue {
  const isInteger = vector.getType().startsWith('INT')
  return Array.from(vector.asTypedArray(), (one) => (isInteger ? BigInt(one) : one))
}

function nodeFrom({ elementId, labels, properties }: Node): CypherNode {
  return { kind: 'node', elementId, labels, properties: propertiesOf(properties) }
}

function relationshipFrom(relationship: Relationship): CypherRelationship {
  const { elementId, type, startNodeElementId: from, endNodeElementId: to, properties } = relationship
  return { kind: 'relationship', elementId, type, from, to, properties: propertiesOf(properties) }
}

function pathFrom({ start, segments }: Path): CypherPath {
  return {
    kind: 'path',
    nodes: [start, ...segments.map(({ end }) => end)].map(nodeFrom),
    relationships: segments.map(({ relationship }) => relationshipFrom(relationship)),
  }
}

function pointFrom({ srid, x, y, z }: Point): CypherPoint {
  const coordinates = z === undefined ? [x, y] : [x, y, z]
  return { kind: 'point', srid: Number(srid), coordinates }
}

/** What is ours has `_graph`; the properties of other things are theirs, whatever they are called. */
function propertiesOf(properties: Readonly<Record<string, unknown>>): CypherMap {
  const isOurs = Object.hasOwn(properties, '_graph')
  return mapOf(Object.entries(properties).filter(([name]) => !isOurs || !bookkeeping.has(name)))
}

function mapOf(entries: readonly (readonly [string, unknown])[]): CypherMap {
  return new Map(entries.map(([key, value]) => [key, cypherValue(value)]))
}

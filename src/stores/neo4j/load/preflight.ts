/** Finds what Neo4j cannot hold before anything is written. */
import type { Claim, KnowledgeGraph, PropertyValues } from '../../../graph/knowledge-graph.ts'
import type { Property } from '../../../graph/schema.ts'
import {
  excessOf,
  halfCharacterIn,
  isGraphName,
  isSchemaName,
  longestGraphName,
} from '../../../neo4j/limits.ts'
import { valueTypeOf } from '../../../graph/value-types.ts'
import { DatabaseError } from '../database-error.ts'
import { isWritable } from '../write-values.ts'

/** Faults named in one message. */
const mostNamed = 5

/** Throws a DatabaseError that names what cannot be stored, if there is anything. */
export function checkStorable(graph: KnowledgeGraph, name: string): void {
  checkGraphName(name)
  const faults = new Set<string>()
  for (const fault of faultsOf(graph, name)) {
    faults.add(fault)
    if (faults.size > mostNamed) break
  }
  if (faults.size === 0) return
  const named = [...faults].slice(0, mostNamed).join('; ')
  throw cannotBeStored(
    `Neo4j cannot hold all of this graph: ${named}${faults.size > mostNamed ? '; and more' : ''}. Nothing was written; correct the files, and load them again.`,
  )
}

function checkGraphName(name: string): void {
  if (isGraphName(name)) return
  throw cannotBeStored(
    `${quoted(name)} cannot be the name of a graph; choose one of 1 to ${longestGraphName} characters.`,
  )
}

function cannotBeStored(message: string): DatabaseError {
  return new DatabaseError('cannot be stored', message)
}

function* faultsOf(graph: KnowledgeGraph, name: string): Generator<string> {
  yield* schemaFaults(graph)
  const { types, relations } = graph.schema
  for (const things of [graph.entities, graph.sources]) {
    for (const { id, type, properties, ...rest } of things.values()) {
      yield* idFaults(id, name)
      yield* valueFaults(id, properties, types.get(type)?.properties)
      yield* textFaults(id, [type, rest])
    }
  }
  for (const claim of graph.claims.values()) {
    const { id, properties, relation } = claim
    yield* idFaults(id, name)
    yield* valueFaults(id, properties, relations.get(relation)?.properties)
    yield* endFaults(graph, claim)
    yield* dayFaults(id, [claim.earliest, claim.latest, claim.untilEarliest, claim.until])
    yield* textFaults(id, claim)
  }
}

function* idFaults(id: string, name: string): Generator<string> {
  const excess = excessOf(id, name)
  if (!excess) return
  yield `the id ${quoted(id)} is too long for an index (${excess.bytes} bytes, at most ${excess.most})`
}

function* valueFaults(
  id: string,
  properties: PropertyValues,
  declared: ReadonlyMap<string, Property> | undefined,
): Generator<string> {
  for (const [property, value] of Object.entries(properties)) {
    yield* nameFaults(`a property of ${quoted(id)}`, property)
    if (isWritable(value, valueTypeOf(property, declared))) yield* textFaults(id, value)
    else
      yield `${quoted(property)} of ${quoted(id)} is ${quoted(JSON.stringify(value))}, which is not of one type`
  }
}

function* endFaults({ entities, claims, sources }: KnowledgeGraph, claim: Claim): Generator<string> {
  for (const end of [claim.subject, claim.object]) {
    if (!entities.has(end) && !claims.has(end))
      yield `${quoted(claim.id)} speaks of ${quoted(end)}, which the graph does not have`
  }
  if (claim.source !== undefined && !sources.has(claim.source)) {
    yield `${quoted(claim.id)} is from ${quoted(claim.source)}, which the graph does not have`
  }
}

function* dayFaults(id: string, days: readonly (string | undefined)[]): Generator<string> {
  for (const day of days) {
    if (day !== undefined && !isWritable(day, 'date')) yield `${quoted(day)} of ${quoted(id)} is not a day`
  }
}

/** Names of labels, relationship types and properties. */
function* schemaFaults({ schema }: KnowledgeGraph): Generator<string> {
  for (const { name, properties } of schema.types.values()) {
    yield* nameFaults('a type', name)
    for (const property of properties.keys()) yield* nameFaults(`a property of ${quoted(name)}`, property)
  }
  for (const { name, label, properties } of schema.relations.values()) {
    yield* nameFaults('a relation', label)
    for (const property of properties.keys()) yield* nameFaults(`a property of ${quoted(name)}`, property)
  }
}

function* nameFaults(what: string, name: string): Generator<string> {
  if (!isSchemaName(name)) yield `${what} cannot be called ${quoted(name)}`
  if (halfCharacterIn(name) !== undefined) yield surrogateIn(what)
}

function* textFaults(id: string, value: unknown): Generator<string> {
  if (hasLoneSurrogate(value)) yield surrogateIn(quoted(id))
}

/** Whether one is in a text, or in a text of a list or an object. */
function hasLoneSurrogate(value: unknown): boolean {
  if (typeof value === 'string') return halfCharacterIn(value) !== undefined
  return typeof value === 'object' && value !== null && Object.values(value).some(hasLoneSurrogate)
}

function surrogateIn(what: string): string {
  return `a text of ${what} has half of a character in it`
}

/** On one line and of bounded length. */
function quoted(text: string): string {
  const line = text.replace(/\p{Cs}/gu, '\uFFFD').replace(/\s+/g, ' ')
  return `\`${line.length > 60 ? `${line.slice(0, 60)}…` : line}\``
}

/** The parts that all answers share: claims as they are embedded, and what the ids in an answer stand for. */
import {
  claimName,
  unnamed,
  type Claim,
  type Entity,
  type Quote,
  type Source,
} from '../graph/knowledge-graph.ts'
import type { GraphSchema } from '../graph/schema.ts'
import type { GraphStore, Things } from '../stores/graph-store.ts'
import { compareTexts } from './days.ts'

/** A claim in an answer. Its fields always come in the same order; what is missing is absent. */
export type ClaimRecord = Omit<Claim, 'named'>

/** What an id in an answer stands for: an entity with its type, or a claim with `Claim` and its triple for a name. */
export type EntityRecord = Pick<Entity, 'type' | 'name'>

/** A source in an answer, without its id. */
export type SourceRecord = Omit<Source, 'id'>

/** What the ids in an answer stand for, each in the order of ids. */
export interface Resolved {
  readonly entities: Readonly<Record<string, EntityRecord>>
  readonly sources: Readonly<Record<string, SourceRecord>>
}

/** The names of all fields of T, in the order in which an answer has them. */
type Fields<T> = readonly (keyof T)[]

/** The compiler sees to it that no field is forgotten. */
function fieldsOf<T>(fields: Readonly<Record<keyof T, true>>): Fields<T> {
  return Object.keys(fields) as (keyof T)[]
}

const claimFields = fieldsOf<ClaimRecord>({
  id: true,
  subject: true,
  relation: true,
  object: true,
  stance: true,
  statedStance: true,
  date: true,
  earliest: true,
  latest: true,
  untilEarliest: true,
  until: true,
  source: true,
  quotes: true,
  accordingTo: true,
  onBehalfOf: true,
  condition: true,
  joint: true,
  retracted: true,
  note: true,
  properties: true,
})

const quoteFields = fieldsOf<Quote>({ exact: true, translation: true, start: true, end: true })

const sourceFields = fieldsOf<SourceRecord>({
  type: true,
  title: true,
  publisher: true,
  author: true,
  published: true,
  url: true,
  language: true,
  text: true,
  note: true,
  properties: true,
})

/** These fields of a thing, in this order, without those that are absent. */
function take<T extends object>(thing: T, fields: Fields<T>): T {
  const taken: Partial<T> = {}
  for (const field of fields) if (thing[field] !== undefined) taken[field] = thing[field]
  return taken as T
}

/** A claim as answers embed it. */
export function claimRecord(claim: Claim): ClaimRecord {
  const record = take<ClaimRecord>(claim, claimFields)
  return claim.quotes.length === 0
    ? record
    : { ...record, quotes: claim.quotes.map((quote) => take(quote, quoteFields)) }
}

/** Adds every id that an embedded claim refers to: ends, source, actors, fellows, the entities among its properties. */
export function addIdsIn(schema: GraphSchema, claim: Claim, ids: Set<string>): void {
  ids.add(claim.subject).add(claim.object)
  if (claim.source !== undefined) ids.add(claim.source)
  if (claim.accordingTo !== undefined && claim.accordingTo !== unnamed) ids.add(claim.accordingTo)
  if (claim.onBehalfOf !== undefined) ids.add(claim.onBehalfOf)
  for (const fellow of claim.joint ?? []) ids.add(fellow)
  for (const property of schema.relations.get(claim.relation)?.properties.values() ?? []) {
    if (property.kind === 'entity') for (const id of entitiesIn(claim, property.name)) ids.add(id)
  }
}

function entitiesIn(claim: Claim, property: string): readonly string[] {
  const value = Object.hasOwn(claim.properties, property) ? claim.properties[property] : undefined
  return [value].flat().filter((id) => typeof id === 'string')
}

/** Asks the store, in one call, what ids stand for. Ids that it does not know are left out. */
export async function resolveIds(store: GraphStore, ids: ReadonlySet<string>): Promise<Resolved> {
  return resolvedFrom(await store.lookUp([...ids]), ids)
}

/** What ids stand for, of the things that a store gave. */
export function resolvedFrom({ entities, sources, claims }: Things, ids: ReadonlySet<string>): Resolved {
  const names = [
    ...entities.map(({ id, type, name }) => [id, { type, name }] as const),
    ...claims.map((claim) => [claim.id, { type: 'Claim', name: claimName(claim) }] as const),
  ]
  const records = sources.map((source) => [source.id, take<SourceRecord>(source, sourceFields)] as const)
  return {
    entities: byId(names.filter(([id]) => ids.has(id))),
    sources: byId(records.filter(([id]) => ids.has(id))),
  }
}

/** Whatever the ids are, `__proto__` among them, each is a property of its own. */
function byId<T>(entries: readonly (readonly [id: string, record: T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => compareTexts(a, b)))
}

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
import type { GraphStore } from '../stores/graph-store.ts'
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

/** A claim as answers embed it. */
export function claimRecord(claim: Claim): ClaimRecord {
  const {
    id,
    subject,
    relation,
    object,
    stance,
    statedStance,
    date,
    earliest,
    latest,
    untilEarliest,
    until,
  } = claim
  const { source, quotes, accordingTo, onBehalfOf, condition, joint, retracted, note, properties } = claim
  return {
    id,
    subject,
    relation,
    object,
    ...(stance !== undefined && { stance }),
    ...(statedStance !== undefined && { statedStance }),
    ...(date !== undefined && { date }),
    ...(earliest !== undefined && { earliest }),
    ...(latest !== undefined && { latest }),
    ...(untilEarliest !== undefined && { untilEarliest }),
    ...(until !== undefined && { until }),
    ...(source !== undefined && { source }),
    quotes: quotes.map(quoteRecord),
    ...(accordingTo !== undefined && { accordingTo }),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(condition !== undefined && { condition }),
    ...(joint !== undefined && { joint }),
    ...(retracted !== undefined && { retracted }),
    ...(note !== undefined && { note }),
    properties,
  }
}

function quoteRecord({ exact, translation, start, end }: Quote): Quote {
  return {
    exact,
    ...(translation !== undefined && { translation }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  }
}

function sourceRecord(source: Source): SourceRecord {
  const { type, title, publisher, author, published, url, language, text, note, properties } = source
  return {
    type,
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
    ...(text !== undefined && { text }),
    ...(note !== undefined && { note }),
    properties,
  }
}

/** Every id that an embedded claim refers to: its ends, its source, its actors, its fellows, its entity properties. */
export function* idsIn(schema: GraphSchema, claim: Claim): Generator<string> {
  yield claim.subject
  yield claim.object
  if (claim.source !== undefined) yield claim.source
  if (claim.accordingTo !== undefined && claim.accordingTo !== unnamed) yield claim.accordingTo
  if (claim.onBehalfOf !== undefined) yield claim.onBehalfOf
  yield* claim.joint ?? []
  for (const property of schema.relations.get(claim.relation)?.properties.values() ?? []) {
    if (property.kind === 'entity') yield* entitiesIn(claim, property.name)
  }
}

function entitiesIn(claim: Claim, property: string): readonly string[] {
  const value = Object.hasOwn(claim.properties, property) ? claim.properties[property] : undefined
  return [value].flat().filter((id) => typeof id === 'string')
}

/** Asks the store, in one call, what ids stand for. Ids that it does not know are left out. */
export async function resolveIds(store: GraphStore, ids: Iterable<string>): Promise<Resolved> {
  const { entities, sources, claims } = await store.lookUp([...new Set(ids)])
  const names = [
    ...entities.map(({ id, type, name }) => [id, { type, name }] as const),
    ...claims.map((claim) => [claim.id, { type: 'Claim', name: claimName(claim) }] as const),
  ]
  return { entities: byId(names), sources: byId(sources.map((source) => [source.id, sourceRecord(source)])) }
}

/** Whatever the ids are, `__proto__` among them, each is a property of its own. */
function byId<T>(entries: readonly (readonly [id: string, record: T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => compareTexts(a, b)))
}

/** Answers which claims there are between two entities, or around one. */
import type { Claim } from '../graph/knowledge-graph.ts'
import { consistently } from '../stores/consistently.ts'
import type { GraphStore } from '../stores/graph-store.ts'
import { addIdsIn, claimRecord, resolveIds, type ClaimRecord, type Resolved } from './answer-records.ts'
import { beginningOf, dayAsked } from './days.ts'
import { compareClaims } from './denials.ts'
import { resolveNames } from './resolve-names.ts'

/** How {@link relationships} is to answer. */
export interface RelationshipsOptions {
  /** Only claims that can have begun by this day; without it, all. */
  readonly asOf?: string
}

/** A claim, and what is said about it. */
export interface Relationship {
  readonly claim: ClaimRecord
  /**
   * The claims about it, and those about these in turn, oldest first. What is about a claim that has an entry of its
   * own is listed there; what is about several claims is listed once, with the first.
   */
  readonly about: readonly ClaimRecord[]
}

/** The answer of {@link relationships}. */
export interface RelationshipsAnswer extends Resolved {
  /** Id of the entity or claim that was asked about. */
  readonly a: string
  /** Id of the other one, where one was asked for. */
  readonly b?: string
  readonly asOf?: string
  /** Oldest first (by earliest, then latest day), then by id; claims that began before every day come first. */
  readonly claims: readonly Relationship[]
}

/**
 * All claims between `a` and `b`, in both directions, or without `b` all with `a` as subject or object, each with the
 * claims about it. Both may be ids, names or aliases, in whatever case and without accents. Rejects with an
 * UnknownNameError, AmbiguousNameError or InvalidDayError, and with whatever the store throws.
 */
export function relationships(
  store: GraphStore,
  a: string,
  b?: string,
  options: RelationshipsOptions = {},
): Promise<RelationshipsAnswer> {
  return consistently(store, (view) => askRelationships(view, a, b, options))
}

async function askRelationships(
  store: GraphStore,
  a: string,
  b: string | undefined,
  options: RelationshipsOptions,
): Promise<RelationshipsAnswer> {
  const asOf = options.asOf === undefined ? undefined : dayAsked(options.asOf)
  const names = b === undefined ? [a] : [a, b]
  const [schema, ids] = await Promise.all([store.schema(), resolveNames(store, names)])
  const [first = a, second] = ids
  const found = await store.claimsAround(first, second)
  const claims = found
    .filter((claim) => asOf === undefined || beginningOf(claim).first <= asOf)
    .sort(compareClaims)
  const related = relate(claims, (claim) => isBetween(claim, first, second))
  const mentioned = new Set(ids)
  for (const { claim, about } of related)
    for (const one of [claim, ...about]) addIdsIn(schema, one, mentioned)
  const resolved = await resolveIds(store, mentioned)
  return {
    a: first,
    ...(second !== undefined && { b: second }),
    ...(asOf !== undefined && { asOf }),
    claims: related.map(({ claim, about }) => ({ claim: claimRecord(claim), about: about.map(claimRecord) })),
    ...resolved,
  }
}

function isBetween({ subject, object }: Claim, a: string, b: string | undefined): boolean {
  if (b === undefined) return subject === a || object === a
  return (subject === a && object === b) || (subject === b && object === a)
}

interface Related {
  readonly claim: Claim
  readonly about: readonly Claim[]
}

/** The claims that are asked for, each with those about it; `claims` are sorted. */
function relate(claims: readonly Claim[], isAsked: (claim: Claim) => boolean): readonly Related[] {
  const aboutEnd = claimsByEnd(claims)
  const listed = new Set<Claim>()
  return claims.filter(isAsked).map((claim) => {
    const about = new Set<Claim>()
    const queue = [claim]
    for (const current of queue) {
      for (const next of aboutEnd.get(current.id) ?? []) {
        if (next === claim || about.has(next) || listed.has(next)) continue
        about.add(next)
        if (isAsked(next)) continue
        listed.add(next)
        queue.push(next)
      }
    }
    return { claim, about: [...about].sort(compareClaims) }
  })
}

function claimsByEnd(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const byEnd = new Map<string, Claim[]>(claims.map(({ id }) => [id, []]))
  for (const claim of claims)
    for (const end of new Set([claim.subject, claim.object])) byEnd.get(end)?.push(claim)
  return byEnd
}

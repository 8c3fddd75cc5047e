/** Answers which claims contradict each other. */
import type { Claim, PropertyValues } from '../graph/knowledge-graph.ts'
import type { GraphSchema } from '../graph/schema.ts'
import { exclusiveKey } from '../stores/clashes.ts'
import { consistently } from '../stores/consistently.ts'
import type { GraphStore } from '../stores/graph-store.ts'
import { addIdsIn, claimRecord, resolveIds, type ClaimRecord, type Resolved } from './answer-records.ts'
import { beforeAllDays, beginningOf, compareTexts, dayAsked } from './days.ts'
import { compareClaims } from './denials.ts'
import { gatherEvidence, type Evidence, type Word } from './evidence.ts'
import { groupBy } from './group-by.ts'

/** How {@link contradictions} is to answer. */
export interface ContradictionsOptions {
  /** The day that the question is asked on, by default today in UTC; what was done later does not exist yet. */
  readonly asOf?: string
}

/** A claim of one side. */
export interface OpposedClaim {
  readonly claim: ClaimRecord
  /** There, where the side is taken by being whom `claim`, the target, is according to. */
  readonly implied?: true
}

/** One actor supports and opposes one target on one day. */
export interface OpposedStances {
  readonly kind: 'stances'
  /** Id of the entity whose words these are. */
  readonly subject: string
  /** Id of the entity or claim that they are on. */
  readonly target: string
  /** A full day. */
  readonly day: string
  /** Sorted by claim id, as are those that oppose. */
  readonly supports: readonly OpposedClaim[]
  readonly opposes: readonly OpposedClaim[]
}

/** What claims say of one object. */
export interface ExclusiveSide {
  /** Id of an entity or claim. */
  readonly object: string
  /** Oldest first, then by id. */
  readonly claims: readonly ClaimRecord[]
}

/** Claims of a relation that can have only one object for these values have several. */
export interface ExclusiveClaims {
  readonly kind: 'exclusive'
  readonly relation: string
  /** The properties that all claims have alike. */
  readonly values: PropertyValues
  /** By object id. */
  readonly sides: readonly ExclusiveSide[]
}

/** Claims that cannot both be so. */
export type Contradiction = OpposedStances | ExclusiveClaims

/** The answer of {@link contradictions}. The same graph gives the same JSON, in whatever order a store holds its claims. */
export interface ContradictionsAnswer extends Resolved {
  readonly asOf: string
  /** Opposed stances by day, oldest first, then by subject and target; then exclusive claims by relation and values. */
  readonly contradictions: readonly Contradiction[]
}

/**
 * The contradictions among the claims as of a day, with both sides: one actor's `supports` and `opposes` on the same
 * target on the same full day, by claims that the rule of docs/stance.md does not leave out; and claims of one relation
 * with the same values of its `exclusive` properties but different objects, whoever says so, none of them retracted.
 * Rejects with an InvalidDayError, and with whatever the store throws.
 */
export function contradictions(
  store: GraphStore,
  options: ContradictionsOptions = {},
): Promise<ContradictionsAnswer> {
  return consistently(store, (view) => askContradictions(view, options))
}

async function askContradictions(
  store: GraphStore,
  options: ContradictionsOptions,
): Promise<ContradictionsAnswer> {
  const asOf = dayAsked(options.asOf)
  const [schema, clashes] = await Promise.all([store.schema(), store.clashes()])
  const evidence = await gatherEvidence(store, { targets: clashes.targets })
  const opposed = decideOpposedStances(evidence, clashes.targets, asOf)
  const exclusive = decideExclusiveClaims(schema, clashes.exclusive, asOf)
  const mentioned = new Set<string>()
  for (const { supports, opposes } of opposed)
    for (const { claim } of [...supports, ...opposes]) addIdsIn(schema, claim, mentioned)
  for (const { claims } of exclusive) for (const claim of claims) addIdsIn(schema, claim, mentioned)
  return {
    asOf,
    contradictions: [...opposed.map(toOpposedStances), ...exclusive.map(toExclusiveClaims)],
    ...(await resolveIds(store, mentioned)),
  }
}

/** The words of one actor on one target and day that oppose each other. */
export interface OpposedWords {
  readonly subject: string
  readonly target: string
  readonly day: string
  readonly supports: readonly Word[]
  readonly opposes: readonly Word[]
}

/** Decides which actors both support and oppose one of these targets on a day. The evidence must be on all of them. */
export function decideOpposedStances(
  evidence: Evidence,
  targets: readonly string[],
  asOf: string,
): readonly OpposedWords[] {
  const view = evidence.asOf(asOf)
  const found = targets.flatMap((target) => {
    const words = evidence
      .wordsOn(target)
      .filter((word) => isOnFullDay(word) && view.reasonToLeaveOut(word) === undefined)
    const groups = groupBy(words, ({ voice, day }) => JSON.stringify([voice, day.first]))
    return [...groups.values()].flatMap((said) => opposedAmong(target, said))
  })
  return found.sort(
    (a, b) =>
      compareTexts(a.day, b.day) || compareTexts(a.subject, b.subject) || compareTexts(a.target, b.target),
  )
}

function isOnFullDay({ day: { first, last } }: Word): boolean {
  return first === last && first !== beforeAllDays
}

function opposedAmong(target: string, said: readonly Word[]): OpposedWords | readonly never[] {
  const saying = (stance: string) =>
    said.filter((word) => word.stance === stance).sort((a, b) => compareTexts(a.claim.id, b.claim.id))
  const [supports, opposes] = [saying('supports'), saying('opposes')]
  const [first] = supports
  if (!first || opposes.length === 0) return []
  return { subject: first.voice, target, day: first.day.first, supports, opposes }
}

function toOpposedStances({ supports, opposes, ...rest }: OpposedWords): OpposedStances {
  const toOpposed = ({ claim, implied }: Word): OpposedClaim => ({
    claim: claimRecord(claim),
    ...(implied && { implied }),
  })
  return { kind: 'stances', ...rest, supports: supports.map(toOpposed), opposes: opposes.map(toOpposed) }
}

/** Claims that exclude each other. */
export interface ExclusiveGroup {
  readonly relation: string
  readonly values: PropertyValues
  /** By object, then oldest first. */
  readonly claims: readonly Claim[]
}

/** Decides which of the claims that a store found to clash do so as of a day. */
export function decideExclusiveClaims(
  schema: GraphSchema,
  clashing: readonly Claim[],
  asOf: string,
): readonly ExclusiveGroup[] {
  const said = clashing.filter((claim) => beginningOf(claim).first <= asOf)
  const groups = groupBy(said, (claim) => exclusiveKey(schema, claim) ?? '')
  return [...groups]
    .sort(([a], [b]) => compareTexts(a, b))
    .flatMap(([, group]) => {
      const [first] = group
      if (!first || group.every(({ object }) => object === first.object)) return []
      const names = schema.relations.get(first.relation)?.exclusive ?? []
      const values = Object.entries(first.properties).filter(([name]) => names.includes(name))
      const claims = [...group].sort((a, b) => compareTexts(a.object, b.object) || compareClaims(a, b))
      return { relation: first.relation, values: Object.fromEntries(values), claims }
    })
}

function toExclusiveClaims({ relation, values, claims }: ExclusiveGroup): ExclusiveClaims {
  const sides = [...groupBy(claims, ({ object }) => object)]
  return {
    kind: 'exclusive',
    relation,
    values,
    sides: sides.map(([object, said]) => ({ object, claims: said.map(claimRecord) })),
  }
}

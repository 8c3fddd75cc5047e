/** Answers which stance a holder takes on a target, with the evidence. */
import type { Claim } from '../graph/knowledge-graph.ts'
import type { GraphSchema, Stance } from '../graph/schema.ts'
import { consistently } from '../stores/consistently.ts'
import type { GraphStore } from '../stores/graph-store.ts'
import { addIdsIn, claimRecord, resolveIds, type ClaimRecord, type Resolved } from './answer-records.ts'
import { dayAsked } from './days.ts'
import type { Candidate } from './candidates.ts'
import { decideStance, type StanceDecision, type StanceQuestion } from './decide-stance.ts'
import { compareClaims } from './denials.ts'
import { gatherEvidence, type Evidence } from './evidence.ts'
import { resolveNames, resolveRelations } from './resolve-names.ts'
import type { LeftOut, LeftOutReason, StanceResult } from './settle.ts'
import { addIdsInEntries, toEntry, type StanceEntry } from './stance-entries.ts'

export type { StanceEntry }

/** How {@link stanceOf} is to answer. */
export interface StanceOptions {
  /** The day that the question is asked on, by default today in UTC; what was done later does not exist yet. */
  readonly asOf?: string
  /** Whether the words of those who speak for the holder count, by default true. */
  readonly rollUp?: boolean
  /** Only claims of these relations count; an abstract one stands for those that extend it. */
  readonly relations?: readonly string[]
  /** Whether to add the stances on claims that have the target as subject or object, by default false. */
  readonly about?: boolean
}

/** A claim that counts for the holder but takes no part in the answer. */
export interface LeftOutEntry extends StanceEntry {
  readonly reason: LeftOutReason
  /** The denials that stand, oldest first, where the reason is `denied`. */
  readonly denials?: readonly ClaimRecord[]
}

/** A stance and how it came about. Every list is newest first (by earliest, then latest day), then by claim id. */
export interface DecidedStance {
  /** `mixed`: the holder's last words disagree; `unknown`: there is none, which is not `neutral`. */
  readonly stance: StanceResult
  /** How many of the deciding claims say what; stances that none takes are absent. */
  readonly counts: Readonly<Partial<Record<Stance, number>>>
  /** Whether claims that disagree stand side by side because their dates are not precise enough. */
  readonly orderUncertain: boolean
  readonly deciding: readonly StanceEntry[]
  readonly superseded: readonly StanceEntry[]
  readonly leftOut: readonly LeftOutEntry[]
  /** What voices of the holder say that differs from the answer. */
  readonly dissent: readonly StanceEntry[]
}

/** A stance on a claim about the target. */
export interface StanceOnClaim extends DecidedStance {
  readonly claim: ClaimRecord
}

/** The answer of {@link stanceOf}. The same graph gives the same JSON, in whatever order a store holds its claims. */
export interface StanceAnswer extends DecidedStance, Resolved {
  /** Id of the entity whose stance was asked for. */
  readonly holder: string
  /** Id of the entity or claim that the stance is on. */
  readonly target: string
  readonly asOf: string
  /** Where it was asked for: the claims about the target on which the holder has said something, oldest first. */
  readonly about?: readonly StanceOnClaim[]
}

/**
 * The stance of `holder` on `target` as of a day, by the rule of docs/stance.md. Both may be ids, names or aliases, in
 * whatever case and without accents. Rejects with an UnknownNameError, AmbiguousNameError, UnknownRelationError or
 * InvalidDayError, and with whatever the store throws.
 */
export function stanceOf(
  store: GraphStore,
  holder: string,
  target: string,
  options: StanceOptions = {},
): Promise<StanceAnswer> {
  return consistently(store, (view) => askStanceOf(view, holder, target, options))
}

async function askStanceOf(
  store: GraphStore,
  holder: string,
  target: string,
  options: StanceOptions,
): Promise<StanceAnswer> {
  const { rollUp = true, about = false, relations } = options
  const asOf = dayAsked(options.asOf)
  const [schema, ids] = await Promise.all([store.schema(), resolveNames(store, [holder, target])])
  const [holderId = holder, targetId = target] = ids
  const allowed = relations && { relations: resolveRelations(schema, relations) }
  const evidence = await gatherEvidence(store, { targets: [targetId], holders: [holderId], about })
  const question = { holder: holderId, target: targetId, asOf, rollUp, ...allowed }
  const decision = decideStance(evidence, question)
  const onClaims = about ? decideOnClaims(evidence, question) : []
  const mentioned = new Set(ids)
  addIdsInDecision(schema, decision, mentioned)
  for (const one of onClaims) {
    addIdsIn(schema, one.claim, mentioned)
    addIdsInDecision(schema, one.decision, mentioned)
  }
  const resolved = await resolveIds(store, mentioned)
  return {
    holder: holderId,
    target: targetId,
    asOf,
    ...describe(decision),
    ...(about && {
      about: onClaims.map((one) => ({ claim: claimRecord(one.claim), ...describe(one.decision) })),
    }),
    ...resolved,
  }
}

interface DecisionOnClaim {
  readonly claim: Claim
  readonly decision: StanceDecision
}

/** Section 5: the stances on claims about the target, where anything was said on them. */
function decideOnClaims(evidence: Evidence, question: StanceQuestion): readonly DecisionOnClaim[] {
  return [...evidence.claims.values()]
    .filter(({ subject, object }) => subject === question.target || object === question.target)
    .sort(compareClaims)
    .map((claim) => ({ claim, decision: decideStance(evidence, { ...question, target: claim.id }) }))
    .filter(({ decision }) => entriesOf(decision).length > 0)
}

function entriesOf({ deciding, superseded, leftOut, dissent }: StanceDecision): readonly Candidate[] {
  return [...deciding, ...superseded, ...leftOut, ...dissent]
}

function addIdsInDecision(schema: GraphSchema, decision: StanceDecision, ids: Set<string>): void {
  addIdsInEntries(schema, entriesOf(decision), ids)
  for (const { denials } of decision.leftOut) for (const denial of denials) addIdsIn(schema, denial, ids)
}

function describe(decision: StanceDecision): DecidedStance {
  return {
    stance: decision.stance,
    counts: decision.counts,
    orderUncertain: decision.orderUncertain,
    deciding: decision.deciding.map(toEntry),
    superseded: decision.superseded.map(toEntry),
    leftOut: decision.leftOut.map(toLeftOutEntry),
    dissent: decision.dissent.map(toEntry),
  }
}

function toLeftOutEntry(left: LeftOut): LeftOutEntry {
  const { claim, ...entry } = toEntry(left)
  const denials = left.reason === 'denied' && { denials: left.denials.map(claimRecord) }
  return { claim, reason: left.reason, ...denials, ...entry }
}

/** All that it takes to decide stances on some targets, for any holder and any day. */
import { parseDate } from '../dates/edtf.ts'
import { unnamed, type Claim, type Source } from '../graph/knowledge-graph.ts'
import type { GraphSchema, Stance } from '../graph/schema.ts'
import type { Bearing, BearingQuery, GraphStore } from '../stores/graph-store.ts'
import { lazy } from '../stores/lazy.ts'
import { afterAllDays, beforeAllDays, beginningOf, compareTexts, type DayRange } from './days.ts'
import { isAttributed, judgeDenials, type DenialJudge } from './denials.ts'
import { groupBy } from './group-by.ts'
import { createSpeaking, indexSteps, type Speaking } from './speaking.ts'

/** A claim as somebody's word on a target. */
export interface Word {
  readonly claim: Claim
  /** Whose word it is: the claim's subject, or of an implied support the actor whom the claim is according to. */
  readonly voice: string
  /** What it says on the target. */
  readonly stance: Stance
  /** Whether it is the support for a claim that lies in being whom this claim is according to. */
  readonly implied: boolean
  /** When it was said. */
  readonly day: DayRange
}

/**
 * Claims with what they mean to each other. It can be asked about many days and holders: what was worked out once is
 * kept with it.
 */
export interface Evidence {
  /** Every word on a target, complete for the targets that were gathered. */
  readonly wordsOn: (target: string) => readonly Word[]
  /** What holds on a day, whoever the holder is. */
  readonly asOf: (day: string) => DayView
  /** The times through which the same `speaks_for` claims stand denied, in their order; the first begins before all days. */
  readonly eras: () => readonly Era[]
  /** The claims by id. */
  readonly claims: ReadonlyMap<string, Claim>
}

/** Why a word does not count on a day, whoever the holder is. */
export type WordFault = 'retracted' | 'attributed' | 'denied' | 'date uncertain' | 'ended'

/** Who speaks for whom, and which denials stand, when a question is asked on a day of some time. */
export interface Era {
  /** Its first day, or {@link beforeAllDays}; it lasts until the next one begins. */
  readonly from: string
  readonly speaking: Speaking
  readonly denials: DenialJudge
}

/** Who speaks for whom, and what counts, when a question is asked on a day. */
export interface DayView {
  readonly day: string
  readonly speaking: Speaking
  /** The denials of a claim that stand, oldest first. */
  readonly denialsOf: (claim: Claim) => readonly Claim[]
  /** The first reason that holds; undefined where the word counts. */
  readonly reasonToLeaveOut: (word: Word) => WordFault | undefined
}

/** Asks a store for what bears on the stances in question: one call beside that for the schema. */
export async function gatherEvidence(store: GraphStore, query: BearingQuery): Promise<Evidence> {
  const [schema, bearing] = await Promise.all([store.schema(), store.bearingOn(query)])
  return buildEvidence(schema, bearing)
}

function buildEvidence(schema: GraphSchema, bearing: Bearing): Evidence {
  const claims = new Map(bearing.claims.map((claim) => [claim.id, claim]))
  const sources = new Map(bearing.sources.map((source) => [source.id, source]))
  const onObject = groupBy(bearing.claims, ({ object }) => object)
  const eras = lazy(() => findEras(schema, bearing.claims))
  return {
    claims,
    eras,
    asOf: keep((day) => viewOf(eraOn(eras(), day), day)),
    wordsOn: keep((target) => {
      const statement = claims.get(target)
      const support = statement && impliedSupport(statement, sources)
      return [...(onObject.get(target) ?? []).flatMap(statedWord), ...(support ? [support] : [])]
    }),
  }
}

/**
 * Who speaks for whom depends on which `speaks_for` claims are denied, and who may deny them on who speaks for whom.
 * So their denials are judged by what these claims say before any of them is denied.
 */
function findEras(schema: GraphSchema, claims: readonly Claim[]): readonly Era[] {
  const steps = claims.filter(({ relation }) => schema.relations.get(relation)?.speaksFor)
  const denials = groupBy(
    claims.filter(({ relation }) => schema.relations.get(relation)?.denies),
    ({ object }) => object,
  )
  const index = indexSteps(steps)
  const undenied = createSpeaking(index, new Set())
  const judge = judgeDenials(denials, undenied)
  const deniable = steps.filter(({ id }) => denials.has(id))
  const turns = new Set([beforeAllDays, ...deniable.flatMap((step) => judge.turns(step))])
  return [...turns].sort(compareTexts).map((from) => {
    const denied = deniable.filter((step) => judge.standing(step, from).length > 0)
    if (denied.length === 0) return { from, speaking: undenied, denials: judge }
    const speaking = createSpeaking(index, new Set(denied.map(({ id }) => id)))
    return { from, speaking, denials: judgeDenials(denials, speaking) }
  })
}

function eraOn(eras: readonly Era[], day: string): Era {
  const era = eras.findLast(({ from }) => from <= day)
  if (!era) throw new Error('the first era begins before all days')
  return era
}

function viewOf({ speaking, denials }: Era, day: string): DayView {
  const denialsOf = (claim: Claim) => denials.standing(claim, day)
  return { day, speaking, denialsOf, reasonToLeaveOut: keepReasons(day, speaking, denialsOf) }
}

function keepReasons(
  day: string,
  speaking: Speaking,
  denialsOf: DayView['denialsOf'],
): DayView['reasonToLeaveOut'] {
  const reasons = new Map<Word, WordFault | undefined>()
  return (word) => {
    if (!reasons.has(word)) reasons.set(word, faultOf(word, day, speaking, denialsOf))
    return reasons.get(word)
  }
}

/** Section 2 of the rule. An implied support can only be retracted or of uncertain date. */
function faultOf(
  word: Word,
  asOf: string,
  speaking: Speaking,
  denialsOf: DayView['denialsOf'],
): WordFault | undefined {
  const { claim, implied, day } = word
  if (claim.retracted !== undefined) return 'retracted'
  if (!implied && isAttributed(claim, speaking)) return 'attributed'
  if (!implied && denialsOf(claim).length > 0) return 'denied'
  if (day.last > asOf) return 'date uncertain'
  if (!implied && (claim.until ?? afterAllDays) < asOf) return 'ended'
  return undefined
}

/** The same function, which computes the answer for a key only once. */
function keep<T>(compute: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>()
  return (key) => {
    const known = kept.get(key)
    if (known !== undefined) return known
    const computed = compute(key)
    kept.set(key, computed)
    return computed
  }
}

function statedWord(claim: Claim): Word | readonly never[] {
  if (claim.stance === undefined) return []
  return { claim, voice: claim.subject, stance: claim.stance, implied: false, day: beginningOf(claim) }
}

/** A claim `according_to` an actor is that actor's word that it is so, on the day that its source was published. */
function impliedSupport(claim: Claim, sources: ReadonlyMap<string, Source>): Word | undefined {
  const { accordingTo, source } = claim
  if (accordingTo === undefined || accordingTo === unnamed) return undefined
  const day = publicationOf(source === undefined ? undefined : sources.get(source)) ?? beginningOf(claim)
  return { claim, voice: accordingTo, stance: 'supports', implied: true, day }
}

function publicationOf(source: Source | undefined): DayRange | undefined {
  if (source?.published === undefined) return undefined
  const published = parseDate(source.published)
  return published.ok ? beginningOf(published.date) : undefined
}

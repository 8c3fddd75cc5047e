/** Answers who takes which stance on a target: the camps. */
import type { GraphSchema, Stance } from '../graph/schema.ts'
import { isAnyOf } from '../graph/schema.ts'
import { consistently } from '../stores/consistently.ts'
import type { GraphStore, Things } from '../stores/graph-store.ts'
import { resolvedFrom, type Resolved } from './answer-records.ts'
import { compareTexts, dayAsked } from './days.ts'
import { decideStances, type HolderDecision } from './decide-stances.ts'
import { gatherEvidence } from './evidence.ts'
import { resolveNames, resolveRelations } from './resolve-names.ts'
import type { LeftOutReason, StanceResult } from './settle.ts'
import { addIdsInEntries, toEntry, type StanceEntry } from './stance-entries.ts'

/** How {@link stancesOn} is to answer. */
export interface StancesOptions {
  /** The day that the question is asked on, by default today in UTC; what was done later does not exist yet. */
  readonly asOf?: string
  /** Whether the words of those who speak for somebody count for it too, by default true. */
  readonly rollUp?: boolean
  /** Only claims of these relations count; an abstract one stands for those that extend it. */
  readonly relations?: readonly string[]
}

/** A stance that can be known. */
export type Camp = Exclude<StanceResult, 'unknown'>

/** The camps, in the order in which answers list them. */
export const camps: readonly Camp[] = ['supports', 'opposes', 'withholds', 'neutral', 'mixed']

/** Somebody's stance. It is what `stanceOf` answers for this holder. */
export interface StanceRow {
  /** Id of an entity. */
  readonly holder: string
  readonly stance: Camp
  /** `own`: a deciding claim is its own word; `rolledUp`: only others spoke for it. */
  readonly counted: 'own' | 'rolledUp'
  /** How many of the deciding claims say what; stances that none takes are absent. */
  readonly counts: Readonly<Partial<Record<Stance, number>>>
  /** Whether claims that disagree stand side by side because their dates are not precise enough. */
  readonly orderUncertain: boolean
  /** How many claims decide. */
  readonly deciding: number
  /** The newest of these (by earliest, then latest day), of several the one with the smallest id. */
  readonly newest: StanceEntry
}

/** Somebody for whom something was said on the target of which nothing decides as of the day. */
export interface UnknownRow {
  /** Id of an entity. */
  readonly holder: string
  /** Why its claims are left out, in alphabetical order. What an end supersedes has no reason of its own. */
  readonly reasons: readonly LeftOutReason[]
}

/** The answer of {@link stancesOn}. The same graph gives the same JSON, in whatever order a store holds its claims. */
export interface StancesAnswer extends Resolved {
  /** Id of the entity or claim that the stances are on. */
  readonly target: string
  readonly asOf: string
  /** By stance in the order of {@link camps}, then by the holder's type, then by its id. */
  readonly rows: readonly StanceRow[]
  /** Those whose stance is unknown as of the day although they or their voices have said something; by type, then id. */
  readonly unknown: readonly UnknownRow[]
}

/**
 * Who takes which stance on `target` as of a day: a row for each subject of a claim that counts (for whom it was made,
 * and whom it is according to, where the target is that claim), and for each entity that one of these spoke for and
 * whose type may be the subject of a relation with a stance. The target may be an id, a name or an alias, in whatever
 * case and without accents. Rejects with an UnknownNameError, AmbiguousNameError, UnknownRelationError or
 * InvalidDayError, and with whatever the store throws.
 */
export function stancesOn(
  store: GraphStore,
  target: string,
  options: StancesOptions = {},
): Promise<StancesAnswer> {
  return consistently(store, (view) => askStancesOn(view, target, options))
}

async function askStancesOn(
  store: GraphStore,
  target: string,
  options: StancesOptions,
): Promise<StancesAnswer> {
  const { rollUp = true, relations } = options
  const asOf = dayAsked(options.asOf)
  const [schema, [targetId = target]] = await Promise.all([store.schema(), resolveNames(store, [target])])
  const allowed = relations && { relations: resolveRelations(schema, relations) }
  const evidence = await gatherEvidence(store, { targets: [targetId] })
  const decisions = decideStances(evidence, { target: targetId, asOf, rollUp, ...allowed })
  const things = await store.lookUp([...idsIn(schema, targetId, decisions)])
  const listed = sortHolders(schema, things, decisions)
  return {
    target: targetId,
    asOf,
    rows: camps.flatMap((camp) => listed.flatMap((decision) => toRow(decision, camp))),
    unknown: listed.filter(({ stance }) => stance === 'unknown').map(toUnknownRow),
    ...resolvedFrom(things, idsIn(schema, targetId, listed)),
  }
}

/** Every id that the rows of these decisions refer to. */
function idsIn(schema: GraphSchema, target: string, decisions: readonly HolderDecision[]): Set<string> {
  const ids = new Set([target])
  for (const { holder, deciding } of decisions) {
    ids.add(holder)
    addIdsInEntries(schema, deciding.slice(0, 1), ids)
  }
  return ids
}

/** Those that get a row, by type and id. A position speaks for its country, but takes no stance itself. */
function sortHolders(
  schema: GraphSchema,
  { entities }: Things,
  decisions: readonly HolderDecision[],
): readonly HolderDecision[] {
  const types = new Map(entities.map(({ id, type }) => [id, type]))
  const typeOf = ({ holder }: HolderDecision) => types.get(holder) ?? ''
  const taking = [...schema.relations.values()].filter(({ stance }) => stance !== undefined)
  const holderTypes = [...new Set(taking.flatMap(({ from }) => from))]
  return decisions
    .filter((decision) => decision.speaks || isAnyOf(schema, typeOf(decision), holderTypes))
    .sort((a, b) => compareTexts(typeOf(a), typeOf(b)) || compareTexts(a.holder, b.holder))
}

function toRow(decision: HolderDecision, camp: Camp): StanceRow | readonly never[] {
  const { holder, stance, counts, orderUncertain, deciding } = decision
  const [newest] = deciding
  if (stance !== camp || !newest) return []
  return {
    holder,
    stance: camp,
    counted: deciding.some(({ word }) => word.voice === holder) ? 'own' : 'rolledUp',
    counts,
    orderUncertain,
    deciding: deciding.length,
    newest: toEntry(newest),
  }
}

function toUnknownRow({ holder, leftOut }: HolderDecision): UnknownRow {
  return { holder, reasons: [...new Set(leftOut.map(({ reason }) => reason))].sort() }
}

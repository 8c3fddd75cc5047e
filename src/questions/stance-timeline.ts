/** Answers how the stance that a holder takes on a target has changed. */
import type { Stance } from '../graph/schema.ts'
import { consistently } from '../stores/consistently.ts'
import type { GraphStore } from '../stores/graph-store.ts'
import { resolveIds, type Resolved } from './answer-records.ts'
import { beforeAllDays } from './days.ts'
import { decideTimeline, type StanceChange } from './decide-timeline.ts'
import { gatherEvidence } from './evidence.ts'
import { resolveNames, resolveRelations } from './resolve-names.ts'
import { countStances, type StanceResult } from './settle.ts'
import { addIdsInEntries, toEntry, type StanceEntry } from './stance-entries.ts'

/** How {@link stanceTimeline} is to answer. */
export interface TimelineOptions {
  /** Whether the words of those who speak for the holder count, by default true. */
  readonly rollUp?: boolean
  /** Only claims of these relations count; an abstract one stands for those that extend it. */
  readonly relations?: readonly string[]
}

/** What `stanceOf` answers on every day from `from` until the next entry begins. */
export interface TimelineEntry {
  /** The first day; absent in an entry that begins before every day. */
  readonly from?: string
  /** `unknown` where nothing decides any more, or again. */
  readonly stance: StanceResult
  /** How many of the deciding claims say what; stances that none takes are absent. */
  readonly counts: Readonly<Partial<Record<Stance, number>>>
  /** Whether claims that disagree stand side by side because their dates are not precise enough. */
  readonly orderUncertain: boolean
  /** Newest first (by earliest, then latest day), then by claim id; empty where the stance is unknown. */
  readonly deciding: readonly StanceEntry[]
}

/** The answer of {@link stanceTimeline}. The same graph gives the same JSON, in whatever order a store holds its claims. */
export interface TimelineAnswer extends Resolved {
  /** Id of the entity whose stance was asked for. */
  readonly holder: string
  /** Id of the entity or claim that the stance is on. */
  readonly target: string
  /**
   * Oldest first. Each differs from the one before it in its stance, in its deciding claims, or in how these count (by
   * another path, or in an order that is no longer uncertain). Before the first the stance is unknown; without any it
   * always is.
   */
  readonly entries: readonly TimelineEntry[]
}

/**
 * How the stance of `holder` on `target` changed, as `stanceOf` would answer from day to day. Days of which something
 * can have happened only afterwards are as uncertain here as there: a claim of `2024-05` counts from its last day on.
 * Both may be ids, names or aliases, in whatever case and without accents. Rejects with an UnknownNameError,
 * AmbiguousNameError or UnknownRelationError, and with whatever the store throws.
 */
export function stanceTimeline(
  store: GraphStore,
  holder: string,
  target: string,
  options: TimelineOptions = {},
): Promise<TimelineAnswer> {
  return consistently(store, (view) => askTimeline(view, holder, target, options))
}

async function askTimeline(
  store: GraphStore,
  holder: string,
  target: string,
  options: TimelineOptions,
): Promise<TimelineAnswer> {
  const { rollUp = true, relations } = options
  const [schema, ids] = await Promise.all([store.schema(), resolveNames(store, [holder, target])])
  const [holderId = holder, targetId = target] = ids
  const allowed = relations && { relations: resolveRelations(schema, relations) }
  const evidence = await gatherEvidence(store, { targets: [targetId], holders: [holderId] })
  const changes = decideTimeline(evidence, { holder: holderId, target: targetId, rollUp, ...allowed })
  const mentioned = new Set(ids)
  for (const { deciding } of changes) addIdsInEntries(schema, deciding, mentioned)
  const resolved = await resolveIds(store, mentioned)
  return { holder: holderId, target: targetId, entries: changes.map(toTimelineEntry), ...resolved }
}

function toTimelineEntry({ from, stance, orderUncertain, deciding }: StanceChange): TimelineEntry {
  return {
    ...(from !== beforeAllDays && { from }),
    stance,
    counts: countStances(deciding),
    orderUncertain,
    deciding: deciding.map(toEntry),
  }
}

/** Who speaks for whom on which day, and by which path of `speaks_for` claims. */
import { unnamed, type Claim } from '../graph/knowledge-graph.ts'
import { afterAllDays, beginningOf, compareTexts, type DayRange } from './days.ts'
import { groupBy } from './group-by.ts'

/** One step of the path by which a voice speaks for a holder. */
export interface PathStep {
  readonly from: string
  /** The relation of a `speaks_for` claim, or `on behalf of`. */
  readonly relation: string
  readonly to: string
  /** The id of the claim that says so. */
  readonly claim: string
  /** Whether the step was in force for certain, whatever day the imprecise dates stand for. */
  readonly certain: boolean
}

/** A `speaks_for` claim whose source stands by it. */
interface Step {
  readonly claim: Claim
  readonly earliest: string
  readonly latest: string
  readonly untilEarliest: string
  readonly until: string
}

/** `speaks_for` claims by their subject, each list in the order of claim ids. */
type StepsBySubject = ReadonlyMap<string, readonly Step[]>

/** The steps that `speaks_for` claims are; a retracted one is none. */
export function indexSteps(claims: readonly Claim[]): StepsBySubject {
  const standing = claims.filter(({ retracted }) => retracted === undefined)
  const steps = standing.sort((a, b) => compareTexts(a.id, b.id)).map(toStep)
  return groupBy(steps, ({ claim }) => claim.subject)
}

function toStep(claim: Claim): Step {
  const { first, last } = beginningOf(claim)
  const { untilEarliest = afterAllDays, until = afterAllDays } = claim
  return { claim, earliest: first, latest: last, untilEarliest, until }
}

/** Whom each actor speaks for. */
export interface Speaking {
  /** Whom `voice` speaks for on a day, itself left out. */
  spokenForBy(voice: string, day: DayRange): Reach
}

/** Whom one voice speaks for on a day, each with the step that leads there. Keys come shortest path first. */
type Reach = ReadonlyMap<string, Step>

/**
 * Who speaks for whom, the claims with one of the `denied` ids left out. A claim `according_to` somebody gives a path
 * only where that actor is its object, speaks for it or is spoken for by it on the day that is asked about, by paths
 * that need no such backing. Cycles do no harm. What was worked out for a day is kept.
 */
export function createSpeaking(steps: StepsBySubject, denied: ReadonlySet<string>): Speaking {
  const plain = cachedReach((voice, day) =>
    reach(steps, voice, day, (step) => isPlain(step) && !isDenied(step)),
  )
  const isDenied = ({ claim }: Step): boolean => denied.has(claim.id)
  const isBacked = (step: Step, day: DayRange): boolean => {
    const { accordingTo, object } = step.claim
    if (isPlain(step) || accordingTo === object) return true
    if (accordingTo === undefined || accordingTo === unnamed) return false
    return plain(accordingTo, day).has(object) || plain(object, day).has(accordingTo)
  }
  return {
    spokenForBy: cachedReach((voice, day) =>
      reach(steps, voice, day, (step) => !isDenied(step) && isBacked(step, day)),
    ),
  }
}

function isPlain({ claim }: Step): boolean {
  return claim.accordingTo === undefined
}

type FindReach = (voice: string, day: DayRange) => Reach

function cachedReach(find: FindReach): FindReach {
  const cache = new Map<string, Map<string, Reach>>()
  return (voice, day) => {
    let byDay = cache.get(voice)
    if (!byDay) cache.set(voice, (byDay = new Map<string, Reach>()))
    const key = `${day.first}/${day.last}`
    let found = byDay.get(key)
    if (!found) byDay.set(key, (found = find(voice, day)))
    return found
  }
}

/**
 * Breadth first, each actor's steps in the order of claim ids: so the first path found to an actor is the shortest,
 * and of several shortest the one whose claim ids come first.
 */
function reach(steps: StepsBySubject, voice: string, day: DayRange, counts: (step: Step) => boolean): Reach {
  const reached = new Map<string, Step>()
  const queue = [voice]
  for (const actor of queue) {
    for (const step of steps.get(actor) ?? []) {
      const { object } = step.claim
      if (object === voice || reached.has(object) || !isInForce(step, day) || !counts(step)) continue
      reached.set(object, step)
      queue.push(object)
    }
  }
  return reached
}

function isInForce(step: Step, day: DayRange): boolean {
  return step.earliest <= day.last && step.until >= day.first
}

/** The path by which `voice` reaches `holder` on `day`; undefined where it does not speak for it. */
export function pathTo(
  speaking: Speaking,
  voice: string,
  holder: string,
  day: DayRange,
): readonly PathStep[] | undefined {
  const reached = speaking.spokenForBy(voice, day)
  if (!reached.has(holder)) return undefined
  const path: PathStep[] = []
  for (let step = reached.get(holder); step; step = reached.get(step.claim.subject)) {
    const { id, subject, relation, object } = step.claim
    const certain = step.latest <= day.first && step.untilEarliest >= day.last
    path.push({ from: subject, relation, to: object, claim: id, certain })
  }
  return path.reverse()
}

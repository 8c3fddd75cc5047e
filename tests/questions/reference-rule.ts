/**
 * The rule of docs/stance.md word by word, without a thought for speed: all simple paths, all pairs of claims. The
 * real one is compared with it on random graphs.
 */
import type { Claim, KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'

interface Day {
  readonly first: string
  readonly last: string
}

interface ReferenceWord {
  readonly key: string
  readonly claim: Claim
  readonly voice: string
  readonly stance: string
  readonly implied: boolean
  readonly day: Day
  readonly ended: boolean
}

interface Counting extends ReferenceWord {
  /** The ids of the claims on the path. */
  readonly path: readonly string[]
}

/** Each list is sorted, entries as `voice: claim id via path`. */
export interface ReferenceDecision {
  readonly stance: string
  readonly orderUncertain: boolean
  readonly deciding: readonly string[]
  readonly superseded: readonly string[]
  readonly leftOut: readonly string[]
  readonly dissent: readonly string[]
}

export interface ReferenceQuestion {
  readonly holder: string
  readonly target: string
  readonly asOf: string
  readonly rollUp: boolean
}

export function entryText(voice: string, claim: string, path: readonly string[]): string {
  return `${voice}: ${claim} via ${path.join(', ')}`
}

export function decideByReference(graph: KnowledgeGraph, question: ReferenceQuestion): ReferenceDecision {
  const { holder, target, asOf, rollUp } = question
  const claims = [...graph.claims.values()]
  const relationOf = (claim: Claim) => graph.schema.relations.get(claim.relation)
  const steps = claims.filter((claim) => relationOf(claim)?.speaksFor && !claim.retracted)
  const denials = claims.filter((claim) => relationOf(claim)?.denies)

  const plainPath = (from: string, to: string, day: Day, denied: readonly Claim[]) =>
    bestPath(
      steps.filter((step) => !step.accordingTo && !denied.includes(step)),
      from,
      to,
      day,
    )
  const speakingPath = (from: string, to: string, day: Day, denied: readonly Claim[]) =>
    bestPath(
      steps.filter((step) => {
        const backer = step.accordingTo
        if (denied.includes(step)) return false
        if (!backer || backer === step.object) return true
        if (backer === 'unnamed') return false
        return (
          plainPath(backer, step.object, day, denied) !== undefined ||
          plainPath(step.object, backer, day, denied) !== undefined
        )
      }),
      from,
      to,
      day,
    )
  type Speaks = (from: string, to: string, day: Day) => boolean

  const attributed = (claim: Claim, speaks: Speaks): boolean => {
    if (!claim.accordingTo || claim.accordingTo === claim.subject) return false
    return claim.accordingTo === 'unnamed' || !speaks(claim.accordingTo, claim.subject, dayOf(claim))
  }
  const actors = [...graph.entities.keys()]
  const countsFor = (claim: Claim, actor: string, speaks: Speaks): boolean => {
    const speaker = claim.onBehalfOf ?? claim.subject
    return actor === claim.subject || actor === speaker || speaks(speaker, actor, dayOf(claim))
  }
  const isDenied = (claim: Claim, speaks: Speaks): boolean =>
    denials.some(
      (denial) =>
        denial.object === claim.id &&
        !denial.retracted &&
        dayOf(denial).last <= asOf &&
        !attributed(denial, speaks) &&
        !isDenied(denial, speaks) &&
        actors.some((actor) => countsFor(denial, actor, speaks) && countsFor(claim, actor, speaks)),
    )
  const beforeDenials: Speaks = (from, to, day) => speakingPath(from, to, day, []) !== undefined
  const deniedSteps = steps.filter((step) => isDenied(step, beforeDenials))
  const pathOn = (from: string, to: string, day: Day) => speakingPath(from, to, day, deniedSteps)
  const speaks: Speaks = (from, to, day) => pathOn(from, to, day) !== undefined

  const statement = graph.claims.get(target)
  const words = [
    ...claims
      .filter((claim) => claim.object === target && claim.stance)
      .map((claim) => statedWord(claim, asOf)),
    ...(statement?.accordingTo && statement.accordingTo !== 'unnamed' ? [impliedWord(graph, statement)] : []),
  ].filter(({ day }) => day.first <= asOf)

  const pathFor = (word: ReferenceWord): readonly string[] | undefined => {
    if (word.implied || !word.claim.onBehalfOf) return pathOn(word.voice, holder, word.day)
    if (word.claim.onBehalfOf === holder) return [word.claim.id]
    const rest = pathOn(word.claim.onBehalfOf, holder, word.day)
    return rest && [word.claim.id, ...rest]
  }
  const reasonFor = ({ claim, implied, day, ended }: ReferenceWord): string | undefined => {
    if (claim.retracted) return 'retracted'
    if (!implied && attributed(claim, speaks)) return 'attributed'
    if (!implied && isDenied(claim, speaks)) return 'denied'
    if (day.last > asOf) return 'date uncertain'
    return ended ? 'ended' : undefined
  }
  const settle = (candidates: readonly Counting[], self: string) => {
    const judged = candidates.map((word) => ({ word, reason: reasonFor(word) }))
    const part = judged.filter(({ reason }) => reason === undefined || reason === 'ended')
    const supersedes = (x: (typeof part)[number], y: Counting): boolean =>
      x.word.day.first > y.day.last ||
      (x.reason === 'ended' && y.day.last <= (x.word.claim.untilEarliest ?? ''))
    const counting = part.filter(({ reason }) => reason === undefined).map(({ word }) => word)
    const superseded = counting.filter((y) => part.some((x) => supersedes(x, y)))
    const last = counting.filter((y) => !superseded.includes(y))
    const disagree = (some: readonly Counting[]) => new Set(some.map(({ stance }) => stance)).size > 1
    const orderUncertain = last.some((x) =>
      last.some((y) => x.stance !== y.stance && (x.day.last > y.day.first || y.day.last > x.day.first)),
    )
    const outspoken = disagree(last) ? last.filter(({ stance }) => stance !== 'neutral') : last
    const own = outspoken.filter(({ voice }) => voice === self)
    const deciding = disagree(outspoken) && own.length > 0 ? own : outspoken
    const stance = disagree(deciding) ? 'mixed' : (deciding[0]?.stance ?? 'unknown')
    const setAside = outspoken.filter((word) => !deciding.includes(word))
    const toDissent = setAside.filter((word) => stance !== 'mixed' && word.stance !== stance)
    const leftOut = [
      ...judged.flatMap(({ word, reason }) => (reason ? [{ word, reason }] : [])),
      ...last.filter((word) => !outspoken.includes(word)).map((word) => ({ word, reason: 'neutral yields' })),
      ...setAside
        .filter((word) => !toDissent.includes(word))
        .map((word) => ({ word, reason: 'own outranks' })),
    ]
    return { stance, orderUncertain, deciding, superseded, leftOut, toDissent }
  }

  const candidates = words.flatMap((word): Counting[] => {
    const path = word.voice === holder ? [] : rollUp ? pathFor(word) : undefined
    return path ? [{ ...word, path }] : []
  })
  const answer = settle(candidates, holder)
  const lastWords = [...new Set(words.map(({ voice }) => voice))].flatMap((voice) => {
    const path = voice === holder || !rollUp ? undefined : pathOn(voice, holder, { first: asOf, last: asOf })
    if (!path || answer.stance === 'mixed' || answer.stance === 'unknown') return []
    const own = words.filter((word) => {
      const behalf = word.implied ? undefined : word.claim.onBehalfOf
      return word.voice === voice && (!behalf || behalf === holder || speaks(behalf, holder, word.day))
    })
    const last = settle(
      own.map((word) => ({ ...word, path: pathFor(word) ?? path })),
      voice,
    )
    return last.stance === answer.stance ? [] : last.deciding
  })
  const texts = (some: readonly Counting[]) =>
    [...new Set(some.map(({ voice, key, path }) => entryText(voice, key, path)))].sort()
  return {
    stance: answer.stance,
    orderUncertain: answer.orderUncertain,
    deciding: texts(answer.deciding),
    superseded: texts(answer.superseded),
    leftOut: answer.leftOut.map(({ word, reason }) => `${texts([word]).join('')}: ${reason}`).sort(),
    dissent: texts([...answer.toDissent, ...lastWords]),
  }
}

function dayOf(claim: Claim): Day {
  return { first: claim.earliest ?? '', last: claim.latest ?? '' }
}

function statedWord(claim: Claim, asOf: string): ReferenceWord {
  const ended = claim.until !== undefined && claim.until < asOf
  const { subject, stance = '', id } = claim
  return { key: id, claim, voice: subject, stance, implied: false, day: dayOf(claim), ended }
}

/** The sources of the random graphs are published on full days. */
function impliedWord(graph: KnowledgeGraph, claim: Claim): ReferenceWord {
  const published = graph.sources.get(claim.source ?? '')?.published
  const day = published === undefined ? dayOf(claim) : { first: published, last: published }
  const voice = claim.accordingTo ?? ''
  return { key: `implied by ${claim.id}`, claim, voice, stance: 'supports', implied: true, day, ended: false }
}

/** The claim ids of the shortest path in force, of several the first; undefined where there is none. */
function bestPath(
  steps: readonly Claim[],
  from: string,
  to: string,
  day: Day,
): readonly string[] | undefined {
  if (from === to) return undefined
  const inForce = steps.filter((step) => dayOf(step).first <= day.last && (step.until ?? '~') >= day.first)
  const paths = simplePaths(inForce, from, to, new Set([from]))
  return paths.sort((a, b) => a.length - b.length || (a.join('\0') < b.join('\0') ? -1 : 1))[0]
}

function simplePaths(
  steps: readonly Claim[],
  from: string,
  to: string,
  visited: ReadonlySet<string>,
): string[][] {
  return steps
    .filter((step) => step.subject === from && !visited.has(step.object))
    .flatMap((step) => {
      if (step.object === to) return [[step.id]]
      const rest = simplePaths(steps, step.object, to, new Set([...visited, step.object]))
      return rest.map((path) => [step.id, ...path])
    })
}

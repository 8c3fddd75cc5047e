/** Claims about claims must come to an end. */
import type { Report } from '../../diagnostics/diagnostic.ts'
import { placeOf } from '../../yaml/yaml-node.ts'
import type { ClaimDraft } from '../drafts.ts'

/** A claim that has an id of its own, and the claims it is about. */
export interface ClaimAboutClaims {
  readonly id: string
  readonly draft: ClaimDraft
  readonly about: readonly string[]
}

/**
 * A set of claims is only valid if no claim is about itself, directly or through others. A circle is reported once,
 * at its first claim, with the others related.
 */
export function checkClaimCycles(claims: readonly ClaimAboutClaims[], report: Report): void {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const order = new Map(claims.map(({ id }, i) => [id, i]))
  const done = new Set<string>()
  for (const claim of claims) {
    const cycle = findCycle(claim, byId, done)
    if (cycle) reportCycle(cycle, order, report)
  }
}

interface Step {
  readonly claim: ClaimAboutClaims
  next: number
}

/** Walks from a claim with a stack of its own, since chains can be longer than the call stack. */
function findCycle(
  start: ClaimAboutClaims,
  byId: ReadonlyMap<string, ClaimAboutClaims>,
  done: Set<string>,
): readonly ClaimAboutClaims[] | undefined {
  if (done.has(start.id)) return undefined
  const path: Step[] = [{ claim: start, next: 0 }]
  const onPath = new Set([start.id])
  let cycle: readonly ClaimAboutClaims[] | undefined
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const id = step.claim.about[step.next++]
    if (id === undefined) {
      path.pop()
      onPath.delete(step.claim.id)
      done.add(step.claim.id)
    } else if (onPath.has(id)) {
      cycle ??= path.slice(path.findIndex(({ claim }) => claim.id === id)).map(({ claim }) => claim)
    } else {
      const claim = byId.get(id)
      if (!claim || done.has(id)) continue
      path.push({ claim, next: 0 })
      onPath.add(id)
    }
  }
  return cycle
}

function reportCycle(
  cycle: readonly ClaimAboutClaims[],
  order: ReadonlyMap<string, number>,
  report: Report,
): void {
  const sorted = [...cycle].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  const [first, ...others] = sorted
  if (!first) return
  report(
    'claim-cycle',
    placeOf(first.draft.file, first.draft.triple),
    { ids: sorted.map(({ id }) => id) },
    others.map(({ id, draft }) => ({
      message: `\`${id}\` is part of it.`,
      place: placeOf(draft.file, draft.triple),
    })),
  )
}

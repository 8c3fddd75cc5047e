/** The stance of a claim comes from its relation, or from the claim where the relation leaves it to each. */
import { stances, type Relation, type Stance } from '../../graph/schema.ts'
import { nearestNames } from '../../names/nearest.ts'
import { readText } from '../../yaml/read-values.ts'
import { placeOf, placeOfKey } from '../../yaml/yaml-node.ts'
import type { Check } from '../check.ts'
import type { ClaimDraft } from '../drafts.ts'

/** The stance a claim takes: `effective` counts; `stated` is what a condition has turned into `withholds`. */
export interface ClaimStance {
  readonly effective?: Stance
  readonly stated?: Stance
}

/**
 * The stance of a claim. A claim is only valid if it gives a `stance:` exactly where its relation says `per claim`,
 * and then one of the four. A condition makes any stance count as `withholds`; where there is no stance it is idle,
 * which is a warning.
 */
export function readStance(draft: ClaimDraft, relation: Relation, check: Check): ClaimStance {
  const stance = relation.stance === 'per claim' ? readOwnStance(draft, relation, check) : relation.stance
  if (relation.stance !== 'per claim') refuseOwnStance(draft, relation, check)
  const { condition } = draft.keys
  if (!condition) return stance === undefined ? {} : { effective: stance }
  if (relation.stance === undefined) {
    const place = placeOfKey(draft.file, condition)
    check.report('condition-without-stance', place, { relation: relation.name })
  }
  if (stance === undefined) return {}
  return relation.stance === 'per claim'
    ? { effective: 'withholds', stated: stance }
    : { effective: 'withholds' }
}

function readOwnStance(draft: ClaimDraft, relation: Relation, check: Check): Stance | undefined {
  const entry = draft.keys.stance
  if (!entry) {
    check.report('missing-stance', placeOf(draft.file, draft.triple), { relation: relation.name })
    return undefined
  }
  const text = readText(entry.value, draft.file, check.report)
  const stance = stances.find((known) => known === text)
  if (text !== undefined && stance === undefined) {
    const nearest = nearestNames(text, stances)
    check.report('unknown-stance', placeOf(draft.file, entry.value), { stance: text, nearest })
  }
  return stance
}

function refuseOwnStance(draft: ClaimDraft, relation: Relation, check: Check): void {
  const entry = draft.keys.stance
  if (!entry) return
  const params = { relation: relation.name, stance: relation.stance }
  check.report('stance-not-allowed', placeOfKey(draft.file, entry), params)
}

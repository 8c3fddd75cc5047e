/** Joint statements: of a size that can be handled, and without an id. */
import type { Report } from '../../diagnostics/diagnostic.ts'
import { placeOf } from '../../yaml/yaml-node.ts'
import type { ClaimDraft } from '../drafts.ts'

/** The most claims that one joint statement makes. */
const limit = 1000

/**
 * Whether a draft can be made into claims. A joint statement is only valid if it makes at most 1,000 claims, for each
 * of them knows all others, and if it has no `id`, which would name them all.
 */
export function checkJoint({ file, triple, keys, subjects, objects }: ClaimDraft, report: Report): boolean {
  const count = subjects.length * objects.length
  if (count > limit) report('joint-too-large', placeOf(file, triple), { count, limit })
  else if (count > 1 && keys.id?.value.kind === 'scalar') {
    report('joint-with-id', placeOf(file, keys.id.value), { id: keys.id.value.text, count })
  }
  return count <= limit
}

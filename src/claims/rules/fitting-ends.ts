/** Subject and object of a claim must have the types that its relation allows, in that direction. */
import { isAnyOf, type Relation } from '../../graph/schema.ts'
import { placeOf } from '../../yaml/yaml-node.ts'
import { placeOfName, type Check } from '../check.ts'
import type { ClaimDraft, WrittenName } from '../drafts.ts'
import type { Target } from '../names.ts'

/** The ends of a claim as written, with what they mean; undefined where that is not known. */
export interface Ends {
  readonly subjects: readonly (Target | undefined)[]
  readonly objects: readonly (Target | undefined)[]
}

/**
 * Checks that the ends fit. A claim is only valid if the type of each subject is one of the relation's `from`, and that
 * of each object one of its `to`, or extends one of them. Ends that would fit the other way round are reported as a
 * reversed triple; nothing is turned round.
 */
export function checkEnds(draft: ClaimDraft, relation: Relation, ends: Ends, check: Check): void {
  if (check.damagedRelations.has(relation.name) || isReversed(draft, relation, ends, check)) return
  for (const [i, name] of draft.subjects.entries()) {
    checkEnd(name, ends.subjects[i], 'subject', draft, relation, check)
  }
  for (const [i, name] of draft.objects.entries()) {
    checkEnd(name, ends.objects[i], 'object', draft, relation, check)
  }
}

function isReversed(draft: ClaimDraft, relation: Relation, ends: Ends, check: Check): boolean {
  const [subject, ...otherSubjects] = ends.subjects
  const [object, ...otherObjects] = ends.objects
  if (subject?.type === undefined || object?.type === undefined) return false
  if (otherSubjects.length > 0 || otherObjects.length > 0) return false
  const { from, to } = relation
  const fitsAsWritten = isAnyOf(check.schema, subject.type, from) && isAnyOf(check.schema, object.type, to)
  const fitsReversed = isAnyOf(check.schema, object.type, from) && isAnyOf(check.schema, subject.type, to)
  if (fitsAsWritten || !fitsReversed) return false
  check.report('reversed-triple', placeOf(draft.file, draft.triple), {
    relation: relation.name,
    subject: draft.subjects[0]?.text ?? subject.id,
    object: draft.objects[0]?.text ?? object.id,
    from: subject.type,
    to: object.type,
  })
  return true
}

function checkEnd(
  name: WrittenName,
  target: Target | undefined,
  end: 'subject' | 'object',
  draft: ClaimDraft,
  relation: Relation,
  check: Check,
): void {
  const allowed = end === 'subject' ? relation.from : relation.to
  if (target?.type === undefined || isAnyOf(check.schema, target.type, allowed)) return
  check.report('wrong-end', placeOfName(draft.file, name), {
    relation: relation.name,
    end,
    name: name.text,
    type: target.type,
    allowed,
  })
}

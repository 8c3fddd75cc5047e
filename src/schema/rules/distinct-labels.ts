/** Rule: every relation has a label of its own. */
import type { RelationDraft, Written } from '../drafts.ts'
import { defaultLabel, isLabel } from '../labels.ts'
import { isReservedLabel } from '../reserved-names.ts'

/**
 * A graph schema is only valid if each relation has a label that Cypher takes as it is, that is no structural one, and
 * that no other relation has. The label of each relation, by name.
 */
export function readLabels(relations: Iterable<RelationDraft>): Map<string, string> {
  const labels = new Map<string, string>()
  const holders = new Map<string, RelationDraft>()
  for (const relation of relations) {
    const label = labelOf(relation)
    labels.set(relation.name, label.value)
    if (!isOwnLabel(relation, label)) continue
    const other = holders.get(label.value)
    if (!other) holders.set(label.value, relation)
    else {
      const related = [{ message: `\`${other.name}\` has it too`, place: labelOf(other).place }]
      relation.report('duplicate-label', label.place, { label: label.value, other: other.name }, related)
    }
  }
  return labels
}

function labelOf({ name, place, label }: RelationDraft): Written<string> {
  return label ?? { value: defaultLabel(name), place }
}

function isOwnLabel(
  { name, label: given, report }: RelationDraft,
  { value, place }: Written<string>,
): boolean {
  const isGiven = given !== undefined
  if (isReservedLabel(value)) report('reserved-label', place, { relation: name, label: value })
  else if (isLabel(value)) return true
  else report('invalid-label', place, { label: isGiven ? value : undefined, relation: name })
  return false
}

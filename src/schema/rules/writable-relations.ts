/** Rule: relations have names that can be written in a claim. */
import type { RelationDraft } from '../drafts.ts'

/** What arrow notation reads as an arrow or as a part of one. */
const arrow = /[—–→]|->|--|(?<=^|\s)-|-$/u

/**
 * A relation is only valid if its name can stand between the arrows of a claim: it has no arrow in it, no line break,
 * and no white space at its ends.
 */
export function requireWritableName({ name, place, report }: RelationDraft): void {
  const found = arrow.exec(name)?.[0]
  if (found !== undefined) report('unwritable-relation', place, { relation: name, arrow: found })
  else if (name !== name.trim() || /[\r\n]/.test(name))
    report('unwritable-relation', place, { relation: name })
}

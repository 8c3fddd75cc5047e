/** Rule: what is extended exists. */
import { builtInTypes } from '../../graph/schema.ts'
import { nearestNames } from '../../names/nearest.ts'
import { mayBeDeclared, type SchemaCheck } from '../check.ts'
import type { RelationDraft, TypeDraft, Written } from '../drafts.ts'

/**
 * A type is only valid if all types that it extends are declared, or built in; `Claim` cannot be extended, since
 * there are no claims but those of relations. The parents that it can have, each once.
 */
export function knownTypeParents(type: TypeDraft, check: SchemaCheck): Written<string>[] {
  const names = new Set<string>()
  return type.parents.filter((parent) => {
    const isKnown = isTypeParent(parent, type, check) && !names.has(parent.value)
    names.add(parent.value)
    return isKnown
  })
}

function isTypeParent(parent: Written<string>, { report, damage }: TypeDraft, check: SchemaCheck): boolean {
  if (parent.value === 'Claim') {
    report('claim-extended', parent.place, {})
    return false
  }
  if (check.types.has(parent.value) || builtInTypes.some((type) => type === parent.value)) return true
  const nearest = nearestNames(parent.value, [...check.types.keys(), 'Entity', 'Source'])
  if (mayBeDeclared(check, 'type', parent.value)) damage()
  else report('unknown-type', parent.place, { type: parent.value, nearest })
  return false
}

/** A relation is only valid if the one that it extends is declared. The parent that it can have, in a list. */
export function knownRelationParents(
  { parent, report, damage }: RelationDraft,
  check: SchemaCheck,
): Written<string>[] {
  if (!parent) return []
  if (check.relations.has(parent.value)) return [parent]
  const nearest = nearestNames(parent.value, check.relations.keys())
  if (mayBeDeclared(check, 'relation', parent.value)) damage()
  else report('unknown-relation', parent.place, { relation: parent.value, nearest })
  return []
}

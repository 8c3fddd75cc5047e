/** Rule: properties do not have the names of built-in fields. */
import type { Declaration, PropertyDraft } from '../drafts.ts'
import { isReservedProperty, type PropertyOwner } from '../reserved-names.ts'

/**
 * A property is only valid if what has it has no built-in key or field of that name, and if the name does not begin
 * with one underscore. Those that are.
 */
export function keepOwnPropertyNames(
  properties: readonly PropertyDraft[],
  owner: PropertyOwner,
  { report }: Declaration,
): PropertyDraft[] {
  return properties.filter(({ name, place }) => {
    if (isReservedProperty(name, owner)) report('reserved-property', place, { property: name, owner })
    return !isReservedProperty(name, owner)
  })
}

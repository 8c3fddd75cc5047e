/** Rule: types do not have built-in names. */
import type { TypeDraft } from '../drafts.ts'
import { isReservedType } from '../reserved-names.ts'

/** A graph schema is only valid if none of its types has the name of a built-in one. The others. */
export function keepOwnTypeNames(types: readonly TypeDraft[]): TypeDraft[] {
  return types.filter(({ name, place, report }) => {
    if (isReservedType(name)) report('reserved-type', place, { type: name })
    return !isReservedType(name)
  })
}

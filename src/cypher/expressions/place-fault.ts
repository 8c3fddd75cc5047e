/** Says of faults where in the text they happened. */
import { CypherError } from '../cypher-error.ts'
import type { Place } from '../syntax/ast.ts'
import type { Value } from '../value.ts'

/** The fault with its place, where it has none yet; anything else as it is. */
export function withPlace(fault: unknown, place: Place): unknown {
  if (!(fault instanceof CypherError) || fault.place) return fault
  const { errorClass, detail, phase, message, hint, cause } = fault
  return new CypherError([errorClass, detail], phase, message, { place, hint, cause })
}

/** What an operator gives for two values, with what else it needs of the run; its fault has the place. */
export function applyAt<Needed, Result>(
  place: Place,
  operator: (left: Value, right: Value, needed: Needed) => Result,
  left: Value,
  right: Value,
  needed: Needed,
): Result {
  try {
    return operator(left, right, needed)
  } catch (fault) {
    throw withPlace(fault, place)
  }
}

/** Values as conditions: true, false, or null for what is not known. */
import { runtimeError } from '../cypher-error.ts'
import type { Place } from '../syntax/ast.ts'
import type { Value } from '../value.ts'
import { aType } from '../values/kinds.ts'

/** true, false, or null for unknown. */
export type Truth = boolean | null

/** The value as a condition; a TypeError where it is none. */
export function truthOf(value: Value, place: Place): Truth {
  if (value === true || value === false || value === null) return value
  throw runtimeError(
    'TypeError',
    'InvalidArgumentType',
    `A condition must be a BOOLEAN, but this is ${aType(value)}.`,
    {
      place,
      hint: 'Compare it with something, as in `x = 1` or `x IS NOT NULL`.',
    },
  )
}

/** The opposite; unknown remains unknown. */
export function negated(truth: Truth): Truth {
  return truth === null ? null : !truth
}

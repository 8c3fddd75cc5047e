/** The arguments of functions for dates and times, checked. */
import { isMap, type Value, type ValueMap } from '../value.ts'
import { describe, unfitType } from './faults.ts'
import { isInstant, type Instant } from './parts.ts'
import { parseZone, type Zone } from './zones.ts'

/** The zone that an argument names. Throws a TypeError where it is no string, an ArgumentError where there is no such zone. */
export function zoneArgument(zone: Value): Zone {
  if (typeof zone === 'string') return parseZone(zone)
  throw unfitType(`A time zone must be a STRING, not ${describe(zone)}.`, 'Write such as `Europe/Stockholm`.')
}

/** The name of a unit. Throws a TypeError where it is no string. */
export function unitArgument(unit: Value | undefined): string {
  if (typeof unit === 'string') return unit
  throw unfitType(`A unit must be a STRING, not ${describe(unit ?? null)}.`, 'Write such as `month`.')
}

/** A date or a time. Throws a TypeError for another value, and for null. */
export function instantArgument(value: Value): Instant {
  if (isInstant(value)) return value
  throw unfitType(`A date or a time is needed, not ${describe(value)}.`, nullHint(value))
}

/** These functions do not let null through, as others do. */
function nullHint(value: Value): string | undefined {
  return value === null ? 'Leave out the rows where it is missing: `WHERE … IS NOT NULL`.' : undefined
}

/** Components to change; none where the argument is left out or null. Throws a TypeError where it is no map. */
export function changesArgument(changes: Value | undefined): ValueMap {
  if (changes === undefined || changes === null) return new Map()
  if (isMap(changes)) return changes
  throw unfitType(`The components must be a MAP, not ${describe(changes)}.`, 'Write such as `{day: 2}`.')
}

/** An INTEGER. Throws a TypeError for another value, and for null. */
export function integerArgument(value: Value | undefined): bigint {
  if (typeof value === 'bigint') return value
  const given = value ?? null
  throw unfitType(`An INTEGER is needed, not ${describe(given)}.`, nullHint(given))
}

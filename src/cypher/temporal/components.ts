/** The components that maps give for dates and times: `{year: 2024, week: 31, hour: 12, timezone: 'Europe/Paris'}`. */
import { quoted } from '../quoted.ts'
import type { Value, ValueMap } from '../value.ts'
import { greatestYear } from './civil-days.ts'
import { describe, unfitType, unfitValue } from './faults.ts'
import { parseZone, type Zone } from './zones.ts'

/** From least to greatest, and what null stands for. */
const wholeNumbers = {
  year: [-greatestYear, greatestYear, 0],
  quarter: [1, 4, 1],
  month: [1, 12, 1],
  week: [1, 53, 1],
  ordinalDay: [1, 366, 1],
  dayOfQuarter: [1, 92, 1],
  dayOfWeek: [1, 7, 1],
  day: [1, 31, 1],
  hour: [0, 23, 0],
  minute: [0, 59, 0],
  second: [0, 59, 0],
  millisecond: [0, 999, 0],
  microsecond: [0, 999_999, 0],
  nanosecond: [0, 999_999_999, 0],
} as const

/** A component that is a whole number. */
export type WholeComponent = keyof typeof wholeNumbers
/** The name of a component. */
export type Component =
  WholeComponent | 'timezone' | 'date' | 'time' | 'datetime' | 'epochSeconds' | 'epochMillis'

/** Components by name. */
export type Components = ReadonlyMap<Component, Value>

const ofDays = ['year', 'quarter', 'month', 'week', 'ordinalDay', 'dayOfQuarter', 'dayOfWeek', 'day'] as const
const ofTimes = ['hour', 'minute', 'second', 'millisecond', 'microsecond', 'nanosecond'] as const

/** The components of a day. */
export const dayComponents: readonly WholeComponent[] = ofDays
/** The components of a time of day. */
export const timeComponents: readonly WholeComponent[] = ofTimes

const canonicalNames = new Map<string, Component>(
  (
    [...ofDays, ...ofTimes, 'timezone', 'date', 'time', 'datetime', 'epochSeconds', 'epochMillis'] as const
  ).map((name) => [name.toLowerCase(), name]),
)
canonicalNames.set('weekday', 'dayOfWeek')

/**
 * The components of a map, found without regard to case. Throws an ArgumentError for a name that is no component and for an
 * empty map, and a TypeError for a component that `what` (`a date`) does not have.
 */
export function readComponents(
  map: ValueMap,
  allowed: readonly Component[],
  what: string,
): Map<Component, Value> {
  const components = new Map<Component, Value>()
  for (const [name, value] of map) {
    const component = canonicalNames.get(name.toLowerCase())
    if (!component) throw unfitValue(`There is no component ${quoted(name)}.`, namesHint(allowed, what))
    if (!allowed.includes(component)) {
      throw unfitType(
        `The component ${quoted(name)} cannot be used to make ${what}.`,
        namesHint(allowed, what),
      )
    }
    if (components.has(component)) throw unfitValue(`The component \`${component}\` is given twice.`)
    components.set(component, value)
  }
  return components
}

function namesHint(allowed: readonly Component[], what: string): string {
  return `The components of ${what} are ${allowed.join(', ')}.`
}

/** A whole number among the components; undefined where it is not given. Throws a TypeError or an ArgumentError for an unfit one. */
export function wholeComponent(components: Components, name: WholeComponent): number | undefined {
  const value = components.get(name)
  if (value === undefined) return undefined
  const [least, greatest, ofNull] = wholeNumbers[name]
  if (value === null) return ofNull
  if (typeof value !== 'bigint') throw unfitType(`\`${name}\` must be an INTEGER, not ${describe(value)}.`)
  if (value < BigInt(least) || value > BigInt(greatest)) {
    throw unfitValue(`\`${name}\` must be ${least} to ${greatest}, not ${value}.`)
  }
  return Number(value)
}

/** The zone of `timezone`; undefined where it is not given. Throws a TypeError or an ArgumentError for an unfit one. */
export function zoneComponent(components: Components): Zone | undefined {
  const value = components.get('timezone')
  if (value === undefined) return undefined
  if (typeof value !== 'string') throw unfitType(`\`timezone\` must be a STRING, not ${describe(value)}.`)
  return parseZone(value)
}

/** Whether some of these components are given. */
export function hasSome(components: Components, names: readonly Component[]): boolean {
  return names.some((name) => components.has(name))
}

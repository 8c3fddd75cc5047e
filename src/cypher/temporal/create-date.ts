/** Makes dates and times without a zone from other values: maps, texts, dates and times. */
import {
  isMap,
  isTemporal,
  type DateValue,
  type LocalDateTimeValue,
  type LocalTimeValue,
  type Value,
} from '../value.ts'
import { currentDate, currentLocalDateTime, currentLocalTime, type Clock } from './clock.ts'
import {
  dayComponents,
  hasSome,
  readComponents,
  timeComponents,
  zoneComponent,
  type Component,
  type Components,
} from './components.ts'
import { dayFromComponents } from './day-components.ts'
import { describe, unfitType, unfitValue } from './faults.ts'
import { parseDate, parseLocalDateTime, parseLocalTime } from './parse.ts'
import { dateValue, datedValue, localDateTimeValue, localTimeValue, timedValue } from './parts.ts'
import { timeFromComponents } from './time-components.ts'
import type { Zone } from './zones.ts'

/** `date(…)` of a map, a text, or what has a day. Throws an ArgumentError or a TypeError where it makes none. */
export function createDate(given: Value, clock: Clock): DateValue {
  if (typeof given === 'string') return parseDate(given)
  if (!isMap(given)) return dateValue(datedValue(temporalOnly(given, 'a date')).days)
  const components = readComponents(given, dateKeys, 'a date')
  const zone = zoneAlone(components, 'a date')
  if (zone !== undefined) return currentDate(zone, clock)
  return dateValue(dayFromComponents(components, { base: selectedDay(components), complete: false }))
}

/** `localtime(…)`, likewise. */
export function createLocalTime(given: Value, clock: Clock): LocalTimeValue {
  if (typeof given === 'string') return parseLocalTime(given)
  if (!isMap(given)) return localTimeValue(timedValue(temporalOnly(given, 'a local time')).nanoseconds)
  const components = readComponents(given, timeKeys, 'a local time')
  const zone = zoneAlone(components, 'a local time')
  if (zone !== undefined) return currentLocalTime(zone, clock)
  if (!hasSome(components, ['time', 'hour'])) throw unfitValue('`hour` must be given.')
  return localTimeValue(timeFromComponents(components, selectedTime(components)))
}

/** `localdatetime(…)`, likewise. */
export function createLocalDateTime(given: Value, clock: Clock): LocalDateTimeValue {
  if (typeof given === 'string') return parseLocalDateTime(given)
  if (!isMap(given)) {
    const { days } = datedValue(temporalOnly(given, 'a local datetime'))
    return localDateTimeValue({ days, nanoseconds: timedValue(given).nanoseconds })
  }
  const components = readComponents(given, dateTimeKeys, 'a local datetime')
  const zone = zoneAlone(components, 'a local datetime')
  if (zone !== undefined) return currentLocalDateTime(zone, clock)
  return localDateTimeValue({
    days: dayFromComponents(components, {
      base: selectedDay(components),
      complete: hasSome(components, clockKeys),
    }),
    nanoseconds: timeFromComponents(components, selectedTime(components)),
  })
}

const dateKeys: readonly Component[] = [...dayComponents, 'date', 'timezone']
/** What a time may be made of. */
export const timeKeys: readonly Component[] = [...timeComponents, 'time', 'timezone']
/** What a day and a time may be made of. */
export const dateTimeKeys: readonly Component[] = [
  ...dayComponents,
  ...timeComponents,
  'date',
  'time',
  'datetime',
  'timezone',
]
/** The keys that give a time of day. */
export const clockKeys: readonly Component[] = [...timeComponents, 'time']

/** The day of `date` or `datetime` among the components. */
export function selectedDay(components: Components): number | undefined {
  const value = selected(components, 'date')
  return value === undefined ? undefined : datedValue(value).days
}

/** The time of `time` or `datetime` among the components. */
export function selectedTime(components: Components): number | undefined {
  const value = selected(components, 'time')
  return value === undefined ? undefined : timedValue(value).nanoseconds
}

/** What `datetime`, or else this key, gives. Throws an ArgumentError where both are given. */
export function selected(components: Components, key: 'date' | 'time'): Value | undefined {
  if (components.has('datetime') && hasSome(components, ['date', 'time'])) {
    throw unfitValue('`datetime` cannot be given together with `date` or `time`.')
  }
  return components.get('datetime') ?? components.get(key)
}

/** The zone where the map has nothing else: for the current date or time there. Throws for an empty map, too. */
function zoneAlone(components: Components, what: string): Zone | undefined {
  checkNotEmpty(components, what)
  if (!components.has('timezone')) return undefined
  if (components.size === 1) return zoneComponent(components)
  throw unfitType(`\`timezone\` cannot be given with other components of ${what}, which has no time zone.`)
}

/** Throws an ArgumentError for a map without components. */
export function checkNotEmpty(components: Components, what: string): void {
  if (components.size === 0)
    throw unfitValue(`An empty map does not make ${what}.`, 'Give at least one component.')
}

/** The value, where it is a date, a time or a duration. Throws a TypeError for a number, a list and the like. */
export function temporalOnly(value: Value, what: string): Value {
  if (isTemporal(value)) return value
  throw unfitType(
    `${what[0]?.toUpperCase() ?? ''}${what.slice(1)} cannot be made from ${describe(value)}.`,
    sources,
  )
}

const sources = 'Give a STRING, a MAP of components, or another date or time.'

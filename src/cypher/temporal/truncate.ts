/** Truncates dates and times to units, and changes components of what is left. */
import { quoted } from '../quoted.ts'
import type {
  DateTimeValue,
  DateValue,
  LocalDateTimeValue,
  LocalTimeValue,
  TimeValue,
  Value,
  ValueMap,
} from '../value.ts'
import {
  civilDateOf,
  daysOf,
  dayOfWeekOf,
  firstDayOf,
  firstMondayOf,
  firstMonthOf,
  quarterOf,
  weekDateOf,
  yearOf,
} from './civil-days.ts'
import { offsetNow, type Clock } from './clock.ts'
import { nanosecondsIn, type DayTime } from './clock-time.ts'
import {
  dayComponents,
  hasSome,
  readComponents,
  timeComponents,
  zoneComponent,
  type Component,
  type Components,
} from './components.ts'
import { onZone } from './create-datetime.ts'
import { dayFromComponents } from './day-components.ts'
import { describe, unfitType, unfitValue } from './faults.ts'
import {
  dateValue,
  datedValue,
  dayInRange,
  isTimed,
  localDateTimeValue,
  localTimeValue,
  timedValue,
  timeValue,
  zoneOf,
  type Instant,
} from './parts.ts'
import { timeFromComponents } from './time-components.ts'

const dayUnits = new Map<string, (days: number) => number>([
  ['millennium', (days) => firstOfYears(days, 1000)],
  ['century', (days) => firstOfYears(days, 100)],
  ['decade', (days) => firstOfYears(days, 10)],
  ['year', (days) => firstDayOf(yearOf(days))],
  ['weekYear', (days) => firstMondayOf(weekDateOf(days).weekYear)],
  ['quarter', firstOfQuarter],
  ['month', firstOfMonth],
  ['week', (days) => days - dayOfWeekOf(days) + 1],
  ['day', (days) => days],
])

/** The first day of the years with the same number of thousands, hundreds or tens; those around 0 belong together. */
function firstOfYears(days: number, count: number): number {
  const year = yearOf(days)
  return firstDayOf(year - (year % count))
}

function firstOfQuarter(days: number): number {
  const { year, month } = civilDateOf(days)
  return daysOf(year, firstMonthOf(quarterOf(month)), 1)
}

function firstOfMonth(days: number): number {
  const { year, month } = civilDateOf(days)
  return daysOf(year, month, 1)
}

const clockUnits = new Map<string, number>(
  (['day', 'hour', 'minute', 'second', 'millisecond', 'microsecond'] as const).map((unit) => [
    unit,
    nanosecondsIn[unit],
  ]),
)
const dayUnitsHint = `The units are ${[...dayUnits.keys()].join(', ')}.`
const clockUnitsHint = `The units are ${[...clockUnits.keys()].join(', ')}.`
const allUnitsHint = `The units are ${[...new Set([...dayUnits.keys(), ...clockUnits.keys()])].join(', ')}.`

/** `date.truncate`. Throws an ArgumentError or a TypeError for an unfit unit, value or component, as all of these do. */
export function truncateDate(unit: string, value: Instant, changes: ValueMap): DateValue {
  const truncate = dayUnits.get(unit)
  if (!truncate && clockUnits.has(unit))
    throw unfitType(`${quoted(unit)} is too small for a date.`, dayUnitsHint)
  if (!truncate) throw unknownUnit(unit, dayUnitsHint)
  const days = dayInRange(truncate(datedValue(value).days))
  const components = readComponents(changes, dayComponents, 'a date')
  return dateValue(dayFromComponents(components, { base: days, complete: false }))
}

/** `localtime.truncate`. */
export function truncateLocalTime(unit: string, value: Instant, changes: ValueMap): LocalTimeValue {
  return localTimeValue(truncatedClock(unit, value, readComponents(changes, timeComponents, 'a local time')))
}

/** `time.truncate`: without `timezone`, the offset stays. */
export function truncateTime(unit: string, value: Instant, changes: ValueMap, clock: Clock): TimeValue {
  const components = readComponents(changes, [...timeComponents, 'timezone'], 'a time')
  const zone = zoneComponent(components)
  const offset = zone === undefined ? ('offset' in value ? value.offset : 0) : offsetNow(zone, clock)
  return timeValue(truncatedClock(unit, value, components), offset)
}

function truncatedClock(unit: string, value: Instant, components: Components): number {
  const size = clockUnits.get(unit)
  if (size === undefined && dayUnits.has(unit)) {
    throw unfitType(`${quoted(unit)} is too large for a time of day.`, clockUnitsHint)
  }
  if (size === undefined) throw unknownUnit(unit, clockUnitsHint)
  return changedClock(unit, timedValue(value).nanoseconds, components)
}

/** `localdatetime.truncate`. */
export function truncateLocalDateTime(unit: string, value: Instant, changes: ValueMap): LocalDateTimeValue {
  const components = readComponents(changes, [...dayComponents, ...timeComponents], 'a local datetime')
  return localDateTimeValue(truncatedMoment(unit, value, components))
}

/** `datetime.truncate`: without `timezone`, the zone stays. */
export function truncateDateTime(unit: string, value: Instant, changes: ValueMap): DateTimeValue {
  const allowed: readonly Component[] = [...dayComponents, ...timeComponents, 'timezone']
  const components = readComponents(changes, allowed, 'a datetime')
  const zone = zoneComponent(components) ?? zoneOf(value) ?? 0
  return onZone(truncatedMoment(unit, value, components), zone)
}

function truncatedMoment(unit: string, value: Instant, components: Components): DayTime {
  const { days } = datedValue(value)
  const truncate = dayUnits.get(unit)
  if (!truncate && !clockUnits.has(unit)) throw unknownUnit(unit, allUnitsHint)
  if (!truncate && !isTimed(value)) {
    throw unfitType(
      `${describe(value)} has no time of day that ${quoted(unit)} could truncate.`,
      dayUnitsHint,
    )
  }
  const base = truncate ? dayInRange(truncate(days)) : days
  return {
    days: dayFromComponents(components, { base, complete: false }),
    nanoseconds: truncate
      ? timeFromComponents(components, 0)
      : changedClock(unit, timedValue(value).nanoseconds, components),
  }
}

/** Of a fraction of a second, what the unit leaves stays beside smaller fractions that are given. */
function changedClock(unit: string, nanoseconds: number, components: Components): number {
  const base = nanoseconds - (nanoseconds % (clockUnits.get(unit) ?? nanosecondsIn.day))
  const fraction = base % nanosecondsIn.second
  if (unit === 'millisecond' && hasSome(components, ['microsecond', 'nanosecond'])) {
    const kept = [
      ['millisecond', BigInt(fraction / nanosecondsIn.millisecond)],
      ['microsecond', 0n],
    ] as const
    return timeFromComponents(new Map<Component, Value>([...kept, ...components]), base)
  }
  if (unit === 'microsecond' && !hasSome(components, ['millisecond', 'microsecond'])) {
    const kept = ['microsecond', BigInt(fraction / nanosecondsIn.microsecond)] as const
    return timeFromComponents(new Map<Component, Value>([kept, ...components]), base)
  }
  return timeFromComponents(components, base)
}

function unknownUnit(unit: string, hint: string): Error {
  return unfitValue(`There is no unit ${quoted(unit)}.`, hint)
}

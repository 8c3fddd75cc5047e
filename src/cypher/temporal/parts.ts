/** What dates and times are made of: the day, the time of day and the zone of each. */
import {
  isTemporal,
  type DateTimeValue,
  type DateValue,
  type DurationValue,
  type LocalDateTimeValue,
  type LocalTimeValue,
  type TemporalValue,
  type TimeValue,
  type Value,
} from '../value.ts'
import { isDay } from './civil-days.ts'
import type { DayTime } from './clock-time.ts'
import { describe, outOfRange, unfitType } from './faults.ts'
import type { Zone, ZonedDayTime } from './zones.ts'

/** A date or a time; not a duration. */
export type Instant = Exclude<TemporalValue, DurationValue>
/** What has a day. */
export type Dated = DateValue | LocalDateTimeValue | DateTimeValue
/** What has a time of day. */
export type Timed = LocalTimeValue | TimeValue | LocalDateTimeValue | DateTimeValue

/** Whether a value is a date or a time, but no duration. */
export function isInstant(value: Value): value is Instant {
  return isTemporal(value) && value.kind !== 'duration'
}

/** Whether a value has a day. */
export function isDated(value: Value): value is Dated {
  return isInstant(value) && 'days' in value
}

/** Whether a value has a time of day. */
export function isTimed(value: Value): value is Timed {
  return isInstant(value) && 'nanoseconds' in value
}

/** The value, where it has a day. Throws a TypeError for another. */
export function datedValue(value: Value): Dated {
  if (isDated(value)) return value
  throw unfitType(
    `No day can be taken from ${describe(value)}.`,
    'Give a date, a local datetime or a datetime.',
  )
}

/** The value, where it has a time of day. Throws a TypeError for another. */
export function timedValue(value: Value): Timed {
  if (isTimed(value)) return value
  const hint = 'Give a time, a local time, a local datetime or a datetime.'
  throw unfitType(`No time of day can be taken from ${describe(value)}.`, hint)
}

/** The zone of a datetime, the offset of a time; undefined for a value that has neither. */
export function zoneOf(value: Instant): Zone | undefined {
  if (value.kind === 'datetime') return value.zone ?? value.offset
  return value.kind === 'time' ? value.offset : undefined
}

/** A date. */
export function dateValue(days: number): DateValue {
  return { kind: 'date', days }
}

/** A time of day without a zone. */
export function localTimeValue(nanoseconds: number): LocalTimeValue {
  return { kind: 'local time', nanoseconds }
}

/** A time of day on a clock that is ahead of UTC by `offset` seconds. */
export function timeValue(nanoseconds: number, offset: number): TimeValue {
  return { kind: 'time', nanoseconds, offset }
}

/** A day and a time without a zone. */
export function localDateTimeValue({ days, nanoseconds }: DayTime): LocalDateTimeValue {
  return { kind: 'local datetime', days, nanoseconds }
}

/** A moment on the clock of a zone. */
export function dateTimeValue({ days, nanoseconds, offset }: ZonedDayTime, zone: Zone): DateTimeValue {
  const local = { kind: 'datetime', days, nanoseconds, offset } as const
  return typeof zone === 'number' ? local : { ...local, zone }
}

/** The days, where Cypher has that day. Throws an ArithmeticError otherwise. */
export function dayInRange(days: number): number {
  if (isDay(days)) return days
  throw outOfRange('The result is not within the years -999999999 to 999999999.')
}

/** Reads dates and times from text, in the forms of ISO 8601. */
import { quoted } from '../quoted.ts'
import type { DateTimeValue, DateValue, LocalDateTimeValue, LocalTimeValue, TimeValue } from '../value.ts'
import { daysInMonth, daysOf } from './civil-days.ts'
import { compareDayTimes, type DayTime } from './clock-time.ts'
import { unfitValue } from './faults.ts'
import { dateTimeValue, dateValue, localDateTimeValue, localTimeValue, timeValue } from './parts.ts'
import { parseClock } from './parse-clock.ts'
import { parseDay } from './parse-day.ts'
import { parseOffset, parseZone, resolveLocal } from './zones.ts'

/**
 * Reads a date: `2024-08-01`, `20240801`, `2024-08`, `2024-W31-4`, `2024-214`, `2024-Q3-32`, `2024`, `+12024-08-01`. Throws an
 * ArgumentError for another text.
 */
export function parseDate(text: string): DateValue {
  return dateValue(usualDay(text) ?? parseDay(text))
}

/** The day of a text like `2024-08-01`, without a regular expression: graphs have very many of them. */
function usualDay(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return undefined
  return day <= daysInMonth(year, month) ? daysOf(year, month, day) : undefined
}

const hyphen = 45
const zero = 48

/** The number that stands there; NaN where not all are digits. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - zero
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** Reads a time without an offset: `12:31:14.645`, `123114`, `12:31`, `12`. Throws an ArgumentError for another text. */
export function parseLocalTime(text: string): LocalTimeValue {
  return localTimeValue(parseClock(withoutT(text), text))
}

function withoutT(text: string): string {
  return text.startsWith('T') ? text.slice(1) : text
}

/** Reads a time with an offset, or in UTC: `12:31+01:00`, `1231Z`, `12:31`. Throws an ArgumentError for another text. */
export function parseTime(text: string): TimeValue {
  const { clock, offset, zone } = splitClock(withoutT(text))
  if (zone !== undefined) {
    throw unfitValue(
      `${quoted(text)} names a time zone, but a time has no day that tells its offset.`,
      offsetHint,
    )
  }
  return timeValue(parseClock(clock, text), offset === undefined ? 0 : offsetIn(offset, text))
}

const offsetHint = 'Write an offset instead, such as `+01:00`.'

/** Reads a day and a time without an offset: `2024-08-01T12:31`, `2024-08-01`. Throws an ArgumentError for another text. */
export function parseLocalDateTime(text: string): LocalDateTimeValue {
  const [day, clock] = splitDay(text)
  return localDateTimeValue(dayTimeOf(day, clock, text))
}

/**
 * Reads a day and a time with an offset, a time zone or both, or in UTC: `2024-08-01T12:31+02:00[Europe/Stockholm]`. Throws an
 * ArgumentError for another text, and for an offset that the zone does not have then.
 */
export function parseDateTime(text: string): DateTimeValue {
  const [day, rest] = splitDay(text)
  const { clock, offset, zone } = splitClock(rest ?? '')
  const local = dayTimeOf(day, rest === undefined ? undefined : clock, text)
  const seconds = offset === undefined ? undefined : offsetIn(offset, text)
  if (zone === undefined) return dateTimeValue({ ...local, offset: seconds ?? 0 }, seconds ?? 0)
  const named = parseZone(zone)
  const found = resolveLocal(named, local, seconds)
  if (seconds !== undefined && !(found.offset === seconds && compareDayTimes(found, local) === 0)) {
    throw unfitValue(
      `The time zone of ${quoted(text)} does not have that offset then.`,
      'Leave the offset out.',
    )
  }
  return dateTimeValue(found, named)
}

function dayTimeOf(day: string, clock: string | undefined, text: string): DayTime {
  return {
    days: usualDay(day) ?? parseDay(day),
    nanoseconds: clock === undefined ? 0 : parseClock(clock, text),
  }
}

/** The text before and after the `T`, where there is one. */
function splitDay(text: string): readonly [string, string | undefined] {
  const at = text.search(/[Tt]/)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

interface ClockText {
  readonly clock: string
  readonly offset: string | undefined
  readonly zone: string | undefined
}

/** The text of a time, before the offset and the zone in brackets. */
function splitClock(text: string): ClockText {
  const [, clock = text, offset, zone] = /^([^Zz+[-]*)([Zz]|[+-][\d:]*)?(?:\[([^[\]]+)\])?$/.exec(text) ?? []
  return { clock, offset, zone }
}

function offsetIn(offset: string, text: string): number {
  const seconds = parseOffset(offset)
  if (seconds !== undefined) return seconds
  throw unfitValue(`${quoted(text)} ends in ${quoted(offset)}, which is no offset from UTC.`, offsetHint)
}

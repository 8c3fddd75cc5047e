/** The current date and time. */
import type { DateTimeValue, DateValue, LocalDateTimeValue, LocalTimeValue, TimeValue } from '../value.ts'
import { ofEpochMilliseconds } from './epoch.ts'
import { dateTimeValue, dateValue, localDateTimeValue, localTimeValue, timeValue } from './parts.ts'
import { onClockOf, type Zone, type ZonedDayTime } from './zones.ts'

/** Asks for the moment, in milliseconds since 1970-01-01T00:00Z; only what needs it does. */
export type Clock = () => number

/** The moment on the clock of a zone. */
export function nowIn(zone: Zone, clock: Clock): ZonedDayTime {
  return onClockOf(zone, ofEpochMilliseconds(clock()))
}

/** How far the clock of a zone is ahead of UTC now, in seconds. */
export function offsetNow(zone: Zone, clock: Clock): number {
  return typeof zone === 'number' ? zone : nowIn(zone, clock).offset
}

/** Today in a zone. */
export function currentDate(zone: Zone, clock: Clock): DateValue {
  return dateValue(nowIn(zone, clock).days)
}

/** The time on the clock of a zone. */
export function currentLocalTime(zone: Zone, clock: Clock): LocalTimeValue {
  return localTimeValue(nowIn(zone, clock).nanoseconds)
}

/** The time on the clock of a zone, with its offset. */
export function currentTime(zone: Zone, clock: Clock): TimeValue {
  const { nanoseconds, offset } = nowIn(zone, clock)
  return timeValue(nanoseconds, offset)
}

/** The day and the time on the clock of a zone. */
export function currentLocalDateTime(zone: Zone, clock: Clock): LocalDateTimeValue {
  return localDateTimeValue(nowIn(zone, clock))
}

/** The moment on the clock of a zone. */
export function currentDateTime(zone: Zone, clock: Clock): DateTimeValue {
  return dateTimeValue(nowIn(zone, clock), zone)
}

/** The order of dates, times and durations. */
import type { DateTimeValue, DurationValue, TemporalValue, TimeValue } from '../value.ts'
import { compareDayTimes, nanosecondsIn, toUtc } from './clock-time.ts'
import { secondsOf } from './duration.ts'

/**
 * Below 0 where the first comes before the second, above where it comes after, 0 only where they are the same; both must be of
 * the same kind. Moments that are the same on different clocks are ordered by their offsets, then by the names of their zones.
 * Durations are ordered by their average length; only ORDER BY, min() and max() know that order.
 */
export function compareTemporal(first: TemporalValue, second: TemporalValue): number {
  switch (first.kind) {
    case 'date':
      return first.days - (second as typeof first).days
    case 'local time':
      return first.nanoseconds - (second as typeof first).nanoseconds
    case 'time':
      return compareTimes(first, second as typeof first)
    case 'local datetime':
      return compareDayTimes(first, second as typeof first)
    case 'datetime':
      return compareMoments(first, second as typeof first)
    case 'duration':
      return compareDurations(first, second as typeof first)
  }
}

function compareTimes(first: TimeValue, second: TimeValue): number {
  return utcNanosecondsOf(first) - utcNanosecondsOf(second) || first.offset - second.offset
}

function utcNanosecondsOf({ nanoseconds, offset }: TimeValue): number {
  return nanoseconds - offset * nanosecondsIn.second
}

function compareMoments(first: DateTimeValue, second: DateTimeValue): number {
  return (
    compareDayTimes(toUtc(first, first.offset), toUtc(second, second.offset)) ||
    first.offset - second.offset ||
    compareNames(first.zone ?? '', second.zone ?? '')
  )
}

function compareNames(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0
}

function compareDurations(first: DurationValue, second: DurationValue): number {
  return (
    sign(secondsOf(first) - secondsOf(second)) ||
    first.nanoseconds - second.nanoseconds ||
    sign(first.months - second.months) ||
    sign(first.days - second.days)
  )
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0
}

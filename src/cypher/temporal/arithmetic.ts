/** Adds durations to dates and times, and reckons with durations. */
import type { DurationValue } from '../value.ts'
import { civilDateOf, daysClamped, greatestYear } from './civil-days.ts'
import { addSeconds, secondsInDay, toUtc, type DayTime } from './clock-time.ts'
import { durationOf, durationOfFractions, type DurationParts } from './duration.ts'
import { outOfRange } from './faults.ts'
import { onZone } from './create-datetime.ts'
import {
  dateTimeValue,
  dateValue,
  dayInRange,
  localDateTimeValue,
  localTimeValue,
  timeValue,
  zoneOf,
  type Instant,
} from './parts.ts'
import { onClockOf, resolveLocal } from './zones.ts'

/**
 * A date or time later by a duration: first by its months (the day is at most the month's last), then by its days, then by
 * its seconds. A date is moved by whole days of the seconds, a time of day by the seconds alone. Throws an ArithmeticError
 * where the result is out of range.
 */
export function addDuration<T extends Instant>(value: T, duration: DurationValue): T
export function addDuration(value: Instant, duration: DurationValue): Instant {
  switch (value.kind) {
    case 'date': {
      const days = addDays(addMonths(value.days, duration.months), duration.days)
      return dateValue(addDays(days, duration.seconds / BigInt(secondsInDay)))
    }
    case 'local time':
      return localTimeValue(clockLater(value.nanoseconds, duration))
    case 'time':
      return timeValue(clockLater(value.nanoseconds, duration), value.offset)
    default:
      return momentLater(value, duration)
  }
}

/** A date or time earlier by a duration; likewise. */
export function subtractDuration<T extends Instant>(value: T, duration: DurationValue): T {
  return addDuration(value, negateDuration(duration))
}

function clockLater(nanoseconds: number, duration: DurationValue): number {
  return addSeconds({ days: 0, nanoseconds }, duration.seconds, duration.nanoseconds).nanoseconds
}

type Moment = Extract<Instant, { kind: 'local datetime' | 'datetime' }>

/** With a zone, the days are of its clock and the seconds of UTC. */
function momentLater(value: Moment, { months, days, seconds, nanoseconds }: DurationValue): Moment {
  const moved = movedByDays(movedByMonths(value, months), days)
  if (seconds === 0n && nanoseconds === 0) return moved
  if (moved.kind === 'local datetime')
    return localDateTimeValue(inRange(addSeconds(moved, seconds, nanoseconds)))
  const zone = zoneOf(moved) ?? 0
  const later = addSeconds(toUtc(moved, moved.offset), seconds, nanoseconds)
  const there = onClockOf(zone, later)
  return dateTimeValue({ ...inRange(there), offset: there.offset }, zone)
}

/** A moment some months later on its own clock. */
export function movedByMonths<M extends Moment>(value: M, months: bigint): M {
  return months === 0n ? value : movedTo(value, addMonths(value.days, months))
}

/** A moment some days later on its own clock. */
export function movedByDays<M extends Moment>(value: M, days: bigint): M {
  return days === 0n ? value : movedTo(value, addDays(value.days, days))
}

/** The same time on another day; of a time that the clock shows twice there, the one with the same offset. */
function movedTo<M extends Moment>(value: M, days: number): M
function movedTo(value: Moment, days: number): Moment {
  const local = { days, nanoseconds: value.nanoseconds }
  if (value.kind === 'local datetime') return localDateTimeValue(local)
  if (value.zone === undefined) return onZone(local, value.offset)
  return dateTimeValue(resolveLocal(value.zone, local, value.offset), value.zone)
}

function inRange({ days, nanoseconds }: DayTime): DayTime {
  return { days: dayInRange(days), nanoseconds }
}

function addMonths(days: number, months: bigint): number {
  if (months === 0n) return days
  const { year, month, day } = civilDateOf(days)
  const later = BigInt(year) * 12n + BigInt(month - 1) + months
  if (later < -BigInt(greatestYear) * 12n || later >= BigInt(greatestYear + 1) * 12n) {
    throw outOfRange('The result is not within the years -999999999 to 999999999.')
  }
  const total = Number(later)
  const laterYear = Math.floor(total / 12)
  return daysClamped(laterYear, total - laterYear * 12 + 1, day)
}

function addDays(days: number, more: bigint): number {
  return dayInRange(days + Number(more))
}

/** The sum of two durations, part by part. Throws an ArgumentError where it is too long. */
export function addDurations(first: DurationValue, second: DurationValue): DurationValue {
  return durationOf({
    months: first.months + second.months,
    days: first.days + second.days,
    seconds: first.seconds + second.seconds,
    nanoseconds: BigInt(first.nanoseconds + second.nanoseconds),
  })
}

/** The difference of two durations, part by part. Throws an ArgumentError where it is too long. */
export function subtractDurations(first: DurationValue, second: DurationValue): DurationValue {
  return durationOf({
    months: first.months - second.months,
    days: first.days - second.days,
    seconds: first.seconds - second.seconds,
    nanoseconds: BigInt(first.nanoseconds - second.nanoseconds),
  })
}

/** The duration the other way. May have a second more than durations have, which does no harm where it is only added. */
function negateDuration({ months, days, seconds, nanoseconds }: DurationValue): DurationValue {
  const whole = nanoseconds === 0
  return {
    kind: 'duration',
    months: -months,
    days: -days,
    seconds: whole ? -seconds : -seconds - 1n,
    nanoseconds: whole ? 0 : 1_000_000_000 - nanoseconds,
  }
}

/**
 * A duration many times over: exactly by an INTEGER; by a FLOAT with fractions carried as in durationOfFractions. Throws an
 * ArgumentError or an ArithmeticError where the result is too long.
 */
export function multiplyDuration(duration: DurationValue, factor: number | bigint): DurationValue {
  if (typeof factor === 'number') return eachPart(duration, (part) => part * factor)
  return durationOf({
    months: duration.months * factor,
    days: duration.days * factor,
    seconds: duration.seconds * factor,
    nanoseconds: BigInt(duration.nanoseconds) * factor,
  })
}

/** A part of a duration, with fractions carried as in durationOfFractions. The divisor is not the INTEGER 0. */
export function divideDuration(duration: DurationValue, divisor: number | bigint): DurationValue {
  const by = Number(divisor)
  return eachPart(duration, (part) => part / by)
}

function eachPart(
  { months, days, seconds, nanoseconds }: DurationValue,
  change: (part: number) => number,
): DurationValue {
  const parts: DurationParts<number> = {
    months: change(Number(months)),
    days: change(Number(days)),
    seconds: change(Number(seconds)),
    nanoseconds: change(nanoseconds),
  }
  return durationOfFractions(parts)
}

/** The length of time between two dates or times. */
import type { DateTimeValue, DurationValue, LocalDateTimeValue } from '../value.ts'
import { movedByDays, movedByMonths } from './arithmetic.ts'
import { civilDateOf } from './civil-days.ts'
import { compareDayTimes, nanosecondsIn, secondsInDay, toUtc, type DayTime } from './clock-time.ts'
import { onZone } from './create-datetime.ts'
import { durationOf } from './duration.ts'
import { formatTemporal } from './format.ts'
import { unfitType } from './faults.ts'
import { dateTimeValue, isDated, isTimed, localDateTimeValue, zoneOf, type Instant } from './parts.ts'
import { onClockOf } from './zones.ts'

type Moment = LocalDateTimeValue | DateTimeValue

interface Span {
  readonly from: Moment
  readonly to: Moment
  /** Both have a day of their own, so that months and days lie between them. */
  readonly dated: boolean
}

/** In months, then days, then seconds. */
export function durationBetween(from: Instant, to: Instant): DurationValue {
  const span = spanOf(from, to)
  if (!span.dated) return ofSeconds(span)
  const months = monthsBetween(span)
  const afterMonths = movedByMonths(span.from, BigInt(months))
  const days = daysBetween({ ...span, from: afterMonths })
  const rest = ofSeconds({ ...span, from: movedByDays(afterMonths, BigInt(days)) })
  return { ...rest, months: BigInt(months), days: BigInt(days) }
}

/** In whole months. Throws a TypeError for two times of day. */
export function monthsOnlyBetween(from: Instant, to: Instant): DurationValue {
  checkDated(from, to)
  const span = spanOf(from, to)
  return durationOf({ ...nothing, months: BigInt(span.dated ? monthsBetween(span) : 0) })
}

/** In whole days. Throws a TypeError for two times of day. */
export function daysOnlyBetween(from: Instant, to: Instant): DurationValue {
  checkDated(from, to)
  return durationOf({ ...nothing, days: BigInt(daysBetween(spanOf(from, to))) })
}

/** In seconds. */
export function secondsBetween(from: Instant, to: Instant): DurationValue {
  return ofSeconds(spanOf(from, to))
}

const nothing = { months: 0n, days: 0n, seconds: 0n, nanoseconds: 0n }

function checkDated(from: Instant, to: Instant): void {
  if (isDated(from) || isDated(to)) return
  const [first, second] = [from, to].map(formatTemporal)
  const hint = 'Take duration.inSeconds or duration.between.'
  throw unfitType(`There are no days between the times ${first ?? ''} and ${second ?? ''}.`, hint)
}

/** What one of them lacks is taken from the other: its day or its zone. A missing time is midnight. */
function spanOf(from: Instant, to: Instant): Span {
  const [day = 0, otherDay = day] = [from, to].filter(isDated).map(({ days }) => days)
  const dated = isDated(from) && isDated(to)
  return {
    from: momentOf(from, day, to),
    to: momentOf(to, dated ? otherDay : day, from),
    dated,
  }
}

function momentOf(value: Instant, days: number, other: Instant): Moment {
  if (value.kind === 'datetime') return value
  const local = { days, nanoseconds: isTimed(value) ? value.nanoseconds : 0 }
  const zone = zoneOf(value) ?? zoneOf(other)
  return zone === undefined ? localDateTimeValue(local) : onZone(local, zone)
}

/** The second moment on the clock of the first. */
function onSameClock({ from, to }: Span): DayTime {
  if (from.kind !== 'datetime' || to.kind !== 'datetime') return to
  const zone = from.zone ?? from.offset
  return dateTimeValue(onClockOf(zone, toUtc(to, to.offset)), zone)
}

/** The day until which whole days have gone by: one nearer where the time of day has not been reached. */
function lastFullDay(span: Span): number {
  const to = onSameClock(span)
  if (to.days > span.from.days && to.nanoseconds < span.from.nanoseconds) return to.days - 1
  if (to.days < span.from.days && to.nanoseconds > span.from.nanoseconds) return to.days + 1
  return to.days
}

function daysBetween(span: Span): number {
  return lastFullDay(span) - span.from.days
}

function monthsBetween(span: Span): number {
  const [first, last] = [civilDateOf(span.from.days), civilDateOf(lastFullDay(span))]
  const months = (last.year - first.year) * 12 + last.month - first.month
  if (months > 0 && last.day < first.day) return months - 1
  if (months < 0 && last.day > first.day) return months + 1
  return months
}

function ofSeconds({ from, to }: Span): DurationValue {
  const [first, last] = [from, to].map((moment) =>
    moment.kind === 'datetime' ? toUtc(moment, moment.offset) : moment,
  ) as [DayTime, DayTime]
  if (compareDayTimes(first, last) === 0) return durationOf(nothing)
  const nanoseconds = last.nanoseconds - first.nanoseconds
  const seconds = Math.floor(nanoseconds / nanosecondsIn.second)
  return durationOf({
    ...nothing,
    seconds: BigInt(last.days - first.days) * BigInt(secondsInDay) + BigInt(seconds),
    nanoseconds: BigInt(nanoseconds - seconds * nanosecondsIn.second),
  })
}

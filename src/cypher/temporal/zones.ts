/** Time zones: an offset from UTC in seconds, or an IANA name whose offsets Temporal knows. */
import { Temporal } from 'temporal-polyfill'
import { quoted } from '../quoted.ts'
import { daysOf } from './civil-days.ts'
import { carryDays, nanosecondsIn, secondsInDay, toUtc, type DayTime } from './clock-time.ts'
import { unfitValue } from './faults.ts'

/** An offset in seconds, positive in the east; or the name of a zone. */
export type Zone = number | string

/** A moment on the clock of a zone, and how far that clock is ahead of UTC then, in seconds. */
export interface ZonedDayTime extends DayTime {
  readonly offset: number
}

const greatestOffset = 18 * 3600
const offsetForm = /^([+-])(\d\d)(?::?(\d\d)(?::?(\d\d))?)?$/
const nameForm = /^[A-Za-z][\w+/-]{0,63}$/
const utcForm = /^(UTC|GMT|UT)([+-]\d\d:\d\d(?::\d\d)?)$/
const zoneHint = 'Write an offset such as `+01:00` or `Z`, or a name such as `Europe/Stockholm`.'

/** The zone that a text means: `Z`, `+01:00`, `-00:43:08`, `Europe/Stockholm`, `UTC+01:00`. Throws an ArgumentError for others. */
export function parseZone(text: string): Zone {
  return parseOffset(text) ?? zoneNamed(text)
}

/** The offset that a text means, in seconds, also `+0100` and `+01`; undefined for a text that is no offset. Throws an ArgumentError for one that is too large. */
export function parseOffset(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0
  const [, sign, hours, minutes = '0', seconds = '0'] = offsetForm.exec(text) ?? []
  if (sign === undefined) return undefined
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  if (size > greatestOffset || Number(minutes) > 59 || Number(seconds) > 59) {
    throw unfitValue(`The offset ${quoted(text)} is not within -18:00 to +18:00.`, zoneHint)
  }
  return sign === '-' ? 0 - size : size
}

const zonesByText = new Map<string, string>()
const mostNames = 2_000

/** The name of a zone as IANA spells it. Throws an ArgumentError where there is no such zone. */
function zoneNamed(text: string): string {
  const known = zonesByText.get(text)
  if (known !== undefined) return known
  const name = nameIn(text)
  if (name === undefined) throw unfitValue(`There is no time zone ${quoted(text)}.`, zoneHint)
  if (zonesByText.size < mostNames) zonesByText.set(text, name)
  return name
}

function nameIn(text: string): string | undefined {
  const [, prefix, offset] = utcForm.exec(text) ?? []
  if (prefix !== undefined && offset !== undefined) {
    const seconds = parseOffset(offset)
    return seconds === 0 ? prefix : `${prefix}${offset}`
  }
  if (!nameForm.test(text)) return undefined
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId
  } catch {
    return undefined
  }
}

/** The moment of UTC on the clock of a zone. */
export function onClockOf(zone: Zone, utc: DayTime): ZonedDayTime {
  const offset = typeof zone === 'number' ? zone : offsetAt(zone, utc)
  return { ...carryDays(utc.days, utc.nanoseconds + offset * nanosecondsIn.second), offset }
}

/**
 * The moment that the clock of a zone shows so. What the clock shows twice is the earlier moment, unless `preferred` is the
 * offset of the later one; what it leaps over is as much later as it leaps.
 */
export function resolveLocal(zone: Zone, local: DayTime, preferred?: number): ZonedDayTime {
  if (typeof zone === 'number') return { ...local, offset: zone }
  const before = offsetAt(zone, { ...local, days: local.days - 1 })
  const after = offsetAt(zone, { ...local, days: local.days + 1 })
  const fitting = [before, after].filter((offset) => offsetAt(zone, toUtc(local, offset)) === offset)
  const offset = fitting.find((found) => found === preferred) ?? fitting[0]
  if (offset !== undefined) return { ...local, offset }
  const leap = (after - before) * nanosecondsIn.second
  return { ...carryDays(local.days, local.nanoseconds + leap), offset: after }
}

/** The offset of a named zone in seconds. */
export function offsetAt(zone: string, { days, nanoseconds }: DayTime): number {
  const fixed = utcForm.exec(zone)?.[2]
  if (fixed !== undefined) return parseOffset(fixed) ?? 0
  const day = withinTemporal(days)
  const [first, next] = offsetsAround(zone, day)
  return first === next ? first : askTemporal(zone, day, Math.floor(nanoseconds / nanosecondsIn.second))
}

const firstRuled = daysOf(1700, 1, 1)
const lastRuled = daysOf(2800, 1, 1)
const daysInCycle = 146_097

/** A day with the same rules that Temporal has: before the first change all days are alike, and the calendar repeats after 400 years. */
function withinTemporal(days: number): number {
  if (days < firstRuled) return firstRuled
  if (days <= lastRuled) return days
  return days - Math.ceil((days - lastRuled) / daysInCycle) * daysInCycle
}

type OffsetsByDay = Map<number, readonly [number, number]>

const offsetsByZone = new Map<string, OffsetsByDay>()
const mostDays = 100_000
let daysRemembered = 0

/** The offsets when a day of UTC begins and when it ends. Remembered, since Temporal takes long. */
function offsetsAround(zone: string, day: number): readonly [number, number] {
  const known = offsetsByZone.get(zone)?.get(day)
  if (known) return known
  const offsets = [askTemporal(zone, day, 0), askTemporal(zone, day + 1, 0)] as const
  remember(zone, day, offsets)
  return offsets
}

function remember(zone: string, day: number, offsets: readonly [number, number]): void {
  if (daysRemembered >= mostDays) {
    offsetsByZone.clear()
    daysRemembered = 0
  }
  let byDay = offsetsByZone.get(zone)
  if (!byDay) {
    byDay = new Map()
    offsetsByZone.set(zone, byDay)
  }
  byDay.set(day, offsets)
  daysRemembered++
}

function askTemporal(zone: string, day: number, second: number): number {
  const instant = Temporal.Instant.fromEpochMilliseconds((day * secondsInDay + second) * 1000)
  return instant.toZonedDateTimeISO(zone).offsetNanoseconds / nanosecondsIn.second
}

/** Makes times and datetimes with a zone from other values: maps, texts, dates and times. */
import { isMap, type DateTimeValue, type TimeValue, type Value } from '../value.ts'
import { currentDateTime, currentTime, offsetNow, type Clock } from './clock.ts'
import { nanosecondsIn, toUtc, carryDays, type DayTime } from './clock-time.ts'
import { hasSome, readComponents, zoneComponent, type Component, type Components } from './components.ts'
import {
  checkNotEmpty,
  clockKeys,
  dateTimeKeys,
  selected,
  selectedDay,
  selectedTime,
  temporalOnly,
  timeKeys,
} from './create-date.ts'
import { dayFromComponents } from './day-components.ts'
import { ofEpochComponent } from './epoch.ts'
import { unfitValue } from './faults.ts'
import { parseDateTime, parseTime } from './parse.ts'
import { dateTimeValue, datedValue, isInstant, timedValue, timeValue, zoneOf } from './parts.ts'
import { timeFromComponents } from './time-components.ts'
import { onClockOf, resolveLocal, type Zone } from './zones.ts'

/** `time(…)` of a map, a text, or what has a time of day. Throws an ArgumentError or a TypeError where it makes none. */
export function createTime(given: Value, clock: Clock): TimeValue {
  if (typeof given === 'string') return parseTime(given)
  if (!isMap(given)) {
    const timed = timedValue(temporalOnly(given, 'a time'))
    return timeValue(timed.nanoseconds, 'offset' in timed ? timed.offset : 0)
  }
  const components = readComponents(given, timeKeys, 'a time')
  checkNotEmpty(components, 'a time')
  return timeFromMap(components, clock)
}

/** The time that is selected keeps its moment when it changes its zone. */
function timeFromMap(components: Components, clock: Clock): TimeValue {
  const zone = zoneComponent(components)
  if (zone !== undefined && components.size === 1) return currentTime(zone, clock)
  if (!hasSome(components, ['time', 'hour'])) throw unfitValue('`hour` must be given.')
  const nanoseconds = timeFromComponents(components, selectedTime(components))
  const time = components.get('time')
  const own = time !== undefined && isInstant(time) && 'offset' in time ? time.offset : undefined
  if (zone === undefined) return timeValue(nanoseconds, own ?? 0)
  const offset = offsetNow(zone, clock)
  const shift = own === undefined ? 0 : (offset - own) * nanosecondsIn.second
  return timeValue(carryDays(0, nanoseconds + shift).nanoseconds, offset)
}

/** `datetime(…)` of a map, a text, or what has a day and a time. Throws an ArgumentError or a TypeError where it makes none. */
export function createDateTime(given: Value, clock: Clock): DateTimeValue {
  if (typeof given === 'string') return parseDateTime(given)
  if (!isMap(given)) return dateTimeFrom(temporalOnly(given, 'a datetime'))
  const components = readComponents(given, zonedKeys, 'a datetime')
  checkNotEmpty(components, 'a datetime')
  const zone = zoneComponent(components)
  if (zone !== undefined && components.size === 1) return currentDateTime(zone, clock)
  return dateTimeFromMap(components, zone)
}

const zonedKeys: readonly Component[] = [...dateTimeKeys, 'epochSeconds', 'epochMillis']

function dateTimeFrom(value: Value): DateTimeValue {
  const { days } = datedValue(value)
  const timed = timedValue(value)
  if (timed.kind === 'datetime') return timed
  return dateTimeValue({ days, nanoseconds: timed.nanoseconds, offset: 0 }, 0)
}

/** A datetime, or a time with an offset, that is selected keeps its moment when it changes its zone. */
function dateTimeFromMap(components: Components, zone: Zone | undefined): DateTimeValue {
  const moment = selectedEpoch(components, zone ?? 0)
  const local = {
    days: dayFromComponents(components, {
      base: moment?.days ?? selectedDay(components),
      complete: hasSome(components, clockKeys),
    }),
    nanoseconds: timeFromComponents(components, moment?.nanoseconds ?? selectedTime(components)),
  }
  const clock = selected(components, 'time')
  const own = clock !== undefined && isInstant(clock) ? zoneOf(clock) : undefined
  if (zone === undefined || own === undefined) return onZone(local, zone ?? own ?? 0)
  const there = resolveLocal(own, local)
  return dateTimeValue(onClockOf(zone, toUtc(there, there.offset)), zone)
}

/** The moment that a clock in a zone shows so. */
export function onZone(local: DayTime, zone: Zone): DateTimeValue {
  return dateTimeValue(resolveLocal(zone, local), zone)
}

/** The moment of `epochSeconds` or `epochMillis`, on the clock of the zone. Throws an ArgumentError beside other moments. */
function selectedEpoch(components: Components, zone: Zone): DayTime | undefined {
  const keys = (['epochSeconds', 'epochMillis', 'datetime', 'date', 'time'] as const).filter((key) =>
    components.has(key),
  )
  const [key, other] = keys
  if (key !== 'epochSeconds' && key !== 'epochMillis') return undefined
  if (other !== undefined) throw unfitValue(`\`${key}\` cannot be given together with \`${other}\`.`)
  return onClockOf(zone, ofEpochComponent(key, components.get(key) ?? null))
}

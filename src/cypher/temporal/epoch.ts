/** Moments as counts from 1970-01-01T00:00Z. */
import { fitsInteger } from '../integer-range.ts'
import type { DateTimeValue, Value } from '../value.ts'
import { isDay } from './civil-days.ts'
import { addSeconds, nanosecondsIn, secondsInDay, toUtc, type DayTime } from './clock-time.ts'
import { describe, outOfRange, unfitType, unfitValue } from './faults.ts'
import { dateTimeValue } from './parts.ts'

const epoch: DayTime = { days: 0, nanoseconds: 0 }

/** The moment on the clock of UTC. Any number of milliseconds that a Date may have. */
export function ofEpochMilliseconds(milliseconds: number): DayTime {
  const seconds = Math.floor(milliseconds / 1000)
  const rest = Math.floor(milliseconds - seconds * 1000)
  return addSeconds(epoch, BigInt(seconds), rest * nanosecondsIn.millisecond)
}

/** The moment on the clock of UTC, of seconds and nanoseconds. Throws an ArgumentError for one that Cypher does not have. */
export function ofEpochSeconds(seconds: bigint, nanoseconds: number): DayTime {
  const moment = addSeconds(epoch, seconds, nanoseconds)
  if (isDay(moment.days)) return moment
  throw unfitValue(`${seconds} seconds from 1970 are not within the years -999999999 to 999999999.`)
}

/** The moment on the clock of UTC, of `epochSeconds` or `epochMillis`. Throws a TypeError where the value is no INTEGER. */
export function ofEpochComponent(name: 'epochSeconds' | 'epochMillis', value: Value): DayTime {
  if (typeof value !== 'bigint') throw unfitType(`\`${name}\` must be an INTEGER, not ${describe(value)}.`)
  if (name === 'epochSeconds') return ofEpochSeconds(value, 0)
  return ofEpochSeconds(value / 1000n, Number(value % 1000n) * nanosecondsIn.millisecond)
}

/** `datetime.fromepoch`. Throws an ArgumentError for nanoseconds of a second or more. */
export function dateTimeOfEpoch(seconds: bigint, nanoseconds: bigint): DateTimeValue {
  if (nanoseconds < 0n || nanoseconds > 999_999_999n) {
    throw unfitValue(`The nanoseconds must be 0 to 999999999, not ${nanoseconds}.`)
  }
  return dateTimeValue({ ...ofEpochSeconds(seconds, Number(nanoseconds)), offset: 0 }, 0)
}

/** `datetime.fromepochmillis`. */
export function dateTimeOfEpochMillis(milliseconds: bigint): DateTimeValue {
  return dateTimeValue({ ...ofEpochComponent('epochMillis', milliseconds), offset: 0 }, 0)
}

/** Seconds since 1970-01-01T00:00Z; as in Neo4j, what `epochMillis` has of whole seconds, so that they are rounded towards 0. */
export function epochSecondsOf(value: DateTimeValue): bigint {
  return millisecondsOf(value) / 1000n
}

/** Milliseconds since 1970-01-01T00:00Z, rounded down. Throws an ArithmeticError where they do not fit into 64 bits. */
export function epochMillisOf(value: DateTimeValue): bigint {
  const milliseconds = millisecondsOf(value)
  if (fitsInteger(milliseconds)) return milliseconds
  throw outOfRange('The milliseconds since 1970 do not fit into 64 bits.', 'Ask for `epochSeconds` instead.')
}

function millisecondsOf(value: DateTimeValue): bigint {
  const { days, nanoseconds } = toUtc(value, value.offset)
  return (
    BigInt(days) * BigInt(secondsInDay * 1000) + BigInt(Math.floor(nanoseconds / nanosecondsIn.millisecond))
  )
}

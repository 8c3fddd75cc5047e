/** Makes durations: exactly of whole parts, or of fractions that are carried into the next smaller part. */
import { fitsInteger } from '../integer-range.ts'
import { quoted } from '../quoted.ts'
import type { DurationValue, Value, ValueMap } from '../value.ts'
import { nanosecondsIn, secondsInDay } from './clock-time.ts'
import { describe, outOfRange, unfitType, unfitValue } from './faults.ts'

/** The parts of a duration that are kept apart. `nanoseconds` may be any number. */
export interface DurationParts<N extends bigint | number> {
  readonly months: N
  readonly days: N
  readonly seconds: N
  readonly nanoseconds: N
}

/** Seconds in a month of average length, a twelfth of 365.2425 days. */
const secondsInMonth = 2_629_746
const nanosecondsInMonth = secondsInMonth * nanosecondsIn.second

/** A duration of whole parts. Throws an ArgumentError where its length in seconds does not fit into 64 bits. */
export function durationOf({ months, days, seconds, nanoseconds }: DurationParts<bigint>): DurationValue {
  const perSecond = BigInt(nanosecondsIn.second)
  const carried = (nanoseconds < 0n ? nanoseconds - perSecond + 1n : nanoseconds) / perSecond
  const duration = {
    kind: 'duration',
    months,
    days,
    seconds: seconds + carried,
    nanoseconds: Number(nanoseconds - carried * perSecond),
  } as const
  const all = [secondsOf(duration), months, days, duration.seconds]
  if (all.every(fitsInteger)) return duration
  throw unfitValue('The duration is too long: its seconds do not fit into 64 bits.')
}

/** The seconds of a duration with days of 24 hours and months of average length. */
export function secondsOf({ months, days, seconds }: DurationValue): bigint {
  return months * BigInt(secondsInMonth) + days * BigInt(secondsInDay) + seconds
}

/**
 * A duration of parts with fractions: what is left of a month is carried into the days, of a day into the seconds, of a
 * second into the nanoseconds, and what is left of those is dropped. The order of the steps is that of Neo4j, so that even
 * the last nanosecond is the same. Throws an ArithmeticError for parts that do not fit into 64 bits, an ArgumentError where
 * the whole is too long.
 */
export function durationOfFractions(given: DurationParts<number>): DurationValue {
  const months = wholePart(given.months)
  const dayCount = given.days + ((given.months - months) * nanosecondsInMonth) / nanosecondsIn.day
  const days = wholePart(dayCount)
  const secondCount = given.seconds + ((dayCount - days) * nanosecondsIn.day) / nanosecondsIn.second
  const seconds = wholePart(secondCount)
  const nanoseconds = wholePart(given.nanoseconds + (secondCount - seconds) * nanosecondsIn.second)
  return durationOf({
    months: BigInt(months),
    days: BigInt(days),
    seconds: BigInt(seconds),
    nanoseconds: BigInt(nanoseconds),
  })
}

/** Towards 0; NaN, which 0 times infinity gives, counts as 0. */
function wholePart(value: number): number {
  if (Number.isNaN(value)) return 0
  if (Math.abs(value) < 2 ** 63) return Math.trunc(value)
  throw outOfRange('The duration is too long: a part of it does not fit into 64 bits.')
}

/** How much of which part one unit is. */
const units = new Map<string, readonly [keyof DurationParts<number>, number]>([
  ['years', ['months', 12]],
  ['months', ['months', 1]],
  ['weeks', ['days', 7]],
  ['days', ['days', 1]],
  ['hours', ['seconds', 3600]],
  ['minutes', ['seconds', 60]],
  ['seconds', ['seconds', 1]],
  ['milliseconds', ['nanoseconds', 1_000_000]],
  ['microseconds', ['nanoseconds', 1_000]],
  ['nanoseconds', ['nanoseconds', 1]],
])

/**
 * The duration of a map such as `{days: 1.5, hours: 2}`, exact where all numbers are whole. Throws an ArgumentError for an
 * unknown or missing unit, a TypeError for what is no number, and as durationOfFractions does.
 */
export function durationFromMap(map: ValueMap): DurationValue {
  const counts = new Map<string, bigint | number>()
  for (const [name, value] of map) {
    const unit = name.toLowerCase()
    if (!units.has(unit)) throw unfitValue(`There is no unit ${quoted(name)} of durations.`, unitsHint)
    if (counts.has(unit)) throw unfitValue(`The unit \`${unit}\` is given twice.`)
    counts.set(unit, numberIn(name, value))
  }
  if (counts.size === 0) throw unfitValue('An empty map does not make a duration.', unitsHint)
  return durationOfCounts(counts)
}

const unitsHint = `The units are ${[...units.keys()].join(', ')}.`

function numberIn(name: string, value: Value): bigint | number {
  if (typeof value === 'bigint' || typeof value === 'number') return value
  throw unfitType(`The unit ${quoted(name)} must have a number, not ${describe(value)}.`)
}

/** The duration of numbers by unit (`years` to `nanoseconds`), exact where all are bigints. */
export function durationOfCounts(counts: ReadonlyMap<string, bigint | number>): DurationValue {
  const exact = { months: 0n, days: 0n, seconds: 0n, nanoseconds: 0n }
  const rough = { months: 0, days: 0, seconds: 0, nanoseconds: 0 }
  let isExact = true
  for (const [unit, [part, size]] of units) {
    const count = counts.get(unit) ?? 0n
    rough[part] += Number(count) * size
    if (typeof count === 'bigint') exact[part] += count * BigInt(size)
    else isExact = false
  }
  return isExact ? durationOf(exact) : durationOfFractions(rough)
}

/** The fields of durations. */
import { fitsInteger } from '../integer-range.ts'
import type { DurationValue } from '../value.ts'
import { nanosecondsIn } from './clock-time.ts'
import { outOfRange } from './faults.ts'

/** Each counts all of its part of the duration; `…Of…` only what is left beside the greater unit. */
export const durationFields: Readonly<Record<string, (of: DurationValue) => number | bigint>> = {
  years: ({ months }) => months / 12n,
  quarters: ({ months }) => months / 3n,
  months: ({ months }) => months,
  weeks: ({ days }) => days / 7n,
  days: ({ days }) => days,
  hours: ({ seconds }) => seconds / 3600n,
  minutes: ({ seconds }) => seconds / 60n,
  seconds: ({ seconds }) => seconds,
  milliseconds: (duration) => fractions(duration, 1_000),
  microseconds: (duration) => fractions(duration, 1_000_000),
  nanoseconds: (duration) => fractions(duration, 1_000_000_000),
  quartersOfYear: ({ months }) => (months / 3n) % 4n,
  monthsOfQuarter: ({ months }) => months % 3n,
  monthsOfYear: ({ months }) => months % 12n,
  daysOfWeek: ({ days }) => days % 7n,
  minutesOfHour: ({ seconds }) => (seconds / 60n) % 60n,
  secondsOfMinute: ({ seconds }) => seconds % 60n,
  millisecondsOfSecond: ({ nanoseconds }) => Math.floor(nanoseconds / 1_000_000),
  microsecondsOfSecond: ({ nanoseconds }) => Math.floor(nanoseconds / 1_000),
  nanosecondsOfSecond: ({ nanoseconds }) => nanoseconds,
}

function fractions({ seconds, nanoseconds }: DurationValue, perSecond: number): bigint {
  const rest = Math.floor(nanoseconds / (nanosecondsIn.second / perSecond))
  const count = seconds * BigInt(perSecond) + BigInt(rest)
  if (fitsInteger(count)) return count
  throw outOfRange('The duration is too long for that unit: the number does not fit into 64 bits.')
}

/** The time of day, in nanoseconds since midnight. */

/** Nanoseconds in units of time. */
export const nanosecondsIn = {
  day: 86_400_000_000_000,
  hour: 3_600_000_000_000,
  minute: 60_000_000_000,
  second: 1_000_000_000,
  millisecond: 1_000_000,
  microsecond: 1_000,
} as const

/** Seconds in a day. */
export const secondsInDay = 86_400

/** The parts of a time of day; `nanosecond` is the whole fraction of the second. */
export interface ClockParts {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly nanosecond: number
}

/** Splits a time of day. */
export function clockPartsOf(nanoseconds: number): ClockParts {
  const seconds = Math.floor(nanoseconds / nanosecondsIn.second)
  const minutes = Math.floor(seconds / 60)
  return {
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
    second: seconds % 60,
    nanosecond: nanoseconds % nanosecondsIn.second,
  }
}

/** Puts a time of day together. */
export function nanosecondsOf({ hour, minute, second, nanosecond }: ClockParts): number {
  return ((hour * 60 + minute) * 60 + second) * nanosecondsIn.second + nanosecond
}

/** A day and a time on it. */
export interface DayTime {
  readonly days: number
  readonly nanoseconds: number
}

/** Carries nanoseconds that are negative or more than a day into the days. */
export function carryDays(days: number, nanoseconds: number): DayTime {
  const carried = Math.floor(nanoseconds / nanosecondsIn.day)
  return { days: days + carried, nanoseconds: nanoseconds - carried * nanosecondsIn.day }
}

/** Goes on by any number of seconds and some nanoseconds. */
export function addSeconds({ days, nanoseconds }: DayTime, seconds: bigint, more: number): DayTime {
  const perDay = BigInt(secondsInDay)
  const rest = Number(seconds % perDay)
  return carryDays(days + Number(seconds / perDay), nanoseconds + rest * nanosecondsIn.second + more)
}

/** The moment of a clock that is ahead of UTC by `offset` seconds, on the clock of UTC. */
export function toUtc({ days, nanoseconds }: DayTime, offset: number): DayTime {
  return carryDays(days, nanoseconds - offset * nanosecondsIn.second)
}

/** Below 0 where the first is earlier, above where it is later. */
export function compareDayTimes(first: DayTime, second: DayTime): number {
  return first.days - second.days || first.nanoseconds - second.nanoseconds
}

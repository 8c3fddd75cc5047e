/** Writes dates, times and durations as text. */
import type { DurationValue, TemporalValue } from '../value.ts'
import { civilDateOf } from './civil-days.ts'
import { clockPartsOf } from './clock-time.ts'

/**
 * The text of a value as openCypher has it, in ISO 8601: `2024-08-01`, `12:31+01:00`, `2024-08-01T12:31:14.5Z[UTC]`,
 * `P1DT2H`. Seconds that are 0 are left out.
 */
export function formatTemporal(value: TemporalValue): string {
  return format(value, shortClock)
}

/** The text that toString() of Neo4j 5 gives: like formatTemporal, but seconds are always written: `12:31:00+01:00`. */
export function formatTemporalInFull(value: TemporalValue): string {
  return format(value, fullClock)
}

function format(value: TemporalValue, clock: (nanoseconds: number) => string): string {
  switch (value.kind) {
    case 'date':
      return formatDay(value.days)
    case 'local time':
      return clock(value.nanoseconds)
    case 'time':
      return clock(value.nanoseconds) + formatOffset(value.offset)
    case 'local datetime':
      return `${formatDay(value.days)}T${clock(value.nanoseconds)}`
    case 'datetime': {
      const local = `${formatDay(value.days)}T${clock(value.nanoseconds)}${formatOffset(value.offset)}`
      return value.zone === undefined ? local : `${local}[${value.zone}]`
    }
    case 'duration':
      return formatDuration(value)
  }
}

function formatDay(days: number): string {
  const { year, month, day } = civilDateOf(days)
  const sign = year < 0 ? '-' : year > 9999 ? '+' : ''
  return `${sign}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function shortClock(nanoseconds: number): string {
  const { hour, minute, second, nanosecond } = clockPartsOf(nanoseconds)
  if (second === 0 && nanosecond === 0) return `${two(hour)}:${two(minute)}`
  return fullClock(nanoseconds)
}

function fullClock(nanoseconds: number): string {
  const { hour, minute, second, nanosecond } = clockPartsOf(nanoseconds)
  return `${two(hour)}:${two(minute)}:${two(second)}${fraction(nanosecond)}`
}

function fraction(nanoseconds: number): string {
  return nanoseconds === 0 ? '' : `.${String(nanoseconds).padStart(9, '0').replace(/0+$/, '')}`
}

/** `Z`, `+01:00` or `-00:43:08`, of seconds. */
export function formatOffset(offset: number): string {
  if (offset === 0) return 'Z'
  const size = Math.abs(offset)
  const [hours, minutes, seconds] = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60]
  return `${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}${seconds === 0 ? '' : `:${two(seconds)}`}`
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

/** Months are divided into years, seconds into hours and minutes; days stay what they are. Every part has its own sign. */
function formatDuration({ months, days, seconds, nanoseconds }: DurationValue): string {
  const total = seconds * 1_000_000_000n + BigInt(nanoseconds)
  const minutes = total / 60_000_000_000n
  const date = part(months / 12n, 'Y') + part(months % 12n, 'M') + part(days, 'D')
  const time = part(minutes / 60n, 'H') + part(minutes % 60n, 'M') + secondsPart(total % 60_000_000_000n)
  if (time !== '') return `P${date}T${time}`
  return date === '' ? 'PT0S' : `P${date}`
}

function part(count: bigint, letter: string): string {
  return count === 0n ? '' : `${count}${letter}`
}

function secondsPart(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return ''
  const size = Number(nanoseconds < 0n ? -nanoseconds : nanoseconds)
  const whole = Math.floor(size / 1_000_000_000)
  return `${nanoseconds < 0n ? '-' : ''}${whole}${fraction(size % 1_000_000_000)}S`
}

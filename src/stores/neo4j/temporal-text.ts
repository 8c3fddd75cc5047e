/** Writes the dates, times and durations that the driver gives as Cypher prints them. */
import { isDate, isDateTime, isDuration, isLocalDateTime, isLocalTime, isTime } from 'neo4j-driver'
import type { CypherTemporal } from '../../cypher/result.ts'

/** Whole numbers by name, in whatever form the driver gives them. */
type Fields<K extends string> = Readonly<Record<K, { toString(): string }>>

/** The date, time or duration; undefined for another value. The driver's own texts have years of another length. */
export function temporalFrom(value: object): CypherTemporal | undefined {
  if (isDate(value)) return { kind: 'date', text: dayText(value) }
  if (isLocalTime(value)) return { kind: 'local time', text: clockText(value) }
  if (isTime(value)) return { kind: 'time', text: clockText(value) + offsetText(value.timeZoneOffsetSeconds) }
  if (isLocalDateTime(value)) return { kind: 'local datetime', text: `${dayText(value)}T${clockText(value)}` }
  if (isDuration(value)) return { kind: 'duration', text: durationText(value) }
  if (!isDateTime(value)) return undefined
  const { timeZoneOffsetSeconds: offset, timeZoneId: zone } = value
  const offsetPart = offset == null ? '' : offsetText(offset)
  const text = `${dayText(value)}T${clockText(value)}${offsetPart}${zone == null ? '' : `[${zone}]`}`
  return { kind: 'datetime', text }
}

function dayText({ year, month, day }: Fields<'year' | 'month' | 'day'>): string {
  const years = Number(year)
  const sign = years < 0 ? '-' : years > 9999 ? '+' : ''
  return `${sign}${String(Math.abs(years)).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function clockText({
  hour,
  minute,
  second,
  nanosecond,
}: Fields<'hour' | 'minute' | 'second' | 'nanosecond'>): string {
  return `${two(hour)}:${two(minute)}:${two(second)}${fractionText(Number(nanosecond))}`
}

function fractionText(nanoseconds: number): string {
  return nanoseconds === 0 ? '' : `.${String(nanoseconds).padStart(9, '0').replace(/0+$/, '')}`
}

function offsetText(seconds: { toString(): string }): string {
  const total = Number(seconds)
  if (total === 0) return 'Z'
  const size = Math.abs(total)
  const [hours, minutes, rest] = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60]
  return `${total < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`
}

function two(value: { toString(): string }): string {
  return value.toString().padStart(2, '0')
}

/** Months and seconds are divided into larger units, days are not. Bigints, since each field may have 64 bits. */
function durationText(duration: Fields<'months' | 'days' | 'seconds' | 'nanoseconds'>): string {
  const [months, days, seconds] = [duration.months, duration.days, duration.seconds].map((field) =>
    BigInt(field.toString()),
  ) as [bigint, bigint, bigint]
  const nanoseconds = seconds * 1_000_000_000n + BigInt(duration.nanoseconds.toString())
  const date = unit(months / 12n, 'Y') + unit(months % 12n, 'M') + unit(days, 'D')
  const minutes = nanoseconds / 60_000_000_000n
  const time =
    unit(minutes / 60n, 'H') + unit(minutes % 60n, 'M') + secondsText(nanoseconds % 60_000_000_000n)
  if (time !== '') return `P${date}T${time}`
  return date === '' ? 'PT0S' : `P${date}`
}

function unit(count: bigint, letter: string): string {
  return count === 0n ? '' : `${count}${letter}`
}

function secondsText(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return ''
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds
  return `${nanoseconds < 0n ? '-' : ''}${size / 1_000_000_000n}${fractionText(Number(size % 1_000_000_000n))}S`
}

/** Turns the dates, times and durations that the driver gives into those of the engine, which has one way to write them. */
import { isDate, isDateTime, isDuration, isLocalDateTime, isLocalTime, isTime } from 'neo4j-driver'
import type { CypherTemporal } from '../../cypher/result.ts'
import { daysOf } from '../../cypher/temporal/civil-days.ts'
import { nanosecondsOf } from '../../cypher/temporal/clock-time.ts'
import { formatTemporal } from '../../cypher/temporal/format.ts'
import type { TemporalValue } from '../../cypher/value.ts'

/** A whole number in whatever form the driver gives it. */
interface Whole {
  toString(): string
}

/** Whole numbers by name. */
type Fields<K extends string> = Readonly<Record<K, Whole>>

type Clock = Fields<'hour' | 'minute' | 'second' | 'nanosecond'>

/** The date, time or duration; undefined for another value. */
export function temporalFrom(value: object): CypherTemporal | undefined {
  const temporal = temporalValue(value)
  if (temporal) return { kind: temporal.kind, text: formatTemporal(temporal) }
  // The driver does not know the offset of every time zone at every time.
  if (!isDateTime(value)) return undefined
  const local = formatTemporal({ kind: 'local datetime', ...dayAndClock(value) })
  return { kind: 'datetime', text: `${local}[${value.timeZoneId ?? ''}]` }
}

function temporalValue(value: object): TemporalValue | undefined {
  if (isDate(value)) return { kind: 'date', days: daysIn(value) }
  if (isLocalTime(value)) return { kind: 'local time', nanoseconds: nanosecondsIn(value) }
  if (isTime(value)) {
    const offset = Number(value.timeZoneOffsetSeconds)
    return { kind: 'time', nanoseconds: nanosecondsIn(value), offset }
  }
  if (isLocalDateTime(value)) return { kind: 'local datetime', ...dayAndClock(value) }
  if (isDuration(value)) return durationValue(value)
  if (!isDateTime(value) || value.timeZoneOffsetSeconds == null) return undefined
  const { timeZoneOffsetSeconds, timeZoneId: zone } = value
  const offset = Number(timeZoneOffsetSeconds)
  return { kind: 'datetime', ...dayAndClock(value), offset, ...(zone != null && { zone }) }
}

function dayAndClock(value: Fields<'year' | 'month' | 'day'> & Clock): { days: number; nanoseconds: number } {
  return { days: daysIn(value), nanoseconds: nanosecondsIn(value) }
}

function daysIn({ year, month, day }: Fields<'year' | 'month' | 'day'>): number {
  return daysOf(Number(year), Number(month), Number(day))
}

function nanosecondsIn({ hour, minute, second, nanosecond }: Clock): number {
  return nanosecondsOf({
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    nanosecond: Number(nanosecond),
  })
}

/** Bigints, since each field may have 64 bits. */
function durationValue(duration: Fields<'months' | 'days' | 'seconds' | 'nanoseconds'>): TemporalValue {
  const part = (field: Whole): bigint => BigInt(field.toString())
  return {
    kind: 'duration',
    months: part(duration.months),
    days: part(duration.days),
    seconds: part(duration.seconds),
    nanoseconds: Number(duration.nanoseconds),
  }
}

/** The fields of dates, times and durations: `day.year`, `time.offset`, `length.minutesOfHour`. */
import { runtimeError } from '../cypher-error.ts'
import { quoted } from '../quoted.ts'
import type {
  DateTimeValue,
  DateValue,
  LocalDateTimeValue,
  LocalTimeValue,
  TemporalValue,
  TimeValue,
  Value,
} from '../value.ts'
import { civilDateOf, daysOf, firstDayOf, firstMonthOf, quarterOf, weekDateOf, yearOf } from './civil-days.ts'
import { clockPartsOf } from './clock-time.ts'
import { durationFields } from './duration-fields.ts'
import { epochMillisOf, epochSecondsOf } from './epoch.ts'
import { describe } from './faults.ts'
import { formatOffset } from './format.ts'

/** Fields by name. */
export type Fields<T> = Readonly<Record<string, (of: T) => number | bigint | string>>

const ofDays: Fields<{ readonly days: number }> = {
  year: ({ days }) => yearOf(days),
  quarter: ({ days }) => quarterOf(civilDateOf(days).month),
  month: ({ days }) => civilDateOf(days).month,
  week: ({ days }) => weekDateOf(days).week,
  weekYear: ({ days }) => weekDateOf(days).weekYear,
  day: ({ days }) => civilDateOf(days).day,
  ordinalDay: ({ days }) => days - firstDayOf(yearOf(days)) + 1,
  weekDay: ({ days }) => weekDateOf(days).dayOfWeek,
  dayOfWeek: ({ days }) => weekDateOf(days).dayOfWeek,
  dayOfQuarter: ({ days }) => {
    const { year, month } = civilDateOf(days)
    return days - daysOf(year, firstMonthOf(quarterOf(month)), 1) + 1
  },
}

/** Each fraction is that of the whole second. */
const ofClocks: Fields<{ readonly nanoseconds: number }> = {
  hour: ({ nanoseconds }) => clockPartsOf(nanoseconds).hour,
  minute: ({ nanoseconds }) => clockPartsOf(nanoseconds).minute,
  second: ({ nanoseconds }) => clockPartsOf(nanoseconds).second,
  millisecond: ({ nanoseconds }) => Math.floor(clockPartsOf(nanoseconds).nanosecond / 1_000_000),
  microsecond: ({ nanoseconds }) => Math.floor(clockPartsOf(nanoseconds).nanosecond / 1_000),
  nanosecond: ({ nanoseconds }) => clockPartsOf(nanoseconds).nanosecond,
}

const ofOffsets: Fields<TimeValue | DateTimeValue> = {
  timezone: (value) => ('zone' in value ? value.zone : undefined) ?? formatOffset(value.offset),
  offset: ({ offset }) => formatOffset(offset),
  offsetMinutes: ({ offset }) => Math.trunc(offset / 60),
  offsetSeconds: ({ offset }) => offset,
}

const ofMoments: Fields<DateTimeValue> = { epochSeconds: epochSecondsOf, epochMillis: epochMillisOf }

interface Table {
  readonly names: readonly string[]
  /** The field of this name, found without regard to case. */
  readonly find: (name: string) => ((of: TemporalValue) => number | bigint | string) | undefined
}

/** A table is only asked for the fields of values of its own kind. */
function tableOf<T extends TemporalValue>(fields: Fields<T>): Table {
  const byName = new Map(Object.entries(fields as Fields<TemporalValue>))
  const byLowerCase = new Map([...byName].map(([name, field]) => [name.toLowerCase(), field]))
  return {
    names: [...byName.keys()],
    find: (name) => byName.get(name) ?? byLowerCase.get(name.toLowerCase()),
  }
}

const tables: Readonly<Record<TemporalValue['kind'], Table>> = {
  date: tableOf<DateValue>(ofDays),
  'local time': tableOf<LocalTimeValue>(ofClocks),
  time: tableOf<TimeValue>({ ...ofClocks, ...ofOffsets }),
  'local datetime': tableOf<LocalDateTimeValue>({ ...ofDays, ...ofClocks }),
  datetime: tableOf<DateTimeValue>({ ...ofDays, ...ofClocks, ...ofOffsets, ...ofMoments }),
  duration: tableOf(durationFields),
}

/**
 * A field of a date, a time or a duration. Throws a TypeError where the value has no such field, an ArithmeticError where the
 * number does not fit into 64 bits.
 */
export function temporalField(value: TemporalValue, name: string): Value {
  const table = tables[value.kind]
  const found = table.find(name)?.(value)
  if (found !== undefined) return typeof found === 'number' ? BigInt(found) : found
  const message = `${quoted(name)} is no field of ${describe(value)}.`
  const hint = `The fields of a ${value.kind} are ${table.names.join(', ')}.`
  throw runtimeError('TypeError', 'InvalidPropertyAccess', message, { hint })
}

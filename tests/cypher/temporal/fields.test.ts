import { expect, test } from 'vitest'
import { compareTemporal } from '../../../src/cypher/temporal/compare.ts'
import { temporalField } from '../../../src/cypher/temporal/fields.ts'
import { formatTemporal } from '../../../src/cypher/temporal/format.ts'
import type { TemporalValue, Value } from '../../../src/cypher/value.ts'
import { duration, faultOf, temporal } from './call.ts'

const moment = temporal('datetime', '2024-08-01T12:31:14.123456789[Europe/Paris]')
const negative = duration('P-1Y-2M-10DT-3H-4M-5.123456789S')

test.each<readonly [TemporalValue, Readonly<Record<string, Value>>]>([
  [
    moment,
    {
      year: 2024n,
      quarter: 3n,
      month: 8n,
      week: 31n,
      weekYear: 2024n,
      day: 1n,
      ordinalDay: 214n,
      weekDay: 4n,
      dayOfWeek: 4n,
      dayOfQuarter: 32n,
      hour: 12n,
      minute: 31n,
      second: 14n,
      millisecond: 123n,
      microsecond: 123456n,
      nanosecond: 123456789n,
      timezone: 'Europe/Paris',
      offset: '+02:00',
      offsetMinutes: 120n,
      offsetSeconds: 7200n,
      epochSeconds: 1722508274n,
      epochMillis: 1722508274123n,
    },
  ],
  [temporal('time', '12:00-00:30'), { timezone: '-00:30', offsetMinutes: -30n, HOUR: 12n }],
  [temporal('datetime', '1969-12-31T23:59:58.5Z'), { epochSeconds: -1n, epochMillis: -1500n, timezone: 'Z' }],
  [
    negative,
    {
      years: -1n,
      quarters: -4n,
      months: -14n,
      weeks: -1n,
      days: -10n,
      hours: -3n,
      minutes: -184n,
      seconds: -11046n,
      milliseconds: -11045124n,
      nanoseconds: -11045123456789n,
      quartersOfYear: 0n,
      monthsOfQuarter: -2n,
      monthsOfYear: -2n,
      daysOfWeek: -3n,
      minutesOfHour: -4n,
      secondsOfMinute: -6n,
      millisecondsOfSecond: 876n,
      microsecondsOfSecond: 876543n,
      nanosecondsOfSecond: 876543211n,
    },
  ],
])('the fields of %o', (value, fields) => {
  const found = Object.keys(fields).map((name) => [name, temporalField(value, name)])
  expect(Object.fromEntries(found)).toEqual(fields)
})

test('other fields are refused', () => {
  expect(faultOf(() => temporalField(temporal('date', '2024-08-01'), 'hour'))).toEqual({
    errorClass: 'TypeError',
    text:
      '`hour` is no field of the date 2024-08-01. The fields of a date are year, quarter, month, week, weekYear, day, ' +
      'ordinalDay, weekDay, dayOfWeek, dayOfQuarter.',
  })
  expect(faultOf(() => temporalField(moment, '__proto__')).errorClass).toBe('TypeError')
  expect(faultOf(() => temporalField(duration('PT9223372036854775807S'), 'nanoseconds')).errorClass).toBe(
    'ArithmeticError',
  )
})

test.each([
  [
    ['date', '-0001-01-01'],
    ['date', '0000-01-01'],
    ['date', '2024-08-01'],
  ],
  [
    ['time', '11:00-01:00'],
    ['time', '12:00Z'],
    ['time', '13:00+01:00'],
    ['time', '12:00:00.1Z'],
  ],
  [
    ['datetime', '2024-01-01T12:00Z'],
    ['datetime', '2024-01-01T12:00[Europe/London]'],
    ['datetime', '2024-01-01T12:00[UTC]'],
    ['datetime', '2024-01-01T13:00+01:00'],
    ['datetime', '2024-01-01T13:00[Europe/Paris]'],
    ['datetime', '2024-01-01T12:00:00.1Z'],
  ],
  [
    ['duration', 'PT23H'],
    ['duration', 'PT24H'],
    ['duration', 'P1D'],
    ['duration', 'P30DT10H29M6S'],
    ['duration', 'P1M'],
    ['duration', 'P30DT11H'],
  ],
])('%j is before %j …', (...given) => {
  const values = given.map(([name = '', value = '']) => temporal(name, value))
  const sorted = values.toReversed().sort(compareTemporal)
  expect(sorted.map(formatTemporal)).toEqual(values.map(formatTemporal))
  for (const value of values) expect(compareTemporal(value, { ...value })).toBe(0)
})

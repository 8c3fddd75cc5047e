import { describe, expect, test } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import { faultOf, map, temporal, text } from './call.ts'

const date = temporal('date', '2024-07-31')
const paris = temporal('datetime', '2024-07-31T12:31:14.5[Europe/Paris]')
const plusFive = temporal('time', '12:31:14.5+05:00')

type Case = readonly [string, Readonly<Record<string, Value>>, string]

test.each<Case>([
  ['date', { year: 2024 }, '2024-01-01'],
  ['date', { Year: 2024, MONTH: 8 }, '2024-08-01'],
  ['date', { year: 2024, week: 31 }, '2024-07-29'],
  ['date', { year: 2021, week: 53 }, '2022-01-03'],
  ['date', { year: 2024, week: 31, weekDay: 4 }, '2024-08-01'],
  ['date', { year: 2024, quarter: 3, dayOfQuarter: 32 }, '2024-08-01'],
  ['date', { year: 2024, ordinalDay: 214 }, '2024-08-01'],
  ['date', { year: -5, month: null }, '-0005-01-01'],
  ['date', { date, month: 2 }, '2024-02-29'],
  ['date', { date, quarter: 2 }, '2024-04-30'],
  ['date', { date, week: 1 }, '2024-01-03'],
  ['date', { date, year: 2020, dayOfWeek: 1 }, '2020-07-27'],
  ['date', { date: paris, day: 1 }, '2024-07-01'],
  [
    'localtime',
    { hour: 1, minute: 2, second: 3, millisecond: 4, microsecond: 5, nanosecond: 6 },
    '01:02:03.004005006',
  ],
  ['localtime', { time: paris, minute: 0 }, '12:00:14.5'],
  ['localtime', { time: paris, nanosecond: 1 }, '12:31:14.000000001'],
  ['time', { hour: 1, timezone: '-00:30' }, '01:00-00:30'],
  ['time', { time: plusFive, hour: 3, timezone: '+01:00' }, '23:31:14.5+01:00'],
  ['time', { hour: 12, timezone: 'Europe/London' }, '12:00+01:00'],
  ['localdatetime', { year: 2024, week: 31, dayOfWeek: 4, hour: 1 }, '2024-08-01T01:00'],
  ['localdatetime', { date, time: plusFive }, '2024-07-31T12:31:14.5'],
  ['localdatetime', { datetime: paris, day: 1, second: 0 }, '2024-07-01T12:31:00.5'],
  ['datetime', { year: 2024, timezone: 'utc' }, '2024-01-01T00:00Z[UTC]'],
  ['datetime', { date: paris }, '2024-07-31T00:00Z'],
  ['datetime', { date, time: paris, month: 1 }, '2024-01-31T12:31:14.5+01:00[Europe/Paris]'],
  [
    'datetime',
    { date, time: plusFive, timezone: 'America/New_York' },
    '2024-07-31T03:31:14.5-04:00[America/New_York]',
  ],
  [
    'datetime',
    { datetime: paris, hour: 3, timezone: 'America/New_York' },
    '2024-07-30T21:31:14.5-04:00[America/New_York]',
  ],
  ['datetime', { epochSeconds: 5, nanosecond: 6 }, '1970-01-01T00:00:05.000000006Z'],
  ['datetime', { epochMillis: -1, timezone: '+01:00', hour: 5 }, '1970-01-01T05:59:59.999+01:00'],
  ['duration', { years: 1, weeks: 1, milliseconds: 1500 }, 'P1Y7DT1.5S'],
  ['duration', { months: 0.5 }, 'P15DT5H14M33S'],
  ['duration', { years: 0.3 }, 'P3M18DT6H17M27.599999998S'],
  ['duration', { days: 1, seconds: -1 }, 'P1DT-1S'],
  ['duration', { seconds: 9007199254740993n }, 'PT2501999792983H36M33S'],
])('%s(%o) is %s', (name, components, expected) => {
  expect(text(name, map(components))).toBe(expected)
})

test.each<readonly [string, Readonly<Record<string, Value>>, string, string]>([
  ['date', {}, 'ArgumentError', 'An empty map does not make a date.'],
  ['date', { month: 8 }, 'ArgumentError', '`year` must be given.'],
  ['date', { year: 2024, day: 1 }, 'ArgumentError', '`day` cannot be given without `month`.'],
  ['date', { year: 2024, month: 13 }, 'ArgumentError', '`month` must be 1 to 12, not 13.'],
  [
    'date',
    { year: 2023, month: 2, day: 29 },
    'ArgumentError',
    'Month 2 of the year 2023 has 28 days, not 29.',
  ],
  ['date', { year: 2023, ordinalDay: 366 }, 'ArgumentError', 'The year 2023 has 365 days, not 366.'],
  ['date', { year: 2024, month: 1, week: 1 }, 'TypeError', '`month` and `week` cannot be given together.'],
  ['date', { year: 2024.5 }, 'TypeError', '`year` must be an INTEGER, not the number 2024.5.'],
  ['date', { year: '2024' }, 'TypeError', '`year` must be an INTEGER, not the string `2024`.'],
  ['date', { __proto__x: 1 }, 'ArgumentError', 'There is no component `__proto__x`.'],
  ['date', { year: 2024, hour: 1 }, 'TypeError', 'The component `hour` cannot be used to make a date.'],
  ['date', { year: 2024, YEAR: 2025 }, 'ArgumentError', 'The component `year` is given twice.'],
  ['date', { date: plusFive }, 'TypeError', 'No day can be taken from the time 12:31:14.5+05:00.'],
  [
    'date',
    { year: 2024, timezone: '+01:00' },
    'TypeError',
    '`timezone` cannot be given with other components',
  ],
  ['localtime', { minute: 1 }, 'ArgumentError', '`hour` must be given.'],
  ['localtime', { hour: 1, second: 1 }, 'ArgumentError', '`second` cannot be given without `minute`.'],
  [
    'localtime',
    { hour: 1, minute: 1, second: 1, millisecond: 1, nanosecond: 1_000_000 },
    'ArgumentError',
    '`nanosecond` must be 0 to 999999 beside',
  ],
  ['localdatetime', { year: 2024, hour: 1 }, 'ArgumentError', '`month` must be given.'],
  [
    'localdatetime',
    { datetime: paris, time: plusFive },
    'ArgumentError',
    '`datetime` cannot be given together with',
  ],
  ['datetime', { year: 2024, timezone: '+19:00' }, 'ArgumentError', 'The offset `+19:00` is not within'],
  [
    'datetime',
    { epochMillis: 1, date },
    'ArgumentError',
    '`epochMillis` cannot be given together with `date`.',
  ],
  ['datetime', { epochSeconds: 99999999999999999n }, 'ArgumentError', 'are not within the years'],
  [
    'duration',
    { fortnights: 1 },
    'ArgumentError',
    'There is no unit `fortnights` of durations. The units are years,',
  ],
  ['duration', { days: null }, 'TypeError', 'The unit `days` must have a number, not null.'],
  ['duration', { years: 9223372036854775807n }, 'ArgumentError', 'The duration is too long'],
  ['duration', { days: 1e30 }, 'ArithmeticError', 'The duration is too long'],
])('%s(%o) is refused', (name, components, errorClass, message) => {
  const fault = faultOf(() => text(name, map(components)))
  expect(fault.errorClass).toBe(errorClass)
  expect(fault.text).toContain(message)
})

describe('from other values', () => {
  test.each([
    ['date', paris, '2024-07-31'],
    ['localtime', paris, '12:31:14.5'],
    ['time', paris, '12:31:14.5+02:00'],
    ['time', temporal('localtime', '12:00'), '12:00Z'],
    ['localdatetime', paris, '2024-07-31T12:31:14.5'],
    ['datetime', temporal('localdatetime', '2024-08-01T01:00'), '2024-08-01T01:00Z'],
  ])('%s(%o)', (name, value, expected) => {
    expect(text(name, value)).toBe(expected)
  })

  test.each(['date', 'time', 'datetime', 'duration'])('%s(5) is refused', (name) => {
    expect(faultOf(() => text(name, 5n)).errorClass).toBe('TypeError')
  })

  test('a time of day is not made up', () => {
    expect(faultOf(() => text('datetime', date)).text).toContain(
      'No time of day can be taken from the date 2024-07-31.',
    )
  })
})

describe('the current date and time', () => {
  test.each([
    ['date', '2024-08-01'],
    ['date.statement', '2024-08-01'],
    ['localtime.transaction', '10:20:30.04'],
    ['time', '10:20:30.04Z'],
    ['localdatetime', '2024-08-01T10:20:30.04'],
    ['datetime', '2024-08-01T10:20:30.04Z'],
  ])('%s()', (name, expected) => {
    expect(text(name)).toBe(expected)
  })

  test('in a time zone', () => {
    expect(text('datetime.statement', 'Asia/Tokyo')).toBe('2024-08-01T19:20:30.04+09:00[Asia/Tokyo]')
    expect(text('date', map({ timezone: '+14:00' }))).toBe('2024-08-02')
    expect(text('time', map({ timezone: 'Asia/Tokyo' }))).toBe('19:20:30.04+09:00')
  })

  test('the real time is not that of the run', () => {
    expect(text('datetime.realtime')).not.toBe(text('datetime.statement'))
  })
})

test('moments since 1970', () => {
  expect(text('datetime.fromepoch', 1n, 5n)).toBe('1970-01-01T00:00:01.000000005Z')
  expect(text('datetime.fromepochmillis', -1n)).toBe('1969-12-31T23:59:59.999Z')
  expect(faultOf(() => text('datetime.fromepoch', 1n, -1n)).errorClass).toBe('ArgumentError')
  expect(faultOf(() => text('datetime.fromepoch', null, 1n)).errorClass).toBe('TypeError')
})

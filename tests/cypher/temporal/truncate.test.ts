import { expect, test } from 'vitest'
import type { Value } from '../../../src/cypher/value.ts'
import { faultOf, map, temporal, text } from './call.ts'

const moment = temporal('datetime', '2024-08-01T12:31:14.123456789[Europe/Paris]')
const local = temporal('localtime', '12:31:14.123456789')

test.each<readonly [string, string, Value, Readonly<Record<string, Value>>, string]>([
  ['date', 'millennium', moment, {}, '2000-01-01'],
  ['date', 'century', temporal('date', '-0105-08-01'), {}, '-0100-01-01'],
  ['date', 'decade', moment, { month: 3 }, '2020-03-01'],
  ['date', 'weekYear', temporal('date', '2021-01-01'), {}, '2019-12-30'],
  ['date', 'quarter', moment, { day: 3 }, '2024-07-03'],
  ['date', 'week', moment, { dayOfWeek: 7 }, '2024-08-04'],
  ['date', 'day', temporal('date', '2024-01-31'), { month: 2 }, '2024-02-29'],
  ['datetime', 'month', moment, {}, '2024-08-01T00:00+02:00[Europe/Paris]'],
  ['datetime', 'year', moment, { timezone: '-01:00', hour: 5 }, '2024-01-01T05:00-01:00'],
  ['datetime', 'hour', moment, { nanosecond: 2 }, '2024-08-01T12:00:00.000000002+02:00[Europe/Paris]'],
  ['localdatetime', 'second', moment, { millisecond: 5 }, '2024-08-01T12:31:14.005'],
  ['time', 'millisecond', moment, { nanosecond: 7 }, '12:31:14.123000007+02:00'],
  ['time', 'day', local, { timezone: '+03:00' }, '00:00+03:00'],
  ['localtime', 'microsecond', local, { nanosecond: 7 }, '12:31:14.123456007'],
  ['localtime', 'microsecond', local, { millisecond: 7 }, '12:31:14.007'],
])('%s.truncate(%s, %o, %o) is %s', (name, unit, value, changes, expected) => {
  expect(text(`${name}.truncate`, unit, value, map(changes))).toBe(expected)
})

test('without a value it is the current one', () => {
  expect(text('date.truncate', 'month')).toBe('2024-08-01')
  expect(text('localtime.truncate', 'minute')).toBe('10:20')
})

test.each<readonly [string, readonly Value[], string, string]>([
  ['date', ['hour', moment], 'TypeError', '`hour` is too small for a date. The units are millennium,'],
  ['date', ['DAY', moment], 'ArgumentError', 'There is no unit `DAY`.'],
  ['date', ['day', local], 'TypeError', 'No day can be taken from the local time 12:31:14.123456789.'],
  ['date', ['day', null], 'TypeError', 'A date or a time is needed, not null. Leave out the rows'],
  ['date', [null, moment], 'TypeError', 'A unit must be a STRING, not null.'],
  [
    'date',
    ['day', moment, map({ hour: 1 })],
    'TypeError',
    'The component `hour` cannot be used to make a date.',
  ],
  ['time', ['year', local], 'TypeError', '`year` is too large for a time of day.'],
  ['datetime', ['hour', temporal('date', '2024-08-01')], 'TypeError', 'has no time of day'],
  [
    'localtime',
    ['millisecond', local, map({ nanosecond: 5000 })],
    'ArgumentError',
    '`nanosecond` must be 0 to 999',
  ],
])('%s.truncate%o is refused', (name, given, errorClass, message) => {
  const fault = faultOf(() => text(`${name}.truncate`, ...given))
  expect(fault.errorClass).toBe(errorClass)
  expect(fault.text).toContain(message)
})

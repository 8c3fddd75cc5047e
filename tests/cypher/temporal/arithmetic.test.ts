import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDuration,
  addDurations,
  divideDuration,
  multiplyDuration,
  subtractDuration,
  subtractDurations,
} from '../../../src/cypher/temporal/arithmetic.ts'
import { durationBetween } from '../../../src/cypher/temporal/between.ts'
import { firstDay, lastDay } from '../../../src/cypher/temporal/civil-days.ts'
import { formatTemporal } from '../../../src/cypher/temporal/format.ts'
import { parseDateTime, parseLocalDateTime } from '../../../src/cypher/temporal/parse.ts'
import { duration, faultOf, instant, map, temporal, text } from './call.ts'

test.each([
  ['date', '2024-01-31', 'P1M', '2024-02-29'],
  ['date', '2024-01-31', 'P1M1D', '2024-03-01'],
  ['date', '2024-01-31', 'PT23H59M', '2024-01-31'],
  ['date', '2024-01-31', 'PT48H', '2024-02-02'],
  ['date', '2024-03-31', 'P-1M', '2024-02-29'],
  ['localtime', '23:00', 'P5DT2H', '01:00'],
  ['time', '12:00+05:00', 'PT-0.000000001S', '11:59:59.999999999+05:00'],
  ['localdatetime', '2024-01-31T12:00', 'P1MT13H', '2024-03-01T01:00'],
  ['datetime', '2017-10-28T02:30[Europe/Paris]', 'P1D', '2017-10-29T02:30+02:00[Europe/Paris]'],
  ['datetime', '2017-10-28T02:30[Europe/Paris]', 'P1DT1H', '2017-10-29T02:30+01:00[Europe/Paris]'],
  ['datetime', '2017-10-30T02:30[Europe/Paris]', 'P-1D', '2017-10-29T02:30+01:00[Europe/Paris]'],
  ['datetime', '2017-03-25T02:30[Europe/Paris]', 'P1D', '2017-03-26T03:30+02:00[Europe/Paris]'],
])('%s %s + %s', (name, value, length, expected) => {
  expect(formatTemporal(addDuration(instant(name, value), duration(length)))).toBe(expected)
})

test.each([
  ['date', '+999999999-12-31', 'P1D'],
  ['date', '-999999999-01-01', 'P-1M'],
  ['localdatetime', '+999999999-12-31T23:59', 'PT1M'],
  ['datetime', '2024-08-01T00:00Z', 'P1000000000Y'],
])('%s %s + %s is out of range', (name, value, length) => {
  expect(faultOf(() => addDuration(instant(name, value), duration(length))).errorClass).toBe(
    'ArithmeticError',
  )
})

test('what is added and taken off again in seconds is there again', () => {
  const moment = parseDateTime('2024-03-30T12:00[Europe/Paris]')
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n }),
      fc.nat(999_999_999),
      (seconds, nanoseconds) => {
        const length = { kind: 'duration', months: 0n, days: 0n, seconds, nanoseconds } as const
        expect(subtractDuration(addDuration(moment, length), length)).toEqual(moment)
      },
    ),
    { numRuns: 30 },
  )
})

test('durations are added and subtracted part by part', () => {
  const [first, second] = [duration('P1Y14DT70S'), duration('P1M-14DT0.5S')]
  expect(formatTemporal(addDurations(first, second))).toBe('P1Y1MT1M10.5S')
  expect(formatTemporal(subtractDurations(first, second))).toBe('P11M28DT1M9.5S')
})

test.each([
  ['P1Y2DT3.5S', 2n, 'P2Y4DT7S'],
  ['P1M', 0.1, 'P3DT1H2M54.599999999S'],
  ['P1D', -1.5, 'P-1DT-12H'],
  ['PT9007199254740993S', 1n, 'PT2501999792983H36M33S'],
  ['PT1S', Number.NaN, 'PT0S'],
])('%s times %s', (length, factor, expected) => {
  expect(formatTemporal(multiplyDuration(duration(length), factor))).toBe(expected)
})

test.each([
  ['P1M', 2n, 'P15DT5H14M33S'],
  ['P1D', 7n, 'PT3H25M42.857142857S'],
  ['PT1S', 0.5, 'PT2S'],
])('%s divided by %s', (length, divisor, expected) => {
  expect(formatTemporal(divideDuration(duration(length), divisor))).toBe(expected)
})

test('what is too long is refused', () => {
  const long = duration('PT9223372036854775807S')
  expect(faultOf(() => addDurations(long, duration('PT1S'))).errorClass).toBe('ArgumentError')
  expect(faultOf(() => multiplyDuration(long, 2n)).errorClass).toBe('ArgumentError')
  expect(faultOf(() => multiplyDuration(long, 1e10)).errorClass).toBe('ArithmeticError')
})

describe('the length between', () => {
  const [noon, day] = [temporal('localtime', '12:00'), temporal('date', '2024-08-01')]
  const summer = temporal('datetime', '2017-03-25T02:30[Europe/Paris]')

  test.each([
    ['between', temporal('date', '2024-01-31'), temporal('date', '2024-03-01'), 'P1M1D'],
    ['between', temporal('date', '2024-03-01'), temporal('date', '2024-01-31'), 'P-1M-1D'],
    [
      'between',
      temporal('localdatetime', '2024-01-31T12:00'),
      temporal('localdatetime', '2024-02-29T11:00'),
      'P28DT23H',
    ],
    ['between', summer, temporal('datetime', '2017-03-26T03:15[Europe/Paris]'), 'P1DT-15M'],
    ['between', summer, temporal('datetime', '2017-03-26T03:45[America/New_York]'), 'P1DT6H15M'],
    ['between', day, noon, 'PT12H'],
    ['between', temporal('time', '12:00+01:00'), noon, 'PT0S'],
    ['inMonths', temporal('date', '2024-03-31'), temporal('date', '2024-02-29'), 'P-1M'],
    [
      'inDays',
      temporal('localdatetime', '2024-01-03T11:00'),
      temporal('localdatetime', '2024-01-01T12:00'),
      'P-1D',
    ],
    ['inDays', day, noon, 'PT0S'],
    [
      'inSeconds',
      temporal('datetime', '2017-03-26T00:00[Europe/Paris]'),
      temporal('date', '2017-03-27'),
      'PT23H',
    ],
    ['inSeconds', temporal('localtime', '12:00:00.7'), temporal('localtime', '12:00:00.2'), 'PT-0.5S'],
  ])('duration.%s(%o, %o) is %s', (variant, from, to, expected) => {
    expect(text(`duration.${variant}`, from, to)).toBe(expected)
  })

  test('there are no days between times of day', () => {
    expect(faultOf(() => text('duration.inDays', noon, noon)).errorClass).toBe('TypeError')
    expect(faultOf(() => text('duration.between', day, map({}))).errorClass).toBe('TypeError')
  })

  test('added to the first, it gives the second', () => {
    const moments = fc.record({
      days: fc.integer({ min: firstDay + 40, max: lastDay - 40 }),
      nanoseconds: fc.integer({ min: 0, max: 86_399_999_999_999 }),
    })
    const any = parseLocalDateTime('2024-08-01')
    fc.assert(
      fc.property(moments, moments, (from, to) => {
        const length = durationBetween({ ...any, ...from }, { ...any, ...to })
        expect(addDuration({ ...any, ...from }, length)).toEqual({ ...any, ...to })
      }),
    )
  })
})

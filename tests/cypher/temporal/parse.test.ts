import { expect, test } from 'vitest'
import { formatTemporal, formatTemporalInFull } from '../../../src/cypher/temporal/format.ts'
import {
  parseDate,
  parseDateTime,
  parseLocalDateTime,
  parseLocalTime,
  parseTime,
} from '../../../src/cypher/temporal/parse.ts'
import { parseDuration } from '../../../src/cypher/temporal/parse-duration.ts'
import type { TemporalValue } from '../../../src/cypher/value.ts'
import { faultOf } from './call.ts'

function readsAll(
  parse: (text: string) => TemporalValue,
  cases: readonly (readonly [string, string])[],
): void {
  test.each(cases)('%s', (text, read) => {
    expect(formatTemporal(parse(text))).toBe(read)
  })
}

readsAll(parseDate, [
  ['2024-08-01', '2024-08-01'],
  ['2024-8-1', '2024-08-01'],
  ['20240801', '2024-08-01'],
  ['2024-08', '2024-08-01'],
  ['202408', '2024-08-01'],
  ['2024', '2024-01-01'],
  ['2024-W31', '2024-07-29'],
  ['2024W31', '2024-07-29'],
  ['2024-W31-4', '2024-08-01'],
  ['2024W314', '2024-08-01'],
  ['2024-214', '2024-08-01'],
  ['2024214', '2024-08-01'],
  ['2024-Q3', '2024-07-01'],
  ['2024-Q3-32', '2024-08-01'],
  ['2024Q332', '2024-08-01'],
  ['2024-02-29', '2024-02-29'],
  ['2024-366', '2024-12-31'],
  ['2020-W53-7', '2021-01-03'],
  ['-0044-03-15', '-0044-03-15'],
  ['+12024-08-01', '+12024-08-01'],
  ['+999999999-12-31', '+999999999-12-31'],
  ['-999999999', '-999999999-01-01'],
])

readsAll(parseLocalTime, [
  ['12:31:14.5', '12:31:14.5'],
  ['123114,25', '12:31:14.25'],
  ['T12:31', '12:31'],
  ['1:2:3', '01:02:03'],
  ['1231', '12:31'],
  ['7', '07:00'],
])

readsAll(parseTime, [
  ['12:31', '12:31Z'],
  ['12:31z', '12:31Z'],
  ['1231-00:00', '12:31Z'],
  ['123114.001+0530', '12:31:14.001+05:30'],
  ['12-18:00', '12:00-18:00'],
  ['12:00+02:05:59', '12:00+02:05:59'],
])

readsAll(parseLocalDateTime, [
  ['2024-08-01T12:31', '2024-08-01T12:31'],
  ['2024-08-01', '2024-08-01T00:00'],
  ['2024W314t12', '2024-08-01T12:00'],
])

readsAll(parseDateTime, [
  ['2024-08-01', '2024-08-01T00:00Z'],
  ['2024-08-01T12:31', '2024-08-01T12:31Z'],
  ['2024-214T1231-03', '2024-08-01T12:31-03:00'],
  ['2024-08-01T12:31[Europe/Paris]', '2024-08-01T12:31+02:00[Europe/Paris]'],
  ['2024-08-01T12:31+02:00[europe/paris]', '2024-08-01T12:31+02:00[Europe/Paris]'],
  ['2024-08-01T12:31[UTC]', '2024-08-01T12:31Z[UTC]'],
  ['1800-08-01T12:31[Africa/Monrovia]', '1800-08-01T12:31-00:43:08[Africa/Monrovia]'],
  ['1800-08-01T12:31-00:43:08[Africa/Monrovia]', '1800-08-01T12:31-00:43:08[Africa/Monrovia]'],
  // The clock goes back at 03:00: the earlier moment, unless the offset says otherwise.
  ['2017-10-29T02:30[Europe/Paris]', '2017-10-29T02:30+02:00[Europe/Paris]'],
  ['2017-10-29T02:30+01:00[Europe/Paris]', '2017-10-29T02:30+01:00[Europe/Paris]'],
  // The clock leaps from 02:00 to 03:00, and in Samoa over a whole day.
  ['2017-03-26T02:30[Europe/Paris]', '2017-03-26T03:30+02:00[Europe/Paris]'],
  ['2011-12-30T12:00[Pacific/Apia]', '2011-12-31T12:00+14:00[Pacific/Apia]'],
  ['+999999999-07-31T23:59[Europe/Paris]', '+999999999-07-31T23:59+02:00[Europe/Paris]'],
  ['-999999999-01-01T00:00[Europe/Berlin]', '-999999999-01-01T00:00+00:53:28[Europe/Berlin]'],
])

readsAll(parseDuration, [
  ['P1Y2M3W4DT5H6M7.5S', 'P1Y2M25DT5H6M7.5S'],
  ['p1d', 'P1D'],
  ['-P1Y-2M', 'P-10M'],
  ['PT-0.5S', 'PT-0.5S'],
  ['PT90M', 'PT1H30M'],
  ['P1.5D', 'P1DT12H'],
  ['P0.5M', 'P15DT5H14M33S'],
  ['P2.5W', 'P17DT12H'],
  ['PT1,25H', 'PT1H15M'],
  ['P0D', 'PT0S'],
  ['P0001-02-03T04:05:06.7', 'P1Y2M3DT4H5M6.7S'],
  ['-P00010203T040506', 'P-1Y-2M-3DT-4H-5M-6S'],
  ['PT14:37', 'PT14H37M'],
])

test.each([
  [parseDate, ''],
  [parseDate, '2024-13-01'],
  [parseDate, '2023-02-29'],
  [parseDate, '2023-366'],
  [parseDate, '2021-W53'],
  [parseDate, '2023-Q1-91'],
  [parseDate, '2024-00-01'],
  [parseDate, '24-01-01'],
  [parseDate, '2024-08-01Z'],
  [parseDate, '２０２４-08-01'],
  [parseDate, '+1000000000-01-01'],
  [parseLocalTime, '24:00'],
  [parseLocalTime, '12:60'],
  [parseLocalTime, '12:31Z'],
  [parseLocalTime, '12:31:14.1234567890'],
  [parseTime, '12:31[Europe/Paris]'],
  [parseTime, '12:31+19:00'],
  [parseTime, '12:31+1'],
  [parseLocalDateTime, '2024-08-01 12:31'],
  [parseLocalDateTime, '2024-08-01TT12:31'],
  [parseLocalDateTime, '2024-08-01T'],
  [parseDateTime, '2024-08-01T12:31+01:00[Europe/Paris]'],
  [parseDateTime, '2017-03-26T02:30+02:00[Europe/Paris]'],
  [parseDateTime, '2024-08-01T12:31[Middle/Earth]'],
  [parseDateTime, '2024-08-01T12:31[2024-08-01T12:31+01:00[Europe/Paris]]'],
  [parseDuration, ''],
  [parseDuration, 'P'],
  [parseDuration, 'P1DT'],
  [parseDuration, 'P1M1Y'],
  [parseDuration, 'P1.5D1W'],
  [parseDuration, 'P1.5DT1H'],
  [parseDuration, 'P2012-13-01'],
  [parseDuration, 'P9223372036854775807D'],
  [parseDuration, `P${'1'.repeat(500)}D`],
])('%o does not read %s', (parse, text) => {
  expect(faultOf(() => parse(text)).errorClass).toBe('ArgumentError')
})

test('what is wrong is said, with what to write instead', () => {
  expect(faultOf(() => parseDate('1 August 2024')).text).toBe(
    '`1 August 2024` is no date. Write a date such as `2024-08-01`, `2024-08`, `2024-W31-4`, `2024-214` or `2024-Q3-32`.',
  )
})

test('a long text is not quoted in full', () => {
  expect(faultOf(() => parseDateTime('x'.repeat(1_000_000))).text.length).toBeLessThan(300)
})

test('the full text has seconds', () => {
  expect(formatTemporalInFull(parseTime('12:31+01:00'))).toBe('12:31:00+01:00')
  expect(formatTemporalInFull(parseLocalDateTime('2024-08-01T12:31:14.50'))).toBe('2024-08-01T12:31:14.5')
})

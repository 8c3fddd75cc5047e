import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  civilDateOf,
  dayOfWeekOf,
  daysOf,
  daysOfWeekDate,
  firstDay,
  lastDay,
  weekDateOf,
  weeksInYear,
  yearOf,
} from '../../../src/cypher/temporal/civil-days.ts'

const anyDay = fc.oneof(
  fc.integer({ min: firstDay, max: lastDay }),
  fc.integer({ min: -800_000, max: 800_000 }),
)

test('a day and its year, month and day are the same', () => {
  fc.assert(
    fc.property(anyDay, (days) => {
      const { year, month, day } = civilDateOf(days)
      expect(daysOf(year, month, day)).toBe(days)
      expect(yearOf(days)).toBe(year)
    }),
  )
})

test('the calendar is that of Date where Date has one', () => {
  fc.assert(
    fc.property(fc.integer({ min: -90_000_000, max: 90_000_000 }), (days) => {
      const date = new Date(days * 86_400_000)
      expect(civilDateOf(days)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      })
      expect(dayOfWeekOf(days) % 7).toBe(date.getUTCDay())
    }),
  )
})

test('a day and its ISO week date are the same', () => {
  fc.assert(
    fc.property(anyDay, (days) => {
      expect(daysOfWeekDate(weekDateOf(days))).toBe(days)
    }),
  )
})

test.each([
  [2020, 53],
  [2021, 52],
  [2026, 53],
  [-1, 52],
])('the year %i has %i weeks', (year, weeks) => {
  expect(weeksInYear(year)).toBe(weeks)
})

test('the first and the last day', () => {
  expect(civilDateOf(firstDay)).toEqual({ year: -999_999_999, month: 1, day: 1 })
  expect(civilDateOf(lastDay)).toEqual({ year: 999_999_999, month: 12, day: 31 })
})

/**
 * The proleptic Gregorian calendar, by arithmetic on days since 1970-01-01. Cypher has the years -999,999,999 to
 * 999,999,999, and Temporal only about ±271,821; so this is reckoned here.
 */

/** A day by year, month (1 to 12) and day of the month. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A day by ISO week: `dayOfWeek` is 1 for Monday to 7; the week's year may differ from the day's. */
export interface WeekDate {
  readonly weekYear: number
  readonly week: number
  readonly dayOfWeek: number
}

/** The last year; the first is its negative. */
export const greatestYear = 999_999_999

const daysBeforeEpoch = 719_162
const averageYear = 365.2425
const daysBeforeMonths = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** Whether a year has 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** How many days a month has; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01. A `day` beyond the month counts on into the next ones. */
export function daysOf(year: number, month: number, day: number): number {
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0
  return firstDayOf(year) + (daysBeforeMonths[month - 1] ?? 0) + leapDay + day - 1
}

/** The first of January. */
export function firstDayOf(year: number): number {
  const before = year - 1
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  return before * 365 + leapDays - daysBeforeEpoch
}

/** The year in which a day lies. */
export function yearOf(days: number): number {
  let year = Math.floor((days + daysBeforeEpoch) / averageYear) + 1
  while (firstDayOf(year) > days) year--
  while (firstDayOf(year + 1) <= days) year++
  return year
}

/** The year, month and day of a day. */
export function civilDateOf(days: number): CivilDate {
  const year = yearOf(days)
  const dayOfYear = days - firstDayOf(year)
  let month = Math.min(12, Math.floor(dayOfYear / 29) + 1)
  while (daysOf(year, month, 1) > days) month--
  return { year, month, day: days - daysOf(year, month, 1) + 1 }
}

/** 1 for Monday to 7. */
export function dayOfWeekOf(days: number): number {
  const sinceMonday = (days + 3) % 7
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
}

/** The ISO week of a day: it belongs to the year that has its Thursday. */
export function weekDateOf(days: number): WeekDate {
  const dayOfWeek = dayOfWeekOf(days)
  const thursday = days - dayOfWeek + 4
  const weekYear = yearOf(thursday)
  return { weekYear, week: Math.floor((thursday - firstDayOf(weekYear)) / 7) + 1, dayOfWeek }
}

/** The Monday of a year's first ISO week: of the one with 4 January. */
export function firstMondayOf(weekYear: number): number {
  const fourth = firstDayOf(weekYear) + 3
  return fourth - dayOfWeekOf(fourth) + 1
}

/** Days of an ISO week date. A week 53 that the year does not have is the first of the next year. */
export function daysOfWeekDate({ weekYear, week, dayOfWeek }: WeekDate): number {
  return firstMondayOf(weekYear) + (week - 1) * 7 + dayOfWeek - 1
}

/** 52 or 53. */
export function weeksInYear(weekYear: number): number {
  return (firstMondayOf(weekYear + 1) - firstMondayOf(weekYear)) / 7
}

/** 1 to 4. */
export function quarterOf(month: number): number {
  return Math.floor((month + 2) / 3)
}

/** The first month of a quarter. */
export function firstMonthOf(quarter: number): number {
  return quarter * 3 - 2
}

/** A day of a month, or the month's last day where it has fewer. */
export function daysClamped(year: number, month: number, day: number): number {
  return daysOf(year, month, Math.min(day, daysInMonth(year, month)))
}

/** The first day that there is in Cypher. */
export const firstDay = firstDayOf(-greatestYear)
/** The last day that there is in Cypher. */
export const lastDay = daysOf(greatestYear, 12, 31)

/** Whether Cypher has this day. */
export function isDay(days: number): boolean {
  return days >= firstDay && days <= lastDay
}

/** Reads days from text, in all the forms that Cypher has. */
import { quoted } from '../quoted.ts'
import {
  daysInMonth,
  daysOf,
  daysOfWeekDate,
  firstDayOf,
  firstMonthOf,
  isDay,
  isLeapYear,
  weeksInYear,
} from './civil-days.ts'
import { unfitValue } from './faults.ts'

/** What a form makes of the numbers that it finds: NaN for one that is left out. Throws an ArgumentError for one too large. */
type ReadDay = (year: number, second: number, third: number) => number

const forms: readonly (readonly [RegExp, ReadDay])[] = [
  [/^([+-]\d{1,9}|\d{4})(?:-(\d{1,2})-(\d{1,2})|-(\d\d))?$/, calendarDay],
  [/^(\d{4})(\d\d)(\d\d)?$/, calendarDay],
  [/^([+-]\d{1,9}|\d{4})-?W(\d{1,2})(?:-(\d))?$/, weekDay],
  [/^(\d{4})W(\d\d)(\d)$/, weekDay],
  [/^([+-]\d{1,9}|\d{4})-?Q(\d)(?:-(\d{1,2}))?$/, quarterDay],
  [/^(\d{4})Q(\d)(\d\d)$/, quarterDay],
  [/^([+-]\d{1,9}|\d{4})-(\d{3})$/, ordinalDay],
  [/^(\d{4})(\d{3})$/, ordinalDay],
]

const longest = 30
const hint = 'Write a date such as `2024-08-01`, `2024-08`, `2024-W31-4`, `2024-214` or `2024-Q3-32`.'

/** The day that a text means, in days since 1970-01-01. Throws an ArgumentError where it means none. */
export function parseDay(text: string): number {
  for (const [form, read] of text.length > longest ? [] : forms) {
    const found = form.exec(text)
    if (!found) continue
    const [year = NaN, second = NaN, third = NaN] = found
      .slice(1)
      .filter((part) => part as string | undefined)
      .map(Number)
    return checkDay(read(year, second, third), text)
  }
  throw unfitValue(`${quoted(text)} is no date.`, hint)
}

function checkDay(days: number, text: string): number {
  if (isDay(days)) return days
  throw unfitValue(`${quoted(text)} is not within the years -999999999 to 999999999.`)
}

function calendarDay(year: number, month: number, day: number): number {
  check('month', month, 12)
  const monthOrFirst = orFirst(month)
  check('day of the month', day, daysInMonth(year, monthOrFirst))
  return daysOf(year, monthOrFirst, orFirst(day))
}

function weekDay(weekYear: number, week: number, dayOfWeek: number): number {
  check('week', week, weeksInYear(weekYear))
  check('day of the week', dayOfWeek, 7)
  return daysOfWeekDate({ weekYear, week, dayOfWeek: orFirst(dayOfWeek) })
}

function quarterDay(year: number, quarter: number, day: number): number {
  check('quarter', quarter, 4)
  const first = daysOf(year, firstMonthOf(quarter), 1)
  const next = quarter === 4 ? firstDayOf(year + 1) : daysOf(year, firstMonthOf(quarter + 1), 1)
  check('day of the quarter', day, next - first)
  return first + orFirst(day) - 1
}

function ordinalDay(year: number, day: number): number {
  check('day of the year', day, isLeapYear(year) ? 366 : 365)
  return firstDayOf(year) + day - 1
}

function orFirst(value: number): number {
  return Number.isNaN(value) ? 1 : value
}

function check(what: string, value: number, greatest: number): void {
  if (Number.isNaN(value) || (value >= 1 && value <= greatest)) return
  throw unfitValue(`The ${what} must be 1 to ${greatest} there, not ${value}.`, hint)
}

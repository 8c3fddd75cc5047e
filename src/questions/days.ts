/** Days as texts that compare in the order of time, with the infinities that missing bounds stand for. */
import { daysInMonth } from '../dates/calendar.ts'
import { isDay } from '../dates/edtf.ts'
import { InvalidDayError } from './errors.ts'

/** Before every day: a missing `earliest`, `latest`. */
export const beforeAllDays = ''

/** After every day: a missing `untilEarliest`, `until`. */
export const afterAllDays = '~'

/** The days on which something can have begun; both are ISO days or {@link beforeAllDays}. */
export interface DayRange {
  readonly first: string
  readonly last: string
}

/** The day on which a claim was made or an interval began, as far as is known. */
export function beginningOf(dated: { readonly earliest?: string; readonly latest?: string }): DayRange {
  return { first: dated.earliest ?? beforeAllDays, last: dated.latest ?? beforeAllDays }
}

/** The day that a question is asked on: `asOf`, or today in UTC. Throws an InvalidDayError where it is not a day. */
export function dayAsked(asOf: string | undefined): string {
  if (asOf === undefined) return new Date().toISOString().slice(0, 10)
  if (!isDay(asOf)) throw new InvalidDayError(asOf)
  return asOf
}

/** The next day; {@link afterAllDays} for the last one that a text of ten characters can name. */
export function dayAfter(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  if (date < daysInMonth(year, month)) return day.slice(0, 8) + twoDigits(date + 1)
  if (month < 12) return `${day.slice(0, 5)}${twoDigits(month + 1)}-01`
  return year < 9999 ? `${String(year + 1).padStart(4, '0')}-01-01` : afterAllDays
}

function twoDigits(figure: number): string {
  return String(figure).padStart(2, '0')
}

/** Code unit order: what all answers are sorted by where days do not decide. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

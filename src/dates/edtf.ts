/**
 * Dates in EDTF (Extended Date/Time Format, ISO 8601-2), as earliest and latest days. Of its level 1: days, months
 * and years, uncertain and approximate ones, unspecified months and days, and intervals of all these.
 */
import { daysInMonth, monthNames } from './calendar.ts'
import { familiarForms } from './familiar-forms.ts'

/** A date, or an interval of two. All days are ISO texts (`2024-08-01`); a missing one is minus or plus infinity. */
export interface EdtfDate {
  /** As it was written. */
  readonly text: string
  readonly interval: boolean
  /** The first day that can be meant; of an interval, the first on which it can have begun. */
  readonly earliest?: string
  /** The last day that can be meant; of an interval, the last on which it can have begun. */
  readonly latest?: string
  /** The first day that can have been the interval's last. */
  readonly untilEarliest?: string
  /** The last day that can have been the interval's last. */
  readonly until?: string
}

/** A date, or what is wrong with the text (`its end names month 13, …`) and what to do; neither with a full stop. */
export type ParsedDate =
  | { readonly ok: true; readonly date: EdtfDate }
  | { readonly ok: false; readonly problem: string; readonly hint: string }

/** What a text is or does that makes it no date: `names a season`. */
interface Fault {
  readonly fault: string
  readonly hint?: string
}

/** The days that one date can mean. */
interface Days {
  readonly earliest: string
  readonly latest: string
}

/** Longer texts are no date, and not searched for what they may mean. */
const longest = 60

const noDate: Fault = { fault: 'is no day, month or year' }
const usualHint = 'write the day, month or year: `2024-08-01`, `2024-08` or `2024`'

/**
 * Reads an EDTF date. `?`, `~` and `%` move no bound. The two dates of an interval keep their own bounds, so that
 * `2024/2024-03` has December as its latest beginning; it is refused only where it certainly ends before it begins.
 */
export function parseDate(text: string): ParsedDate {
  const date = text.length > longest ? saidOf('it', noDate) : readDate(text)
  if (!('fault' in date)) return { ok: true, date }
  const meant = text.length > longest ? [] : familiarForms(text, isDate).map((form) => `\`${form}\``)
  const hint = meant.length > 0 ? `write ${meant.join(' or ')}` : (date.hint ?? usualHint)
  return { ok: false, problem: date.fault, hint }
}

/** Whether a text is a day of the calendar, written `2024-08-01`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isDate(text)
}

function isDate(text: string): boolean {
  return !('fault' in readDate(text))
}

function readDate(text: string): EdtfDate | Fault {
  const [first = '', second, ...others] = text.split('/')
  if (second !== undefined && others.length === 0) return readInterval(text, first, second)
  const days = second === undefined ? readDays(text) : slashedFault(text)
  return 'fault' in days ? saidOf('it', days) : { text, interval: false, ...days }
}

function readInterval(text: string, first: string, second: string): EdtfDate | Fault {
  const begin = isBoundless(first) ? undefined : readDays(first)
  if (begin && 'fault' in begin) return saidOf('its beginning', begin)
  const end = isBoundless(second) ? undefined : readDays(second)
  if (end && 'fault' in end) return saidOf('its end', end)
  if (!begin && !end) return saidOf('it', boundlessFault)
  if (begin && end && end.latest < begin.earliest) return saidOf('it', reversedFault(first, second))
  return { text, interval: true, ...begin, ...(end && { untilEarliest: end.earliest, until: end.latest }) }
}

/** Open (`..`) or unknown (nothing): both have no bounds. */
function isBoundless(end: string): boolean {
  return end === '..' || end === ''
}

function readDays(text: string): Days | Fault {
  const match = /^(\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[?~%]?$/.exec(text)
  if (!match) return shapeFault(text)
  const [, year = '', month = 'XX', day = 'XX'] = match
  if (month === 'XX') {
    return day === 'XX' ? { earliest: `${year}-01-01`, latest: `${year}-12-31` } : dayAloneFault
  }
  const monthName = monthNames[Number(month) - 1]
  if (monthName === undefined) return monthFault(month)
  const last = daysInMonth(Number(year), Number(month))
  if (day === 'XX') return { earliest: `${year}-${month}-01`, latest: `${year}-${month}-${last}` }
  if (Number(day) < 1 || Number(day) > last) return dayFault(day, `${monthName} ${year}`, last)
  return { earliest: `${year}-${month}-${day}`, latest: `${year}-${month}-${day}` }
}

function saidOf(subject: string, { fault, ...rest }: Fault): Fault {
  return { fault: `${subject} ${fault}`, ...rest }
}

const boundlessFault: Fault = {
  fault: 'has neither a beginning nor an end',
  hint: 'write one of them, or leave the date out',
}

const dayAloneFault: Fault = {
  fault: 'names a day without a month',
  hint: 'write the month, or the year alone',
}

function reversedFault(first: string, second: string): Fault {
  return { fault: 'ends before it begins', hint: `write \`${second}/${first}\`, or correct one of the two` }
}

function monthFault(month: string): Fault {
  const season = Number(month) >= 21 && Number(month) <= 24
  return {
    fault: season ? `names season ${month}` : `names month ${month}, which does not exist`,
    hint: 'write a month from 01 to 12, or the year alone',
  }
}

function dayFault(day: string, month: string, last: number): Fault {
  return {
    fault: `names day ${day} of ${month}, which has ${last} days`,
    hint: 'correct the day, or write the month alone',
  }
}

function slashedFault(text: string): Fault {
  return /^[\d/]+$/.test(text)
    ? { fault: 'has slashes where hyphens belong' }
    : { fault: 'has more than one slash', hint: 'write an interval as `2024-08-01/2024-08-31`' }
}

/** What is wrong with texts that are not even shaped like a date; the first that fits. */
const shapes: readonly (Fault & { readonly shape: RegExp })[] = [
  { shape: /^$/, fault: 'is empty' },
  { shape: /\d(?::|T|\s+\d\d?:)\d/i, fault: 'has a time of day', hint: 'write the day alone: `2024-08-01`' },
  { shape: /^[\d\sX.?~%-]*\s[\d\sX.?~%-]*$/i, fault: 'has white space in it' },
  {
    shape: /^\d{0,3}X+(?:-|$)/i,
    fault: 'leaves digits of the year open',
    hint: 'write one year, with `?` where it is a guess; only months and days can be left open: `2024-XX`',
  },
  { shape: /^\d{4}-.*X/i, fault: 'leaves a part of a month or day open', hint: 'write `XX` for all of it' },
  { shape: /^(?:\d{6}|\d{8})$/, fault: 'has no hyphens' },
  { shape: /^[Y+]?\d{5}/i, fault: 'has a year of more than four digits', hint: 'years go from 0000 to 9999' },
  { shape: /^Y?-\d/i, fault: 'has a negative year', hint: 'years go from 0000 to 9999' },
  { shape: /^\d\d?[-.]\d\d?[-.]\d+$|^\d\d?[-.]\d{4}$/, fault: 'does not begin with its year' },
  { shape: /^\d{4}-\d\d?(?:-\d\d?)?$/, fault: 'has a month or day of one digit' },
  { shape: /\d.*[?~%].|^[?~%]\d/, fault: 'has `?`, `~` or `%` elsewhere than once at its end' },
  { shape: /\p{L}.*\d|\d.*\p{L}/u, fault: 'is not written in figures alone' },
]

function shapeFault(text: string): Fault {
  const known = shapes.find(({ shape }) => shape.test(text))
  if (!known) return noDate
  const { shape: _, ...fault } = known
  return fault
}

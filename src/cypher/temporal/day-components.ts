/** Makes a day from components: by month, by ISO week, by quarter, or by the day of the year. */
import {
  civilDateOf,
  daysClamped,
  daysInMonth,
  daysOf,
  daysOfWeekDate,
  firstDayOf,
  firstMonthOf,
  isDay,
  isLeapYear,
  quarterOf,
  weekDateOf,
} from './civil-days.ts'
import { hasSome, wholeComponent, type Components, type WholeComponent } from './components.ts'
import { unfitType, unfitValue } from './faults.ts'

/** What stands for components that are not given. */
export interface DayBasis {
  /** The day that they change; undefined where they must make one of their own. */
  readonly base: number | undefined
  /** Without a base, the day must be given fully, since a time of day follows. */
  readonly complete: boolean
}

type DayMaker = (components: Components, basis: DayBasis) => number

const forms: readonly { readonly parts: readonly WholeComponent[]; readonly make: DayMaker }[] = [
  { parts: ['month', 'day'], make: calendarDay },
  { parts: ['week', 'dayOfWeek'], make: weekDay },
  { parts: ['quarter', 'dayOfQuarter'], make: quarterDay },
  { parts: ['ordinalDay'], make: ordinalDay },
]

/** The day that components make, in days since 1970-01-01. Throws an ArgumentError or a TypeError where they make none. */
export function dayFromComponents(components: Components, basis: DayBasis): number {
  const [form, other] = forms.filter(({ parts }) => hasSome(components, parts))
  if (form && other) {
    const [one, two] = [form, other].map(({ parts }) => parts.find((part) => components.has(part)))
    const hint = 'Take one of month and day, week and dayOfWeek, quarter and dayOfQuarter, or ordinalDay.'
    throw unfitType(`\`${one ?? ''}\` and \`${two ?? ''}\` cannot be given together.`, hint)
  }
  const days = (form?.make ?? calendarDay)(components, basis)
  if (!isDay(days)) throw unfitValue('The day is not within the years -999999999 to 999999999.')
  return days
}

function calendarDay(components: Components, basis: DayBasis): number {
  const base = basis.base === undefined ? undefined : civilDateOf(basis.base)
  const year = need(components, 'year', base?.year)
  const month = take(components, 'month', base?.month, basis.complete)
  const given = wholeComponent(components, 'day')
  if (given === undefined && base) return daysClamped(year, month, base.day)
  if (!base) checkBefore(components, 'day', 'month')
  const day = take(components, 'day', undefined, basis.complete)
  if (day > daysInMonth(year, month)) {
    throw unfitValue(`Month ${month} of the year ${year} has ${daysInMonth(year, month)} days, not ${day}.`)
  }
  return daysOf(year, month, day)
}

function weekDay(components: Components, { base: days, complete }: DayBasis): number {
  const base = days === undefined ? undefined : weekDateOf(weekBase(components, days))
  const weekYear = components.has('week') || !base ? need(components, 'year', base?.weekYear) : base.weekYear
  if (!base) checkBefore(components, 'dayOfWeek', 'week')
  const week = take(components, 'week', base?.week, complete)
  return daysOfWeekDate({
    weekYear,
    week,
    dayOfWeek: take(components, 'dayOfWeek', base?.dayOfWeek, complete),
  })
}

/** With a week, `year` is the week's year; without one it moves the base, whose week then stays. */
function weekBase(components: Components, base: number): number {
  const year = components.has('week') ? undefined : wholeComponent(components, 'year')
  if (year === undefined) return base
  const { month, day } = civilDateOf(base)
  return daysClamped(year, month, day)
}

/** Without `dayOfQuarter`, a base keeps its day and which month of the quarter it is in. */
function quarterDay(components: Components, { base: days, complete }: DayBasis): number {
  const base = days === undefined ? undefined : civilDateOf(days)
  const year = need(components, 'year', base?.year)
  if (!base) checkBefore(components, 'dayOfQuarter', 'quarter')
  const month = firstMonthOf(take(components, 'quarter', base && quarterOf(base.month), complete))
  const given = wholeComponent(components, 'dayOfQuarter')
  if (given === undefined && base) return daysClamped(year, month + ((base.month - 1) % 3), base.day)
  return daysOf(year, month, take(components, 'dayOfQuarter', undefined, complete))
}

function ordinalDay(components: Components, { base }: DayBasis): number {
  const year = need(components, 'year', base === undefined ? undefined : civilDateOf(base).year)
  const day = take(components, 'ordinalDay', undefined, false)
  if (day > 365 && !isLeapYear(year)) throw unfitValue(`The year ${year} has 365 days, not ${day}.`)
  return firstDayOf(year) + day - 1
}

/** A component that is given or known from the base. */
function need(components: Components, name: WholeComponent, known: number | undefined): number {
  const value = wholeComponent(components, name) ?? known
  if (value === undefined) throw unfitValue(`\`${name}\` must be given.`)
  return value
}

/** A component that is given or known from the base, else 1 unless the day must be complete. */
function take(
  components: Components,
  name: WholeComponent,
  known: number | undefined,
  complete: boolean,
): number {
  return complete ? need(components, name, known) : (wholeComponent(components, name) ?? known ?? 1)
}

function checkBefore(components: Components, name: WholeComponent, earlier: WholeComponent): void {
  if (!components.has(name) || components.has(earlier)) return
  throw unfitValue(`\`${name}\` cannot be given without \`${earlier}\`.`)
}

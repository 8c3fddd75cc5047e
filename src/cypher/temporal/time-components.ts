/** Makes a time of day from components. */
import { clockPartsOf, nanosecondsIn, nanosecondsOf } from './clock-time.ts'
import {
  hasSome,
  timeComponents,
  wholeComponent,
  type Components,
  type WholeComponent,
} from './components.ts'
import { unfitValue } from './faults.ts'

const clockNames = ['hour', 'minute', 'second'] as const
const fractions = ['millisecond', 'microsecond', 'nanosecond'] as const

/**
 * The time that components make, in nanoseconds; those that are not given are as in `base`, or 0 where there is none. Throws
 * an ArgumentError where one is given without a greater one.
 */
export function timeFromComponents(components: Components, base: number | undefined): number {
  if (base === undefined) checkGaps(components)
  const [hour = 0, minute = 0, second = 0] = clockNames.map((name) => wholeComponent(components, name))
  if (base === undefined) {
    return nanosecondsOf({ hour, minute, second, nanosecond: fractionOf(components) })
  }
  const known = clockPartsOf(base)
  return nanosecondsOf({
    hour: components.has('hour') ? hour : known.hour,
    minute: components.has('minute') ? minute : known.minute,
    second: components.has('second') ? second : known.second,
    nanosecond: hasSome(components, fractions) ? fractionOf(components) : known.nanosecond,
  })
}

/** A minute needs an hour, a second a minute, a fraction a second. */
function checkGaps(components: Components): void {
  const smallest = timeComponents.findLast((name) => components.has(name))
  if (smallest === undefined) return
  const needed = clockNames.slice(0, clockNames.findIndex((name) => name === smallest) + 1)
  const missing = (needed.length === 0 ? clockNames : needed).find((name) => !components.has(name))
  if (missing !== undefined) throw unfitValue(`\`${smallest}\` cannot be given without \`${missing}\`.`)
}

/** In nanoseconds. A greater fraction beside it leaves a smaller one only what is below it. */
function fractionOf(components: Components): number {
  const [millisecond, microsecond, nanosecond] = fractions.map((name) => wholeComponent(components, name))
  checkBelow('microsecond', microsecond, millisecond === undefined ? 1_000_000 : 1_000)
  const room = millisecond === undefined ? nanosecondsIn.second : nanosecondsIn.millisecond
  checkBelow('nanosecond', nanosecond, microsecond === undefined ? room : nanosecondsIn.microsecond)
  return (
    (millisecond ?? 0) * nanosecondsIn.millisecond +
    (microsecond ?? 0) * nanosecondsIn.microsecond +
    (nanosecond ?? 0)
  )
}

function checkBelow(name: WholeComponent, value: number | undefined, limit: number): void {
  if (value === undefined || value < limit) return
  throw unfitValue(`\`${name}\` must be 0 to ${limit - 1} beside a greater fraction, not ${value}.`)
}

/** Percentiles over many rows. */
import type { Context } from '../context.ts'
import type { Value } from '../value.ts'
import { isNumber } from '../values/numbers.ts'
import { compareForOrder } from '../values/ordering.ts'
import { numberOf, outOfRange } from './arguments.ts'
import type { Aggregator } from './definition.ts'
import { notSummable } from './sums.ts'

type Numbers = readonly (number | bigint)[]

/** Takes the value at a percentile, from 0 to 1, out of sorted numbers, of which there are some. */
type Pick = (sorted: Numbers, percentile: number) => Value

/** Begins to collect the numbers; the percentile is the first further argument. */
export function beginPercentile(
  name: string,
  pick: Pick,
  { budget }: Context,
  [given]: readonly Value[],
): Aggregator {
  const numbers: (number | bigint)[] = []
  let percentile: number | undefined
  return {
    add: (value) => {
      percentile ??= percentileOf(name, given)
      if (!isNumber(value)) throw notSummable(name, value)
      numbers.push(value)
    },
    result: () => {
      if (percentile === undefined) return null
      numbers.sort((one, other) => {
        budget.step()
        return compareForOrder(one, other)
      })
      return pick(numbers, percentile)
    },
  }
}

function percentileOf(name: string, given: Value | undefined): number {
  const percentile = Number(numberOf(name, given))
  if (percentile >= 0 && percentile <= 1) return percentile
  throw outOfRange(`${name}() takes a percentile from 0.0 to 1.0, but is given ${percentile}.`)
}

/** The number that comes closest from above. */
export function pickDiscrete(sorted: Numbers, percentile: number): Value {
  const place = Math.ceil(percentile * sorted.length) - 1
  return sorted[Math.max(0, Math.min(place, sorted.length - 1))] ?? null
}

/** The number at the percentile, as it is; where that falls between two, a FLOAT in between. */
export function pickContinuous(sorted: Numbers, percentile: number): Value {
  const place = percentile * (sorted.length - 1)
  const [below, above] = [Math.floor(place), Math.ceil(place)]
  const low = sorted[below] ?? 0
  if (below === above) return low
  return Number(low) * (above - place) + Number(sorted[above] ?? 0) * (place - below)
}

/** Functions over many rows. */
import type { Context } from '../context.ts'
import type { Value } from '../value.ts'
import { compareForOrder } from '../values/ordering.ts'
import { checkListLength } from '../sizes.ts'
import { numeric } from './arguments.ts'
import type { AggregationDefinition, Aggregator, StaticType } from './definition.ts'
import { beginPercentile, pickContinuous, pickDiscrete } from './percentiles.ts'
import { beginAverage, beginDeviation, beginSum } from './sums.ts'

const summable: readonly StaticType[] = [...numeric, 'duration']

/** All functions over many rows, but for count(*). */
export const aggregations: readonly AggregationDefinition[] = [
  { name: 'count', parameters: [['any']], result: 'integer', begin: beginCount },
  { name: 'collect', parameters: [['any']], result: 'list', keepsValues: true, begin: beginCollect },
  { name: 'min', parameters: [['any']], result: 'any', begin: (context) => beginExtreme(context, -1) },
  { name: 'max', parameters: [['any']], result: 'any', begin: (context) => beginExtreme(context, 1) },
  { name: 'sum', parameters: [summable], result: 'any', begin: beginSum },
  { name: 'avg', parameters: [summable], result: 'any', begin: beginAverage },
  { name: 'stDev', parameters: [numeric], result: 'float', begin: () => beginDeviation('stDev', 1) },
  { name: 'stDevP', parameters: [numeric], result: 'float', begin: () => beginDeviation('stDevP', 0) },
  {
    name: 'percentileCont',
    parameters: [numeric, numeric],
    result: 'float',
    keepsValues: true,
    begin: (context, further) => beginPercentile('percentileCont', pickContinuous, context, further),
  },
  {
    name: 'percentileDisc',
    parameters: [numeric, numeric],
    result: 'number',
    keepsValues: true,
    begin: (context, further) => beginPercentile('percentileDisc', pickDiscrete, context, further),
  },
]

function beginCount(): Aggregator {
  let count = 0
  return {
    add: () => {
      count += 1
    },
    result: () => BigInt(count),
  }
}

function beginCollect(): Aggregator {
  const list: Value[] = []
  return {
    add: (value) => {
      checkListLength(list.length + 1)
      list.push(value)
    },
    result: () => list,
  }
}

/** The first or the last value in the order of all values. */
function beginExtreme({ budget }: Context, direction: 1 | -1): Aggregator {
  let found: Value = null
  return {
    add: (value) => {
      if (found === null || compareForOrder(value, found, budget) * direction > 0) found = value
    },
    result: () => found,
  }
}

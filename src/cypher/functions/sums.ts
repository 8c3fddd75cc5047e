/** Sums, means and standard deviations over many rows. */
import { runtimeError, type CypherError } from '../cypher-error.ts'
import { addDurations, divideDuration } from '../temporal/arithmetic.ts'
import { isTemporal, type DurationValue, type Value } from '../value.ts'
import { aType } from '../values/kinds.ts'
import { asInteger, isNumber } from '../values/numbers.ts'
import type { Aggregator } from './definition.ts'

/** sum(): INTEGER while all values are, else a FLOAT; or a duration. 0 where there are no values. */
export function beginSum(): Aggregator {
  let sum: bigint | number | DurationValue = 0n
  let isEmpty = true
  return {
    add: (value) => {
      sum = isEmpty && isDuration(value) ? value : plus(sum, value)
      isEmpty = false
    },
    result: () => sum,
  }
}

function plus(sum: bigint | number | DurationValue, value: Value): bigint | number | DurationValue {
  if (typeof sum === 'bigint' && typeof value === 'bigint') return asInteger(sum + value)
  if (isNumber(sum)) {
    if (isNumber(value)) return Number(sum) + Number(value)
  } else if (isDuration(value)) return addDurations(sum, value)
  throw notSummable('sum', value)
}

/** avg(): a FLOAT, or a duration; null where there are no values. */
export function beginAverage(): Aggregator {
  let count = 0
  let average = 0
  let durations: DurationValue | undefined
  return {
    add: (value) => {
      count += 1
      if (isNumber(value) && !durations) average += (Number(value) - average) / count
      else if (isDuration(value) && (durations ?? count === 1)) {
        durations = durations ? addDurations(durations, value) : value
      } else throw notSummable('avg', value)
    },
    result: () => (count === 0 ? null : durations ? divideDuration(durations, BigInt(count)) : average),
  }
}

/** The standard deviation of a sample (`less` is 1) or of all there are (0); 0 where there are too few values. */
export function beginDeviation(name: string, less: 0 | 1): Aggregator {
  let count = 0
  let mean = 0
  let squares = 0
  return {
    add: (value) => {
      if (!isNumber(value)) throw notSummable(name, value)
      const number = Number(value)
      const difference = number - mean
      count += 1
      mean += difference / count
      squares += difference * (number - mean)
    },
    result: () => (count <= less ? 0 : Math.sqrt(squares / (count - less))),
  }
}

function isDuration(value: Value): value is DurationValue {
  return isTemporal(value) && value.kind === 'duration'
}

/** The error for a value that is no number, or a duration among numbers. */
export function notSummable(name: string, value: Value): CypherError {
  return runtimeError(
    'TypeError',
    'InvalidArgumentValue',
    `${name}() cannot take ${aType(value)}: all its values must be numbers${name === 'sum' || name === 'avg' ? ', or all durations' : ''}.`,
  )
}

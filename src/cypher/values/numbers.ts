/** Numbers: 64-bit integers as bigints, floats as numbers. */
import { runtimeError } from '../cypher-error.ts'
import { fitsInteger, largestInteger, smallestInteger } from '../integer-range.ts'
import type { Value } from '../value.ts'

/** Whether a value is an INTEGER or a FLOAT. */
export function isNumber(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}

/** The whole number, which must fit into an INTEGER. Throws an ArithmeticError where it does not. */
export function asInteger(value: bigint): bigint {
  if (fitsInteger(value)) return value
  throw runtimeError(
    'ArithmeticError',
    'IntegerOverflow',
    `${value} does not fit into an INTEGER of 64 bits.`,
    {
      hint: 'Write floats where numbers become that large: 1.0 instead of 1.',
    },
  )
}

/** The whole part of a float; the nearest INTEGER where it is too large for one, and 0 for NaN. */
export function truncateToInteger(value: number): bigint {
  if (Number.isNaN(value)) return 0n
  if (value >= 2 ** 63) return largestInteger
  return value <= -(2 ** 63) ? smallestInteger : BigInt(Math.trunc(value))
}

/** Negative, 0 or positive, exactly, also between an INTEGER and a FLOAT; NaN where one of them is NaN. */
export function compareNumbers(left: number | bigint, right: number | bigint): number {
  if (left < right) return -1
  if (left > right) return 1
  return left >= right ? 0 : NaN
}

/** Whether two numbers are the same, exactly, also an INTEGER and a FLOAT; NaN is not the same as itself. */
export function equalNumbers(left: number | bigint, right: number | bigint): boolean {
  return typeof left === typeof right ? left === right : left <= right && left >= right
}

/** What both an INTEGER and a FLOAT of the same value give, for a Map key: NaN for every NaN. */
export function numberKey(value: number | bigint): number | bigint {
  if (typeof value === 'number') {
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value
  }
  return value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER ? Number(value) : value
}

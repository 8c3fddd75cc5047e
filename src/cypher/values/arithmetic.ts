/** The operators `+`, `-`, `*`, `/`, `%` and `^`; the result is null where an operand is. */
import type { Budget } from '../context.ts'
import { runtimeError, type CypherError } from '../cypher-error.ts'
import {
  addDuration,
  addDurations,
  divideDuration,
  multiplyDuration,
  subtractDuration,
  subtractDurations,
} from '../temporal/arithmetic.ts'
import { isList, isTemporal, type Value } from '../value.ts'
import { addToText, joinLists } from './concatenation.ts'
import { aType } from './kinds.ts'
import { asInteger, isNumber } from './numbers.ts'

/**
 * `left + right`: of numbers; of durations, and a duration on a temporal value; of texts, and a text with a number, a
 * boolean or a temporal value; of lists, and an item before or after a list. Throws a TypeError for anything else.
 */
export function add(left: Value, right: Value, budget?: Budget): Value {
  if (typeof left === 'bigint' && typeof right === 'bigint') return asInteger(left + right)
  if (left === null || right === null) return null
  if (isNumber(left) && isNumber(right)) return Number(left) + Number(right)
  if (isList(left)) return joinLists(left, isList(right) ? right : [right], budget)
  if (isList(right)) return joinLists([left], right, budget)
  const text =
    typeof left === 'string' || typeof right === 'string' ? addToText(left, right, budget) : undefined
  const result = text ?? addTemporal(left, right)
  if (result === undefined) throw unfit('+', left, right)
  return result
}

function addTemporal(left: Value, right: Value): Value | undefined {
  if (!isTemporal(left) || !isTemporal(right)) return undefined
  if (right.kind === 'duration') {
    return left.kind === 'duration' ? addDurations(left, right) : addDuration(left, right)
  }
  return left.kind === 'duration' ? addDuration(right, left) : undefined
}

/** `left - right`: of numbers, durations, or a duration from a temporal value. Throws a TypeError for anything else. */
export function subtract(left: Value, right: Value): Value {
  if (typeof left === 'bigint' && typeof right === 'bigint') return asInteger(left - right)
  if (left === null || right === null) return null
  if (isNumber(left) && isNumber(right)) return Number(left) - Number(right)
  if (isTemporal(left) && isTemporal(right) && right.kind === 'duration') {
    return left.kind === 'duration' ? subtractDurations(left, right) : subtractDuration(left, right)
  }
  throw unfit('-', left, right)
}

/** `left * right`: of numbers, or a number and a duration. Throws a TypeError for anything else. */
export function multiply(left: Value, right: Value): Value {
  if (typeof left === 'bigint' && typeof right === 'bigint') return asInteger(left * right)
  if (left === null || right === null) return null
  if (isNumber(left) && isNumber(right)) return Number(left) * Number(right)
  if (isTemporal(left) && left.kind === 'duration' && isNumber(right)) return multiplyDuration(left, right)
  if (isTemporal(right) && right.kind === 'duration' && isNumber(left)) return multiplyDuration(right, left)
  throw unfit('*', left, right)
}

/**
 * `left / right`: of numbers, or a duration by a number. INTEGERs give an INTEGER, cut off towards 0. Throws an
 * ArithmeticError for anything by the INTEGER 0, also for a FLOAT, as Neo4j does where a query runs; a TypeError for anything
 * that is no number.
 */
export function divide(left: Value, right: Value): Value {
  if (left === null || right === null) return null
  if (typeof left === 'bigint' && typeof right === 'bigint') return asInteger(left / notZero(right, '/'))
  if (isNumber(left) && isNumber(right)) {
    return Number(left) / Number(typeof right === 'bigint' ? notZero(right, '/') : right)
  }
  if (isTemporal(left) && left.kind === 'duration' && isNumber(right)) {
    return divideDuration(left, typeof right === 'bigint' ? notZero(right, '/') : right)
  }
  throw unfit('/', left, right)
}

/** `left % right`, with the sign of `left`. Throws an ArithmeticError for an INTEGER by 0, a TypeError for no numbers. */
export function remainder(left: Value, right: Value): Value {
  if (left === null || right === null) return null
  if (typeof left === 'bigint' && typeof right === 'bigint') return left % notZero(right, '%')
  if (isNumber(left) && isNumber(right)) return Number(left) % Number(right)
  throw unfit('%', left, right)
}

/** `left ^ right`, always a FLOAT. Throws a TypeError for no numbers. */
export function power(left: Value, right: Value): Value {
  if (left === null || right === null) return null
  if (isNumber(left) && isNumber(right)) return Number(left) ** Number(right)
  throw unfit('^', left, right)
}

/** `-value`. Throws a TypeError for what is no number, an ArithmeticError for the smallest INTEGER. */
export function negate(value: Value): Value {
  if (value === null) return null
  if (typeof value === 'bigint') return asInteger(-value)
  if (typeof value === 'number') return -value
  throw unfitAlone('-', value)
}

/** `+value`: the number itself. Throws a TypeError for what is no number. */
export function affirm(value: Value): Value {
  if (value === null || isNumber(value)) return value
  throw unfitAlone('+', value)
}

function notZero(divisor: bigint, operator: string): bigint {
  if (divisor !== 0n) return divisor
  throw runtimeError(
    'ArithmeticError',
    'DivisionByZero',
    `A value is divided by the INTEGER 0 with ${operator}.`,
    {
      hint: 'Check the divisor first, or divide by a float.',
    },
  )
}

function unfit(operator: string, left: Value, right: Value): CypherError {
  const message = `The operator ${operator} cannot be applied to ${aType(left)} and ${aType(right)}.`
  return runtimeError('TypeError', 'InvalidArgumentType', message)
}

function unfitAlone(sign: string, value: Value): CypherError {
  const message = `The sign ${sign} cannot be put before ${aType(value)}.`
  return runtimeError('TypeError', 'InvalidArgumentType', message)
}

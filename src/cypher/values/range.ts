/** The INTEGERs that range() gives. */
import { runtimeError, type CypherError } from '../cypher-error.ts'
import type { Value } from '../value.ts'
import { aType } from './kinds.ts'

/** So many INTEGERs from one on, each a step after the one before. */
export interface Range {
  readonly start: bigint
  readonly step: bigint
  /** 0 or more. */
  readonly count: bigint
}

/** Those from one to another, both included, by the arguments of range(). Throws an ArgumentError where these are unfit. */
export function rangeOf(given: readonly Value[]): Range {
  const [start = 0n, end = 0n, step = 1n] = given.map(boundOf)
  if (step === 0n) {
    throw runtimeError('ArgumentError', 'NumberOutOfRange', 'range() cannot go on in steps of 0.')
  }
  const isEmpty = step > 0n ? end < start : end > start
  return { start, step, count: isEmpty ? 0n : (end - start) / step + 1n }
}

function boundOf(value: Value): bigint {
  if (typeof value === 'bigint') return value
  throw notInteger(value)
}

function notInteger(value: Value): CypherError {
  const message = `range() takes INTEGERs, but is given ${aType(value)}.`
  return runtimeError('ArgumentError', 'InvalidArgumentType', message, {
    hint: 'Make an INTEGER of it with toInteger().',
  })
}

/** Its INTEGERs one by one. */
export function* integersIn({ start, step, count }: Range): Generator<bigint, void> {
  const end = start + step * count
  for (let value = start; value !== end; value += step) yield value
}

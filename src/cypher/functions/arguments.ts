/** What functions ask of their arguments, and the errors where they do not get it. */
import type { Context } from '../context.ts'
import { runtimeError, type CypherError } from '../cypher-error.ts'
import { isList, type Value } from '../value.ts'
import { aType } from '../values/kinds.ts'
import { isNumber } from '../values/numbers.ts'
import { stepThroughText } from '../sizes.ts'
import type { StaticType } from './definition.ts'

/** An INTEGER or a FLOAT. */
export const numeric: readonly StaticType[] = ['integer', 'float']

/** An INTEGER. */
export const whole: readonly StaticType[] = ['integer']

/** A date or a time, but no duration. */
export const instants: readonly StaticType[] = ['date', 'local time', 'time', 'local datetime', 'datetime']

/** The error for an argument of the wrong type: `toUpper() takes a STRING, but is given an INTEGER.` */
export function wrongArgument(name: string, expected: string, value: Value | undefined): CypherError {
  return runtimeError(
    'TypeError',
    'InvalidArgumentValue',
    `${name}() takes ${expected}, but is given ${aType(value ?? null)}.`,
  )
}

/** The error for an argument outside of what a function can take. */
export function outOfRange(message: string): CypherError {
  return runtimeError('ArgumentError', 'NumberOutOfRange', message)
}

/** An argument that is to be a text, whose length counts on the budget. Throws a TypeError for anything else. */
export function textOf(name: string, value: Value | undefined, context: Context): string {
  if (typeof value !== 'string') throw wrongArgument(name, 'a STRING', value)
  stepThroughText(value.length, context.budget)
  return value
}

/** An argument that is to be a list, all of which is gone through. Throws a TypeError for anything else. */
export function listOf(name: string, value: Value | undefined, context: Context): readonly Value[] {
  if (value === undefined || !isList(value)) throw wrongArgument(name, 'a LIST', value)
  if (value.length > 0) context.budget.step(value.length)
  return value
}

/** An argument that is to be a number. Throws a TypeError for anything else. */
export function numberOf(name: string, value: Value | undefined): number | bigint {
  if (value === undefined || !isNumber(value)) throw wrongArgument(name, 'a number', value)
  return value
}

/**
 * An argument that is to be a count: an INTEGER of 0 or more. Throws a TypeError for what is no INTEGER, an ArgumentError
 * for a negative one.
 */
export function countOf(name: string, value: Value | undefined): number {
  if (typeof value !== 'bigint') throw wrongArgument(name, 'an INTEGER', value)
  if (value < 0n) throw outOfRange(`${name}() cannot take the negative number ${value}.`)
  return Number(value)
}

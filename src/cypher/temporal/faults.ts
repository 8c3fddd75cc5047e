/** The errors of dates, times and durations. */
import { runtimeError, type CypherError } from '../cypher-error.ts'
import { quoted } from '../quoted.ts'
import { isMap, type Value } from '../value.ts'
import { formatTemporal } from './format.ts'

/** A value that is of the right type but cannot be meant. */
export function unfitValue(message: string, hint?: string): CypherError {
  return runtimeError('ArgumentError', 'InvalidArgumentValue', message, { hint })
}

/** A value of a type that cannot be used here. */
export function unfitType(message: string, hint?: string): CypherError {
  return runtimeError('TypeError', 'InvalidArgumentType', message, { hint })
}

/** A result that leaves the range of dates, or 64 bits. */
export function outOfRange(message: string, hint?: string): CypherError {
  return runtimeError('ArithmeticError', 'NumberOutOfRange', message, { hint })
}

/** What a value is, for a message: `the date 2024-08-01`, `the number 5`, `a LIST`. */
export function describe(value: Value): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return `the string ${quoted(value)}`
  if (typeof value === 'boolean') return `the boolean ${value ? 'true' : 'false'}`
  if (typeof value === 'bigint' || typeof value === 'number') return `the number ${value.toString()}`
  if (!('kind' in value)) return isMap(value) ? 'a MAP' : 'a LIST'
  if (value.kind === 'node' || value.kind === 'relationship' || value.kind === 'path')
    return `a ${value.kind.toUpperCase()}`
  return `the ${value.kind} ${formatTemporal(value)}`
}

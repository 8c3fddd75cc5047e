/** Takes in the parameters of a query. */
import type { Budget } from '../context.ts'
import { CypherError, runtimeError } from '../cypher-error.ts'
import { fitsInteger } from '../integer-range.ts'
import { quoted } from '../quoted.ts'
import type { Value } from '../value.ts'
import { levelBelow } from './kinds.ts'
import { publicBytes } from './memory.ts'

/** What is the same for all parts of a parameter. */
interface Taking {
  readonly name: string
  readonly budget: Budget
}

/**
 * The value of a parameter, which is read in here: a bigint is an INTEGER, a number a FLOAT, and a plain object or a Map is a MAP, whatever keys it
 * has. It counts on the budget as kept. Throws a CypherError that names the parameter for a bigint of more than 64 bits, for
 * what is nested too deep or holds itself, and for what is no parameter.
 */
export function parameterValue(read: () => unknown, taking: Taking): Value {
  try {
    return valueAt(read(), 0, taking)
  } catch (fault) {
    throw withName(fault, taking.name)
  }
}

function valueAt(given: unknown, level: number, taking: Taking): Value {
  switch (typeof given) {
    case 'boolean':
    case 'number':
    case 'string':
      return given
    case 'bigint':
      return checkedInteger(given, taking)
    case 'object':
      return given === null ? null : objectAt(given, levelBelow(level), taking)
    default:
      throw noParameter(taking, `a value of the type ${typeof given} in JavaScript`)
  }
}

function objectAt(given: object, level: number, taking: Taking): Value {
  const value = partsAt(given, level, taking)
  taking.budget.step()
  taking.budget.keep(publicBytes(value))
  return value
}

function partsAt(given: object, level: number, taking: Taking): Value {
  if (Array.isArray(given)) return Array.from(given, (item) => valueAt(item, level, taking))
  if (given instanceof Map) return mapAt(given, level, taking)
  const prototype: unknown = Object.getPrototypeOf(given)
  if (prototype === Object.prototype || prototype === null) return mapAt(Object.entries(given), level, taking)
  if (given instanceof Date) throw noParameter(taking, 'a Date', 'Give its text, and write datetime($name).')
  throw noParameter(taking, 'an object that is neither plain nor a Map')
}

function mapAt(entries: Iterable<[unknown, unknown]>, level: number, taking: Taking): Value {
  return new Map(
    Array.from(entries, ([key, value]) => [checkedKey(key, taking), valueAt(value, level, taking)]),
  )
}

function checkedKey(key: unknown, taking: Taking): string {
  if (typeof key === 'string') return key
  throw noParameter(taking, 'a Map with a key that is no string')
}

function checkedInteger(given: bigint, { name }: Taking): bigint {
  if (fitsInteger(given)) return given
  const message = `The parameter ${quoted(name)} has a bigint that does not fit into an INTEGER of 64 bits.`
  throw runtimeError('ArgumentError', 'NumberOutOfRange', message)
}

const values = 'Give null, booleans, bigints, numbers, strings, and arrays and plain objects of these.'

function noParameter({ name }: Taking, what: string, hint = values): CypherError {
  const message = `The parameter ${quoted(name)} is or has ${what}, which no query can be given.`
  return runtimeError('ArgumentError', 'InvalidArgumentType', message, { hint })
}

function withName(fault: unknown, name: string): unknown {
  if (!(fault instanceof CypherError)) {
    const message = `The parameter ${quoted(name)} cannot be read.`
    return runtimeError('ArgumentError', 'InvalidArgumentValue', message, { cause: fault })
  }
  if (fault.detail !== 'NestingDepth') return fault
  const message = `The parameter ${quoted(name)} holds itself, or has too many arrays and objects in each other.`
  return runtimeError('LimitExceeded', fault.detail, message, { hint: fault.message })
}

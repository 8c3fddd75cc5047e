/** Functions on numbers, their logarithms and angles. */
import { runtimeError } from '../cypher-error.ts'
import { quoted } from '../quoted.ts'
import type { Value } from '../value.ts'
import { asInteger, isNumber } from '../values/numbers.ts'
import { numberOf, numeric, whole, wrongArgument } from './arguments.ts'
import type { FunctionDefinition } from './definition.ts'
import { roundingModes, roundNumber } from './rounding.ts'

/** The functions on numbers. */
export const numericFunctions: readonly FunctionDefinition[] = [
  {
    name: 'abs',
    parameters: [numeric],
    result: 'number',
    call: ([value]) => absolute(numberOf('abs', value)),
  },
  {
    name: 'sign',
    parameters: [numeric],
    result: 'integer',
    call: ([value]) => signOf(numberOf('sign', value)),
  },
  {
    name: 'isNaN',
    parameters: [numeric],
    result: 'boolean',
    call: ([value]) => Number.isNaN(numberOf('isNaN', value)),
  },
  { name: 'rand', parameters: [], result: 'float', volatile: true, call: () => Math.random() },
  { name: 'round', parameters: [numeric, whole, ['string']], optional: 2, result: 'float', call: round },
  floatFunction('ceil', Math.ceil),
  floatFunction('floor', Math.floor),
  floatFunction('sqrt', Math.sqrt),
]

/** The functions of exponents and logarithms. */
export const logarithmicFunctions: readonly FunctionDefinition[] = [
  constant('e', Math.E),
  floatFunction('exp', Math.exp),
  floatFunction('log', Math.log),
  floatFunction('log10', Math.log10),
]

/** The functions on angles, which are in radians. */
export const trigonometricFunctions: readonly FunctionDefinition[] = [
  constant('pi', Math.PI),
  floatFunction('sin', Math.sin),
  floatFunction('cos', Math.cos),
  floatFunction('tan', Math.tan),
  floatFunction('cot', (value) => 1 / Math.tan(value)),
  floatFunction('asin', Math.asin),
  floatFunction('acos', Math.acos),
  floatFunction('atan', Math.atan),
  floatFunction('sinh', Math.sinh),
  floatFunction('cosh', Math.cosh),
  floatFunction('tanh', Math.tanh),
  floatFunction('coth', (value) => 1 / Math.tanh(value)),
  floatFunction('haversin', (value) => (1 - Math.cos(value)) / 2),
  floatFunction('degrees', (value) => value * (180 / Math.PI)),
  floatFunction('radians', (value) => value * (Math.PI / 180)),
  {
    name: 'atan2',
    parameters: [numeric, numeric],
    result: 'float',
    call: ([y, x]) => Math.atan2(Number(numberOf('atan2', y)), Number(numberOf('atan2', x))),
  },
]

function floatFunction(name: string, compute: (value: number) => number): FunctionDefinition {
  return {
    name,
    parameters: [numeric],
    result: 'float',
    call: ([value]) => compute(Number(numberOf(name, value))),
  }
}

function constant(name: string, value: number): FunctionDefinition {
  return { name, parameters: [], result: 'float', call: () => value }
}

function absolute(value: number | bigint): number | bigint {
  if (typeof value === 'number') return Math.abs(value)
  return value < 0n ? asInteger(-value) : value
}

function signOf(value: number | bigint): bigint {
  return value > 0 ? 1n : value < 0 ? -1n : 0n
}

/** Half way between two numbers goes up where no mode is given and no precision, and away from 0 with a precision. */
function round([value, precision = 0n, modeName]: readonly Value[]): number {
  const number = Number(numberOf('round', value))
  if (!isNumber(precision)) throw wrongArgument('round', 'an INTEGER as its precision', precision)
  if (typeof precision !== 'bigint' || precision < 0n || precision > 2n ** 31n) {
    throw runtimeError(
      'ArgumentError',
      'NumberOutOfRange',
      `round() cannot have a precision of ${precision}.`,
    )
  }
  if (modeName === undefined && precision === 0n) return Math.round(number) + 0
  return roundNumber(number, Number(precision), modeOf(modeName ?? 'HALF_UP'))
}

function modeOf(name: Value) {
  if (typeof name !== 'string') throw wrongArgument('round', 'a STRING as its mode', name)
  const mode = roundingModes.find((known) => known === name)
  if (mode) return mode
  throw runtimeError('ArgumentError', 'InvalidArgumentValue', `round() has no mode ${quoted(name)}.`, {
    hint: `The modes are ${roundingModes.join(', ')}.`,
  })
}

/** Functions that make one type of value out of another. */
import { runtimeError, type CypherError } from '../cypher-error.ts'
import { fitsInteger } from '../integer-range.ts'
import { quoted } from '../quoted.ts'
import type { Value } from '../value.ts'
import { countItems } from '../values/memory.ts'
import { truncateToInteger } from '../values/numbers.ts'
import { toText } from '../values/text.ts'
import { instants, listOf, numeric, wrongArgument } from './arguments.ts'
import type { FunctionDefinition, StaticType } from './definition.ts'
import { trimBoth, trimmer } from './trimming.ts'

/** A conversion, of which there are three functions. */
interface Conversion {
  readonly name: string
  readonly result: StaticType
  /** What it takes, and how a message says it. */
  readonly types: readonly StaticType[]
  readonly expected: string
  /** null where a text does not read as such a value, undefined where the value cannot be converted. */
  readonly convert: (value: Value) => Value | undefined
}

const conversions: readonly Conversion[] = [
  {
    name: 'toBoolean',
    result: 'boolean',
    types: ['boolean', 'string', 'integer'],
    expected: 'a BOOLEAN, STRING or INTEGER',
    convert: toBoolean,
  },
  {
    name: 'toInteger',
    result: 'integer',
    types: ['boolean', 'string', ...numeric],
    expected: 'a number, STRING or BOOLEAN',
    convert: toInteger,
  },
  {
    name: 'toFloat',
    result: 'float',
    types: ['string', ...numeric],
    expected: 'a number or STRING',
    convert: toFloat,
  },
  {
    name: 'toString',
    result: 'string',
    types: ['boolean', 'string', ...numeric, ...instants, 'duration'],
    expected: 'a STRING, number, BOOLEAN, date, time or duration',
    convert: toText,
  },
]

/** toBoolean(), toInteger(), toFloat() and toString(), each in three forms. */
export const conversionFunctions: readonly FunctionDefinition[] = conversions.flatMap(
  ({ name, result, types, expected, convert }) => [
    {
      name,
      parameters: [types],
      result,
      call: ([value = null]) => {
        const converted = convert(value)
        if (converted !== undefined) return converted
        throw typeof value === 'string' ? tooLarge(name, value) : wrongArgument(name, expected, value)
      },
    },
    {
      name: `${name}OrNull`,
      parameters: [['any']],
      result,
      call: ([value = null]) => convert(value) ?? null,
    },
    {
      name: `${name}List`,
      parameters: [['list']],
      result: 'list',
      call: ([list], context) => {
        const converted = listOf(`${name}List`, list, context).map((item) => convert(item) ?? null)
        countItems(converted, context.budget)
        return converted
      },
    },
  ],
)

function toBoolean(value: Value): Value | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value === 'bigint') return value !== 0n
  if (typeof value !== 'string') return undefined
  const word = trimBoth(value, trimmer()).toLowerCase()
  return word === 'true' || word === 'false' ? word === 'true' : null
}

function toInteger(value: Value): Value | undefined {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') return truncateToInteger(value)
  if (typeof value === 'boolean') return value ? 1n : 0n
  return typeof value === 'string' ? readInteger(value) : undefined
}

/** A text that reads as a decimal number, cut off towards 0; undefined where it does not fit into an INTEGER. */
function readInteger(text: string): bigint | null | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text) ?? []
  if (whole === '' && fraction === '') return null
  const size = truncateDecimal(whole, fraction, Number(exponent))
  const value = size === undefined ? undefined : sign === '-' ? -size : size
  return value !== undefined && fitsInteger(value) ? value : undefined
}

function tooLarge(name: string, text: string): CypherError {
  const message = `${name}() is given ${quoted(text)}, which is too large for an INTEGER.`
  return runtimeError('TypeError', 'InvalidArgumentValue', message)
}

/** The whole part of `whole.fraction` times ten to the exponent; undefined where it is far too large. */
function truncateDecimal(whole: string, fraction: string, exponent: number): bigint | undefined {
  const digits = (whole + fraction).replace(/^0+/, '')
  const length = digits.length - fraction.length + exponent
  if (digits === '' || length <= 0) return 0n
  return length > 19 ? undefined : BigInt(digits.slice(0, length).padEnd(length, '0'))
}

function toFloat(value: Value): Value | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  return typeof value === 'string' ? readFloat(value) : undefined
}

/** What Java reads as a double, apart from hexadecimal numbers, with spaces and controls around it. */
function readFloat(text: string): number | null {
  const trimmed = trimBoth(text, (character) => character <= ' ')
  const [, number] =
    /^([+-]?(?:NaN|Infinity|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?))[dDfF]?$/.exec(trimmed) ?? []
  return number === undefined ? null : Number(number.replace(/^[+-]NaN/, 'NaN'))
}

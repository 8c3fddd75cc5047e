/** What the numbers in a query are worth. */
import { syntaxError, type CypherError } from '../cypher-error.ts'
import { fitsInteger } from '../integer-range.ts'
import { shortened } from '../quoted.ts'
import type { Token } from './tokens.ts'

/** Most numbers by far. */
const plainDigits = /^(?:0|[1-9]\d*)$/
const decimal = /^(?:0|[1-9](?:_?\d)*)$/
const hexadecimal = /^0x(?:_?[0-9A-Fa-f])+$/
const octal = /^0o(?:_?[0-7])+$/
const fraction = /^(?:\d(?:_?\d)*)?(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d+)?$/

// NumberLiteral  = IntegerLiteral | FloatLiteral
// IntegerLiteral = '0' | (1-9) { ['_'] digit } | '0x' { ['_'] hex digit } | '0o' { ['_'] octal digit }
// FloatLiteral   = [digits] '.' digits [exponent] | digits exponent
/**
 * The value of a number token, an integer or a float, with the minus that stood before it. Throws a SyntaxError where it
 * is no number (`InvalidNumberLiteral`) or too large (`IntegerOverflow`, `FloatingPointOverflow`).
 */
export function numberValue(token: Token, isNegative: boolean): bigint | number {
  const { text } = token
  if (text.length < 16 && plainDigits.test(text)) return BigInt(isNegative ? -Number(text) : Number(text))
  if (decimal.test(text) || hexadecimal.test(text) || octal.test(text)) return integerValue(token, isNegative)
  if (!fraction.test(text) || /^\d+$/.test(text)) throw invalidNumber(token)
  const value = Number(text.replaceAll('_', ''))
  if (Number.isFinite(value)) return isNegative ? -value : value
  throw syntaxError('FloatingPointOverflow', 'The number is too large for a FLOAT.', token)
}

/** The value of an integer without a sign. Throws like `numberValue`, also for a float. */
export function integerLiteral(token: Token): bigint {
  const value = numberValue(token, false)
  if (typeof value === 'bigint') return value
  throw syntaxError('UnexpectedSyntax', `Expected an integer but found ${shortened(token.text)}.`, token)
}

function integerValue(token: Token, isNegative: boolean): bigint {
  const digits = token.text.replaceAll('_', '').replace(/^(0[xo])0+(?=.)/, '$1')
  // 24 characters hold every number of 64 bits in every base.
  if (digits.length <= 24) {
    const value = isNegative ? -BigInt(digits) : BigInt(digits)
    if (fitsInteger(value)) return value
  }
  throw syntaxError(
    'IntegerOverflow',
    'The number is too large for an INTEGER, which has 64 bits.',
    token,
    'Write it as a FLOAT, such as 1e20, or as a STRING.',
  )
}

function invalidNumber(token: Token): CypherError {
  const { text } = token
  return syntaxError('InvalidNumberLiteral', `${shortened(text)} is no number.`, token, numberHint(text))
}

function numberHint(text: string): string | undefined {
  if (text.length > 40) return undefined
  if (/^0[XO]/.test(text)) return `Write ${text.toLowerCase().slice(0, 2)}${text.slice(2)}.`
  if (/^0[0-7]+$/.test(text)) return `Octal numbers are written with 0o: 0o${text.slice(1)}.`
  if (/^0\d+$/.test(text)) return 'Leave out the zeros at the beginning.'
  return /^(?!0[xo])\d+\p{L}/u.test(text)
    ? 'A name that begins with a digit is written in backticks.'
    : undefined
}

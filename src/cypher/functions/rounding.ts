/** Rounds the decimal digits of floats. */

/** What to do with the digits that fall away. */
export const roundingModes = ['UP', 'DOWN', 'CEILING', 'FLOOR', 'HALF_UP', 'HALF_DOWN', 'HALF_EVEN'] as const

type RoundingMode = (typeof roundingModes)[number]

/** A number with so many digits after its point at most, by the digits that it is written with. */
export function roundNumber(value: number, precision: number, mode: RoundingMode): number {
  if (!Number.isFinite(value)) return value
  const { digits, exponent } = decimalOf(Math.abs(value))
  const dropped = exponent - precision
  if (dropped <= 0) return value
  const kept = digits.length > dropped ? digits.slice(0, -dropped) : '0'
  const rest = digits.padStart(dropped, '0').slice(-dropped)
  const isUp = goesUp(rest, Number(kept.slice(-1)) % 2 === 1, value < 0, mode)
  const size = Number(`${BigInt(kept) + (isUp ? 1n : 0n)}e-${precision}`)
  return value < 0 && size !== 0 ? -size : size
}

/** A number as its digits, and how many of them are after the point. */
function decimalOf(value: number): { readonly digits: string; readonly exponent: number } {
  const [significand = '', power = '0'] = value.toExponential().split('e')
  const [whole = '', fraction = ''] = significand.split('.')
  return { digits: whole + fraction, exponent: fraction.length - Number(power) }
}

/** Whether the size grows when these digits fall away. */
function goesUp(rest: string, isOdd: boolean, isNegative: boolean, mode: RoundingMode): boolean {
  if (/^0*$/.test(rest)) return false
  const isHalf = /^50*$/.test(rest)
  const isMore = rest >= '5' && !isHalf
  switch (mode) {
    case 'UP':
      return true
    case 'DOWN':
      return false
    case 'CEILING':
      return !isNegative
    case 'FLOOR':
      return isNegative
    case 'HALF_UP':
      return isMore || isHalf
    case 'HALF_DOWN':
      return isMore
    case 'HALF_EVEN':
      return isMore || (isHalf && isOdd)
  }
}

/** The range of INTEGER, which has 64 bits. */

/** The largest INTEGER. */
export const largestInteger = 2n ** 63n - 1n

/** The smallest INTEGER. */
export const smallestInteger = -(2n ** 63n)

/** Whether a whole number fits into an INTEGER. */
export function fitsInteger(value: bigint): boolean {
  return value <= largestInteger && value >= smallestInteger
}

/** Turns what the driver gives for values of ours into plain ones. */
import type { Integer } from 'neo4j-driver'

/** A list that may hold lists, as rows of several columns do. */
export type Cells = readonly unknown[]

/** Integers as numbers, whatever the driver makes of them (all of ours are exact as numbers), also in lists. */
export function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plainValue)
  return isInteger(value) ? value.toNumber() : value
}

/** The driver's `isInt`, without its module, which takes long to load. */
function isInteger(value: object): value is Integer {
  return '__isInteger__' in value
}

/** Turns what the driver gives for values of ours into plain ones. */
import { isInt } from 'neo4j-driver'

/** A list that may hold lists, as rows of several columns do. */
export type Cells = readonly unknown[]

/** Integers as numbers, whatever the driver makes of them (all of ours are exact as numbers), also in lists. */
export function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plainValue)
  return isInt(value) ? value.toNumber() : value
}

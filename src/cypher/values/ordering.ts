/** Which of two values comes first: for ORDER BY, min() and max(), and for `<`, `<=`, `>` and `>=`. */
import type { Budget } from '../context.ts'
import { compareTemporal } from '../temporal/compare.ts'
import {
  isList,
  isMap,
  isTemporal,
  type PathValue,
  type TemporalValue,
  type Value,
  type ValueMap,
} from '../value.ts'
import { equals } from './equality.ts'
import { kindOf, levelBelow } from './kinds.ts'
import { compareNumbers, isNumber } from './numbers.ts'
import { compareTexts } from './text.ts'

/** The types in ascending order. */
const ranks = {
  map: 0,
  node: 1,
  relationship: 2,
  list: 3,
  path: 4,
  datetime: 5,
  'local datetime': 6,
  date: 7,
  time: 8,
  'local time': 9,
  duration: 10,
  string: 11,
  boolean: 12,
  number: 13,
  null: 14,
} as const

function rankOf(value: Value): number {
  switch (typeof value) {
    case 'string':
      return ranks.string
    case 'boolean':
      return ranks.boolean
    case 'number':
    case 'bigint':
      return ranks.number
    default:
      return value === null ? ranks.null : ranks[kindOf(value)]
  }
}

/**
 * Negative, 0 or positive, as ORDER BY has two values in ascending order: a total order over all types, in which NaN is the
 * largest number and null comes last.
 */
export function compareForOrder(left: Value, right: Value, budget?: Budget): number {
  return orderAt(left, right, 0, budget)
}

function orderAt(left: Value, right: Value, level: number, budget: Budget | undefined): number {
  if (left === right) return 0
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right, budget)
  if (isNumber(left) && isNumber(right)) return orderNumbers(left, right)
  const difference = rankOf(left) - rankOf(right)
  if (difference !== 0) return difference
  if (typeof left === 'object' && left !== null) {
    return orderObjects(left, right as Extract<Value, object>, levelBelow(level), budget)
  }
  return Number(left) - Number(right)
}

function orderNumbers(left: number | bigint, right: number | bigint): number {
  const order = compareNumbers(left, right)
  return Number.isNaN(order) ? Number(Number.isNaN(left)) - Number(Number.isNaN(right)) : order
}

/** Both are of one kind. */
function orderObjects(
  left: Extract<Value, object>,
  right: Extract<Value, object>,
  level: number,
  budget: Budget | undefined,
): number {
  if (isList(left)) return orderLists(left, right as readonly Value[], level, budget)
  if (isMap(left)) return orderMaps(left, right as ValueMap, level, budget)
  if (left.kind === 'path') return orderPaths(left, right as PathValue)
  if (left.kind === 'node' || left.kind === 'relationship') return left.id - (right as typeof left).id
  return compareTemporal(left, right as TemporalValue)
}

function orderLists(
  left: readonly Value[],
  right: readonly Value[],
  level: number,
  budget: Budget | undefined,
): number {
  const end = Math.min(left.length, right.length)
  for (let place = 0; place < end; place += 1) {
    budget?.step()
    const order = orderAt(left[place] ?? null, right[place] ?? null, level, budget)
    if (order !== 0) return order
  }
  return left.length - right.length
}

/** By size, then by their keys in order, then by the values of these. */
function orderMaps(left: ValueMap, right: ValueMap, level: number, budget: Budget | undefined): number {
  if (left.size !== right.size) return left.size - right.size
  const keysOf = (map: ValueMap): readonly string[] =>
    [...map.keys()].sort((a, b) => compareTexts(a, b, budget))
  const [keys, others] = [keysOf(left), keysOf(right)]
  const order = orderLists(keys, others, level, budget)
  if (order !== 0) return order
  const [values, otherValues] = [left, right].map((map) => keys.map((key) => map.get(key) ?? null))
  return orderLists(values ?? [], otherValues ?? [], level, budget)
}

/** By their nodes and relationships in turn, the shorter one first where it is the beginning of the other. */
function orderPaths(left: PathValue, right: PathValue): number {
  const [ids, others] = [idsAlong(left), idsAlong(right)]
  const place = ids.findIndex((id, index) => id !== others[index])
  const [id, other] = [ids[place], others[place]]
  return id !== undefined && other !== undefined ? id - other : ids.length - others.length
}

function idsAlong({ nodes, relationships }: PathValue): readonly number[] {
  return nodes.flatMap(({ id }, place) => {
    const relationship = relationships[place]
    return relationship ? [id, relationship.id] : [id]
  })
}

/**
 * Negative, 0 or positive, as `<` and its like compare two values; null where they cannot be compared or it depends on a
 * null; NaN where a NaN is compared with a number, so that none of `<`, `<=`, `>`, `>=` 0 holds.
 */
export function compareValues(left: Value, right: Value, budget?: Budget): number | null {
  return compareAt(left, right, 0, budget)
}

function compareAt(left: Value, right: Value, level: number, budget: Budget | undefined): number | null {
  if (isNumber(left)) return isNumber(right) ? compareNumbers(left, right) : null
  if (typeof left === 'string') return typeof right === 'string' ? compareTexts(left, right, budget) : null
  if (typeof left === 'boolean') return typeof right === 'boolean' ? Number(left) - Number(right) : null
  if (left === null || right === null) return null
  if (isList(left)) return isList(right) ? compareLists(left, right, levelBelow(level), budget) : null
  const areComparable =
    isTemporal(left) && isTemporal(right) && left.kind === right.kind && left.kind !== 'duration'
  return areComparable ? compareTemporal(left, right) : null
}

/** The first two items that are not equal decide. */
function compareLists(
  left: readonly Value[],
  right: readonly Value[],
  level: number,
  budget: Budget | undefined,
): number | null {
  const end = Math.min(left.length, right.length)
  for (let place = 0; place < end; place += 1) {
    budget?.step()
    const [item, other] = [left[place] ?? null, right[place] ?? null]
    const isEqual = equals(item, other, budget)
    if (isEqual === null) return null
    if (!isEqual) return compareAt(item, other, level, budget)
  }
  return left.length - right.length
}

/** When two values are equal (`=`), and when they are the same for DISTINCT and grouping. */
import type { Budget } from '../context.ts'
import { compareTemporal } from '../temporal/compare.ts'
import {
  isList,
  isMap,
  type KindValue,
  type PathValue,
  type TemporalValue,
  type Value,
  type ValueMap,
} from '../value.ts'
import { levelBelow } from './kinds.ts'
import { equalNumbers, isNumber, numberKey } from './numbers.ts'
import { stepThroughText } from '../sizes.ts'

/**
 * `left = right`: null where it depends on a null. NaN equals nothing, an INTEGER equals the FLOAT of the same value, and
 * values of different types are otherwise not equal. The items of lists and maps that are gone through count on the budget.
 */
export function equals(left: Value, right: Value, budget?: Budget): boolean | null {
  return equalAt(left, right, 0, budget)
}

function equalAt(left: Value, right: Value, level: number, budget: Budget | undefined): boolean | null {
  if (left === null || right === null) return null
  if (typeof left !== 'object')
    return isNumber(left) ? isNumber(right) && equalNumbers(left, right) : equalSimple(left, right, budget)
  if (typeof right !== 'object') return false
  if (isList(left)) return isList(right) && equalLists(left, right, levelBelow(level), budget)
  if (isMap(left)) return isMap(right) && equalMaps(left, right, levelBelow(level), budget)
  return !isList(right) && !isMap(right) && equalOfKind(left, right)
}

/** Texts and booleans. Long texts count on the budget. */
export function equalSimple(left: Value, right: Value, budget: Budget | undefined): boolean {
  if (typeof left === 'string' && left.length >= 64) stepThroughText(left.length, budget)
  return left === right
}

function equalLists(
  left: readonly Value[],
  right: readonly Value[],
  level: number,
  budget: Budget | undefined,
): boolean | null {
  if (left.length !== right.length) return false
  if (left.length > 0) budget?.step(left.length)
  let result: boolean | null = true
  for (let place = 0; place < left.length; place += 1) {
    const isEqual = equalAt(left[place] ?? null, right[place] ?? null, level, budget)
    if (isEqual === false) return false
    result &&= isEqual
  }
  return result
}

function equalMaps(
  left: ValueMap,
  right: ValueMap,
  level: number,
  budget: Budget | undefined,
): boolean | null {
  if (left.size !== right.size) return false
  if (left.size > 0) budget?.step(left.size)
  for (const key of left.keys()) if (!right.has(key)) return false
  let result: boolean | null = true
  for (const [key, value] of left) {
    const isEqual = equalAt(value, right.get(key) ?? null, level, budget)
    if (isEqual === false) return false
    result &&= isEqual
  }
  return result
}

function equalOfKind(left: KindValue, right: KindValue): boolean {
  if (left === right) return true
  if (left.kind !== right.kind) return false
  if (left.kind === 'path') return equalPaths(left, right as PathValue)
  if (left.kind === 'node' || left.kind === 'relationship') return left.id === (right as typeof left).id
  return compareTemporal(left, right as TemporalValue) === 0
}

function equalPaths(left: PathValue, right: PathValue): boolean {
  return (
    left.relationships.length === right.relationships.length &&
    left.nodes.every((node, place) => node.id === right.nodes[place]?.id) &&
    left.relationships.every((relationship, place) => relationship.id === right.relationships[place]?.id)
  )
}

/** From here on JavaScript's hash tables take texts of one length for the same at first, so that finding one takes long. */
const longText = 10_000

/** Begins the keys that are made of something other than a text. */
const mark = '\u0000'

/**
 * A key for a Map or a Set that two values share where DISTINCT and grouping take them for the same: like `=`, but null is
 * the same as null, and NaN as NaN. Nodes and relationships are their own keys.
 */
export function equivalenceKey(value: Value, budget?: Budget): unknown {
  switch (typeof value) {
    case 'string':
      if (value.length > longText) budget?.step(value.length >>> 3)
      return value.startsWith(mark) ? `${mark}${encodeText(value)}` : value
    case 'number':
    case 'bigint':
      return numberKey(value)
    case 'boolean':
      return value
    default: {
      if (value === null) return value
      const isOwnKey =
        !isList(value) && !isMap(value) && (value.kind === 'node' || value.kind === 'relationship')
      return isOwnKey ? value : `${mark}${encode(value, 0, budget)}`
    }
  }
}

/** One text for each value, so that no two texts of values, one after the other, can be taken for others. */
function encode(value: Value, level: number, budget: Budget | undefined): string {
  if (value === null) return '_'
  switch (typeof value) {
    case 'string':
      stepThroughText(value.length, budget)
      return encodeText(value)
    case 'boolean':
      return value ? 't' : 'f'
    case 'number':
    case 'bigint':
      return `#${numberKey(value)};`
    default:
      if (isList(value)) return encodeList(value, levelBelow(level), budget)
      return isMap(value) ? encodeMap(value, levelBelow(level), budget) : encodeKind(value)
  }
}

function encodeText(text: string): string {
  return `"${text.length}:${text}`
}

function encodeList(list: readonly Value[], level: number, budget: Budget | undefined): string {
  if (list.length > 0) budget?.step(list.length)
  return `[${list.map((item) => encode(item, level, budget)).join('')}]`
}

function encodeMap(map: ValueMap, level: number, budget: Budget | undefined): string {
  if (map.size > 0) budget?.step(map.size)
  const keys = [...map.keys()].sort()
  return `{${keys.map((key) => encodeText(key) + encode(map.get(key) ?? null, level, budget)).join('')}}`
}

function encodeKind(value: KindValue): string {
  switch (value.kind) {
    case 'node':
      return `(${value.id})`
    case 'relationship':
      return `-${value.id}-`
    case 'path':
      return `<${[...value.nodes, ...value.relationships].map(({ id }) => id).join()}>`
    default:
      return `@${encodeTemporal(value)};`
  }
}

function encodeTemporal(value: TemporalValue): string {
  switch (value.kind) {
    case 'date':
      return `date ${value.days}`
    case 'local time':
      return `local time ${value.nanoseconds}`
    case 'time':
      return `time ${value.nanoseconds} ${value.offset}`
    case 'local datetime':
      return `local datetime ${value.days} ${value.nanoseconds}`
    case 'datetime':
      return `datetime ${value.days} ${value.nanoseconds} ${value.offset} ${value.zone ?? ''}`
    case 'duration':
      return `duration ${value.months} ${value.days} ${value.seconds} ${value.nanoseconds}`
  }
}

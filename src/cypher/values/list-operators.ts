/** The operators on lists and maps: `IN`, `list[index]`, `map[key]`, `list[from..to]`. */
import type { Budget, Context } from '../context.ts'
import { runtimeError, type CypherError } from '../cypher-error.ts'
import { isEntity, isList, isMap, type Value } from '../value.ts'
import { entityProperty } from './entities.ts'
import { equals } from './equality.ts'
import { aType } from './kinds.ts'
import { checkListLength } from '../sizes.ts'

/**
 * `value IN list`: null where the list is null, or where no item is equal, but one might be. Throws a TypeError where there
 * is no list. Items that are looked at count on the budget.
 */
export function isIn(value: Value, list: Value, budget?: Budget): boolean | null {
  if (list === null) return null
  if (!isList(list)) {
    throw wrongType(
      `IN looks for a value in a LIST, but is given ${aType(list)}.`,
      'Write [ ] around single values.',
    )
  }
  let isUnknown = false
  for (const item of list) {
    budget?.step()
    const isEqual = equals(value, item, budget)
    if (isEqual) return true
    if (isEqual === null) isUnknown = true
  }
  return isUnknown ? null : false
}

/**
 * `subject[index]`: an item of a list, counted from 0 or, where negative, from its end; or the value of a map, node or
 * relationship for a key. null where there is none, or where one of the two is null. Throws a TypeError for anything else.
 */
export function indexInto(subject: Value, index: Value, context: Pick<Context, 'graph'>): Value {
  if (subject === null || index === null) return null
  if (isList(subject)) return itemAt(subject, index)
  if (isMap(subject)) return subject.get(keyFor(index)) ?? null
  if (isEntity(subject)) return entityProperty(subject, keyFor(index), context.graph)
  throw wrongType(
    `[ ] takes something out of a LIST, MAP, NODE or RELATIONSHIP, but is applied to ${aType(subject)}.`,
    typeof subject === 'string' ? 'Write substring() for a part of a STRING.' : undefined,
  )
}

function itemAt(list: readonly Value[], index: Value): Value {
  if (typeof index !== 'bigint') {
    throw wrongType(`A LIST takes an INTEGER in [ ], but is given ${aType(index)}.`)
  }
  return list.at(clamp(index)) ?? null
}

function keyFor(index: Value): string {
  if (typeof index === 'string') return index
  throw runtimeError(
    'TypeError',
    'MapElementAccessByNonString',
    `A MAP, NODE or RELATIONSHIP takes a STRING in [ ], but is given ${aType(index)}.`,
  )
}

/**
 * `subject[from..to]`: the items from one place until before another, each counted from the end where negative; undefined
 * for a bound that is not written. null where something is null. Throws a TypeError where there is no list or no INTEGER.
 */
export function slice(
  subject: Value,
  from: Value | undefined,
  to: Value | undefined,
  budget?: Budget,
): Value {
  if (subject === null || from === null || to === null) return null
  if (!isList(subject)) throw wrongType(`[ .. ] takes a part of a LIST, but is applied to ${aType(subject)}.`)
  const part = subject.slice(
    from === undefined ? 0 : boundOf(from),
    to === undefined ? undefined : boundOf(to),
  )
  checkListLength(part.length, budget)
  return part
}

function boundOf(value: Value): number {
  if (typeof value === 'bigint') return clamp(value)
  throw wrongType(`The bounds in [ .. ] must be INTEGERs, but one is ${aType(value)}.`)
}

/** A place in a list: beyond any list where it is too large for one. */
function clamp(place: bigint): number {
  return Math.max(-(2 ** 32), Math.min(2 ** 32, Number(place)))
}

function wrongType(message: string, hint?: string): CypherError {
  return runtimeError('TypeError', 'InvalidArgumentType', message, { hint })
}

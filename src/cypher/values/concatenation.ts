/** Puts texts and lists together. */
import type { Budget } from '../context.ts'
import { runtimeError } from '../cypher-error.ts'
import { isList, type Value } from '../value.ts'
import { aType } from './kinds.ts'
import { checkListLength, checkTextLength } from '../sizes.ts'
import { toText } from './text.ts'

/** `left || right`: of texts or of lists; null where one is null. Throws a TypeError for anything else. */
export function concatenate(left: Value, right: Value, budget?: Budget): Value {
  if (left === null || right === null) return null
  if (typeof left === 'string' && typeof right === 'string') return joinTexts(left, right, budget)
  if (isList(left) && isList(right)) return joinLists(left, right, budget)
  throw runtimeError(
    'TypeError',
    'InvalidArgumentType',
    `The operator || puts together two STRINGs or two LISTs, but not ${aType(left)} and ${aType(right)}.`,
    { hint: 'Make a STRING of other values with toString(), and a LIST of a single item with [ ].' },
  )
}

/** A list of the items of both. Throws a CypherError where it is too long. */
export function joinLists(
  left: readonly Value[],
  right: readonly Value[],
  budget?: Budget,
): readonly Value[] {
  if (left.length === 0) return right
  if (right.length === 0) return left
  checkListLength(left.length + right.length, budget)
  return left.concat(right)
}

/** Both as one text where toString() takes them; undefined otherwise. */
export function addToText(left: Value, right: Value, budget?: Budget): string | undefined {
  const [start, end] = [toText(left), toText(right)]
  return start === undefined || end === undefined ? undefined : joinTexts(start, end, budget)
}

function joinTexts(left: string, right: string, budget?: Budget): string {
  checkTextLength(left.length + right.length, budget)
  return left + right
}

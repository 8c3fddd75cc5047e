/** What the operators of patterns find in the frame, and put there. */
import type { Context } from '../context.ts'
import { runtimeError } from '../cypher-error.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import { isKind, type NodeValue, type RelationshipValue, type Value } from '../value.ts'
import { typeNameOf } from '../values/types.ts'

/**
 * How relationships that a pattern finds are put into the frame: as values; as their numbers, where only the pattern itself
 * looks at them; not at all.
 */
export type Keeping = 'values' | 'numbers' | 'nothing'

/** The node in a slot; null where there is none. A TypeError where it is something else. */
export function nodeIn(frame: Frame, slot: number): NodeValue | null {
  const value = frame[slot] ?? null
  if (value === null || isKind(value, 'node')) return value
  throw unfit('node', value)
}

/** The relationship in a slot; null where there is none. A TypeError where it is something else. */
export function relationshipIn(frame: Frame, slot: number): RelationshipValue | null {
  const value = frame[slot] ?? null
  if (value === null || isKind(value, 'relationship')) return value
  throw unfit('relationship', value)
}

/** The relationships in a slot; null where there are none. A TypeError where it is something else. */
export function relationshipsIn(frame: Frame, slot: number): readonly RelationshipValue[] | null {
  const value = frame[slot] ?? null
  if (value === null) return null
  if (!Array.isArray(value)) throw unfit('list of relationships', value)
  return (value as readonly Value[]).map((item) => {
    if (isKind(item, 'relationship')) return item
    throw unfit('relationship', item)
  })
}

function unfit(wanted: string, value: Value): Error {
  return runtimeError(
    'TypeError',
    'InvalidArgumentType',
    `A pattern needs a ${wanted} here, but this is a value of the type ${typeNameOf(value)}.`,
    { hint: 'Match with a new variable, and compare it with the value in WHERE.' },
  )
}

/** Whether a relationship is one of those in the slots: in values, in numbers, or in lists of them. */
export function isAmong(frame: Frame, slots: readonly number[], relationship: number): boolean {
  for (let at = 0; at < slots.length; at++) {
    if (isSame(frame[slots[at] as number] as Value, relationship)) return true
  }
  return false
}

function isSame(kept: Value, relationship: number): boolean {
  if (typeof kept === 'number') return kept === relationship
  if (Array.isArray(kept)) return (kept as readonly Value[]).some((item) => isSame(item, relationship))
  return isKind(kept, 'relationship') && kept.id === relationship
}

/** The number of the relationship in the slots, if it is one slot and not a list; otherwise -1. */
export function soleNumber(frame: Frame, slots: readonly number[]): number {
  return slots.length === 1 ? numberOf(frame[slots[0] as number] as Value) : -1
}

/** Whether two slots have a relationship in common. */
export function haveCommon(frame: Frame, first: number, second: number): boolean {
  const kept = frame[first] as Value
  const items: readonly Value[] = Array.isArray(kept) ? (kept as readonly Value[]) : [kept]
  return items.some((item) => isAmong(frame, [second], numberOf(item)))
}

/** -1 for what is no single relationship. */
function numberOf(kept: Value): number {
  if (typeof kept === 'number') return kept
  return isKind(kept, 'relationship') ? kept.id : -1
}

/** What is to be put into the frame for a relationship. */
export function keptRelationship(context: Context, relationship: number, keeping: Keeping): Value {
  if (keeping === 'values') return context.relationship(relationship)
  return keeping === 'numbers' ? relationship : null
}

/** What is to be put into the frame for the first relationships of a trail, from the last to the first where it is reversed. */
export function keptTrail(
  context: Context,
  trail: readonly number[],
  { length, isReversed, keeping }: { length: number; isReversed: boolean; keeping: Keeping },
): Value {
  if (keeping === 'nothing') return null
  context.budget.step(length)
  const kept: Value[] = []
  for (let at = 0; at < length; at++) {
    kept.push(keptRelationship(context, trail[isReversed ? length - 1 - at : at] as number, keeping))
  }
  return kept
}

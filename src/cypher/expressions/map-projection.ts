/** `n {.name, .*, key: value, variable}`. */
import { runtimeError } from '../cypher-error.ts'
import type { Context } from '../context.ts'
import type { ExpressionOf, MapProjectionEntry, Place } from '../syntax/ast.ts'
import { isEntity, isMap, type Value, type ValueMap } from '../value.ts'
import { entityProperties, type Entity } from '../values/entities.ts'
import { aType } from '../values/kinds.ts'
import { countEntries } from '../values/memory.ts'
import type { Evaluate, Frame } from './compile-scope.ts'
import { type Compiling, slotOfVariable, valueAt } from './compiling.ts'
import { readSlot } from './literals-and-variables.ts'
import { propertyOf } from './property-of.ts'

/** Puts one entry of the projection, or several, into the map. */
type PutEntry = (map: Map<string, Value>, subject: ValueMap | Entity, frame: Frame, context: Context) => void

/** A map made of some properties of a node, a relationship or a map, and other values; null of null. */
export function compileMapProjection(
  { subject, entries }: ExpressionOf<'map projection'>,
  compiling: Compiling,
): Evaluate {
  const slot = slotOfVariable(subject, compiling.scope)
  const puts = entries.map((entry) => compileEntry(entry, subject, compiling))
  return (frame, context) => {
    const value = valueAt(frame, slot)
    if (value === null) return null
    if (!isMap(value) && !isEntity(value)) throw notProjectable(value, subject)
    const map = new Map<string, Value>()
    for (const put of puts) put(map, value, frame, context)
    countEntries(map, context.budget)
    return map
  }
}

function compileEntry(entry: MapProjectionEntry, subject: Place, { scope, compile }: Compiling): PutEntry {
  switch (entry.kind) {
    case 'property': {
      const name = entry.name.text
      return (map, value, _frame, context) => map.set(name, propertyOf(value, name, context, subject))
    }
    case 'all properties':
      return putAllProperties
    case 'entry':
      return putValue(entry.key.text, compile(entry.value))
    case 'variable':
      return putValue(entry.name.text, readSlot(slotOfVariable(entry.name, scope)))
  }
}

function putValue(key: string, evaluate: Evaluate): PutEntry {
  return (map, _subject, frame, context) => map.set(key, evaluate(frame, context))
}

const putAllProperties: PutEntry = (map, subject, _frame, { graph }) => {
  const all = isEntity(subject) ? entityProperties(subject, graph) : subject
  for (const [key, value] of all) map.set(key, value)
}

function notProjectable(value: Value, place: Place): Error {
  return runtimeError(
    'TypeError',
    'InvalidArgumentType',
    `Only a NODE, a RELATIONSHIP or a MAP can be projected, but this is ${aType(value)}.`,
    { place },
  )
}

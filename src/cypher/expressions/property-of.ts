/** Properties of values: of nodes, relationships, maps, dates and times. */
import type { Context } from '../context.ts'
import { runtimeError } from '../cypher-error.ts'
import { shortened } from '../quoted.ts'
import type { Place } from '../syntax/ast.ts'
import { temporalField } from '../temporal/fields.ts'
import { isMap, type TemporalValue, type Value } from '../value.ts'
import { entityProperty } from '../values/entities.ts'
import { aType } from '../values/kinds.ts'
import { withPlace } from './place-fault.ts'

/** What `value.name` is; null where there is no such property. A TypeError of a value that can have none. */
export function propertyOf(value: Value, name: string, context: Context, place: Place): Value {
  if (value === null) return null
  if (isMap(value)) return value.get(name) ?? null
  if (typeof value !== 'object' || !('kind' in value)) throw withoutProperties(value, name, place)
  switch (value.kind) {
    case 'node':
    case 'relationship':
      return entityProperty(value, name, context.graph)
    case 'path':
      throw withoutProperties(value, name, place)
    default:
      return fieldOf(value, name, place)
  }
}

function fieldOf(value: TemporalValue, name: string, place: Place): Value {
  try {
    return temporalField(value, name)
  } catch (fault) {
    throw withPlace(fault, place)
  }
}

function withoutProperties(value: Value, name: string, place: Place): Error {
  return runtimeError(
    'TypeError',
    'InvalidArgumentType',
    `.${shortened(name)} cannot be read of ${aType(value)}, which has no properties.`,
    {
      place,
      hint: 'Only a NODE, a RELATIONSHIP, a MAP and dates and times have properties.',
    },
  )
}

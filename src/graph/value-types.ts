/** Which type each property of the property graph has in Cypher and in Neo4j. */
import type { Property, PropertyKind } from './schema.ts'

/** The type of a value in Cypher, or of the items of a list. Values are plain: a date is ISO text, a number is a number. */
export type ValueType = 'text' | 'integer' | 'float' | 'boolean' | 'date'

const builtInTypes: ReadonlyMap<string, ValueType> = new Map([
  ['earliest', 'date'],
  ['latest', 'date'],
  ['until_earliest', 'date'],
  ['until', 'date'],
  ['quote_starts', 'integer'],
  ['quote_ends', 'integer'],
  ['_fingerprint', 'integer'],
  ['_named', 'boolean'],
])

/** Declared dates are EDTF text, which says more than a day can. */
const declaredTypes: Readonly<Record<PropertyKind, ValueType>> = {
  text: 'text',
  integer: 'integer',
  number: 'float',
  boolean: 'boolean',
  date: 'text',
  url: 'text',
  entity: 'text',
}

/** The type of a property, or of the items of its list. `declared` are the properties of its type or relation. */
export function valueTypeOf(name: string, declared?: ReadonlyMap<string, Property>): ValueType {
  const property = declared?.get(name)
  return property ? declaredTypes[property.kind] : (builtInTypes.get(name) ?? 'text')
}

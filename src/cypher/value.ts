/** The values that the engine computes with, and how they are told apart. result.ts has what is given to the outside. */

/**
 * INTEGER (64 bits) is a bigint, FLOAT a number, LIST an array, MAP a Map; all that is not null, a boolean or a string has
 * a `kind`. Nothing is changed once it is made.
 */
export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | readonly Value[]
  | ValueMap
  | NodeValue
  | RelationshipValue
  | PathValue
  | TemporalValue

/** A MAP. */
export type ValueMap = ReadonlyMap<string, Value>

/** A node of the graph that is queried. There is one object for each (context.ts), so that `===` tells whether two are the same. */
export interface NodeValue {
  readonly kind: 'node'
  /** Its number in the graph. */
  readonly id: number
}

/** A relationship of the graph that is queried; one object for each, as with nodes. */
export interface RelationshipValue {
  readonly kind: 'relationship'
  /** Its number in the graph. */
  readonly id: number
}

/** Nodes and the relationships between them, one fewer, in the order of the path. */
export interface PathValue {
  readonly kind: 'path'
  readonly nodes: readonly NodeValue[]
  readonly relationships: readonly RelationshipValue[]
}

/** A date, a time or a duration. */
export type TemporalValue =
  DateValue | LocalTimeValue | TimeValue | LocalDateTimeValue | DateTimeValue | DurationValue

/** A day. */
export interface DateValue {
  readonly kind: 'date'
  /** Since 1970-01-01 in the proleptic Gregorian calendar. */
  readonly days: number
}

/** A time of day. */
export interface LocalTimeValue {
  readonly kind: 'local time'
  /** Of the day. */
  readonly nanoseconds: number
}

/** A time of day with its offset from UTC. */
export interface TimeValue {
  readonly kind: 'time'
  /** Of the day, on the clock of that offset. */
  readonly nanoseconds: number
  /** From UTC, in seconds, positive in the east. */
  readonly offset: number
}

/** A day and a time on it. */
export interface LocalDateTimeValue {
  readonly kind: 'local datetime'
  readonly days: number
  readonly nanoseconds: number
}

/** A moment, on the clock of an offset or a time zone. */
export interface DateTimeValue {
  readonly kind: 'datetime'
  /** Of the day on the clock of that offset. */
  readonly days: number
  readonly nanoseconds: number
  readonly offset: number
  /** The IANA name of its time zone, where it has one. */
  readonly zone?: string
}

/** A length of time in four parts, none of which is carried into another, except nanoseconds into seconds. */
export interface DurationValue {
  readonly kind: 'duration'
  readonly months: bigint
  readonly days: bigint
  readonly seconds: bigint
  /** 0 to 999,999,999, also where the duration is negative. */
  readonly nanoseconds: number
}

/** A value that is an object, but neither a list nor a map. */
export type KindValue = Extract<Value, { readonly kind: string }>

/** Whether a value is a LIST. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

/** Whether a value is a MAP. */
export function isMap(value: Value): value is ValueMap {
  return value instanceof Map
}

/** Whether a value is of a kind. */
export function isKind<Kind extends KindValue['kind']>(
  value: Value,
  kind: Kind,
): value is Extract<KindValue, { readonly kind: Kind }> {
  return (value as Partial<KindValue> | null)?.kind === kind
}

/** Whether a value is a NODE or a RELATIONSHIP. */
export function isEntity(value: Value): value is NodeValue | RelationshipValue {
  return isKind(value, 'node') || isKind(value, 'relationship')
}

/** Whether a value is a date, a time or a duration. */
export function isTemporal(value: Value): value is TemporalValue {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  return value.kind !== 'node' && value.kind !== 'relationship' && value.kind !== 'path'
}

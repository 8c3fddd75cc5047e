/** Turns plain values into what the driver sends as the right type of Neo4j. */
import { Date as Neo4jDate, int } from 'neo4j-driver'
import type { PropertyValue } from '../../graph/knowledge-graph.ts'
import type { ValueType } from '../../graph/value-types.ts'

type Scalar = string | number | boolean

const day = /^(\d{4})-(\d\d)-(\d\d)$/

/** Whether Neo4j can hold a value: not so a list of several kinds of values, nor what should be a day and is none. */
export function isWritable(value: PropertyValue, type: ValueType): boolean {
  if (typeof value !== 'object') return type !== 'date' || typeof value !== 'string' || day.test(value)
  const kinds = new Set(value.map((item) => typeof item))
  return kinds.size <= 1 && value.every((item) => isWritable(item, type))
}

/**
 * What the driver sends for a value that {@link isWritable}. Numbers go as FLOAT, so that 51 arrives as 51.0, unless they
 * are to be an INTEGER and can. What a program has put under a property of another type keeps its own.
 */
export function driverValue(value: PropertyValue, type: ValueType): unknown {
  if (typeof value !== 'object') return scalar(value, type)
  // All items of a list are of one type.
  const isOfIntegers = type === 'integer' && value.every(Number.isSafeInteger)
  const itemType = type === 'integer' && !isOfIntegers ? 'float' : type
  return value.map((item) => scalar(item, itemType))
}

function scalar(value: Scalar, type: ValueType): unknown {
  if (type === 'integer' && Number.isSafeInteger(value)) return int(value as number)
  if (type === 'date' && typeof value === 'string') return driverDate(value)
  return value
}

function driverDate(text: string): Neo4jDate<number> {
  const [, year, month, dayOfMonth] = day.exec(text) ?? []
  return new Neo4jDate(Number(year), Number(month), Number(dayOfMonth))
}

/** Calls the temporal functions by name, as a query would, at a fixed moment. */
import { CypherError } from '../../../src/cypher/cypher-error.ts'
import type { Context } from '../../../src/cypher/context.ts'
import { findFunction } from '../../../src/cypher/functions/find-function.ts'
import { formatTemporal } from '../../../src/cypher/temporal/format.ts'
import { parseDuration } from '../../../src/cypher/temporal/parse-duration.ts'
import { isInstant, type Instant } from '../../../src/cypher/temporal/parts.ts'
import type { DurationValue, TemporalValue, Value } from '../../../src/cypher/value.ts'

/** 2024-08-01T10:20:30.040Z. */
export const epochMilliseconds = Date.UTC(2024, 7, 1, 10, 20, 30, 40)

const context = { now: { epochMilliseconds } } as Context

/** What a function gives for these arguments. */
export function call(name: string, ...given: readonly Value[]): Value {
  const found = findFunction(name)
  if (!found) throw new Error(`no function ${name}`)
  return found.call(given, context)
}

/** The date, time or duration that a function gives. */
export function temporal(name: string, ...given: readonly Value[]): TemporalValue {
  return call(name, ...given) as TemporalValue
}

/** The date or time that a function gives, but no duration. */
export function instant(name: string, ...given: readonly Value[]): Instant {
  const value = call(name, ...given)
  if (!isInstant(value)) throw new Error(`${name}() gave no date or time`)
  return value
}

/** Its text. */
export function text(name: string, ...given: readonly Value[]): string {
  return formatTemporal(temporal(name, ...given))
}

/** A map of components; whole numbers become INTEGERs. */
export function map(components: Readonly<Record<string, Value>>): Value {
  return new Map(
    Object.entries(components).map(([key, value]) => [
      key,
      typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value,
    ]),
  )
}

/** A duration of its text. */
export function duration(given: string): DurationValue {
  return parseDuration(given)
}

/** The CypherError that this throws: its class, and its message with the hint. */
export function faultOf(act: () => unknown): { readonly errorClass: string; readonly text: string } {
  try {
    act()
  } catch (error) {
    if (!(error instanceof CypherError)) throw error
    return { errorClass: error.errorClass, text: [error.message, error.hint ?? ''].join(' ').trim() }
  }
  throw new Error('nothing was thrown')
}

/** What aggregations count and gather for one group of rows. */
import type { Context } from '../context.ts'
import type { Evaluate, Frame } from '../expressions/compile-scope.ts'
import type { AggregationDefinition, Aggregator } from '../functions/definition.ts'
import type { Value } from '../value.ts'
import { equivalenceKey } from '../values/equality.ts'
import { beginMeasuring, roughBytes } from '../values/memory.ts'

/** An aggregation of one group. */
export interface Tally {
  /**
   * Told of each row of the group in the frame; of `times` rows that are alike only what counts rows. Returns the bytes
   * that it keeps for it, roughly.
   */
  readonly add: (times: number) => number
  readonly result: () => Value
}

/** Begins an aggregation for a new group. */
export type BeginTally = (frame: Frame, context: Context) => Tally

/** `count(*)`. */
export const countRows: BeginTally = () => {
  let count = 0
  return {
    add: (times) => {
      count += times
      return 0
    },
    result: () => BigInt(count),
  }
}

/** `count(x)`: the rows in which it is not null. */
export function countValues(evaluate: Evaluate): BeginTally {
  return (frame, context) => {
    let count = 0
    return {
      add: () => {
        if (evaluate(frame, context) !== null) count += 1
        return 0
      },
      result: () => BigInt(count),
    }
  }
}

/** What an entry of a hash table takes, in bytes. */
const tableEntry = 40

/** `count(DISTINCT x)`: the different values that are not null. */
export function countDistinct(evaluate: Evaluate): BeginTally {
  return (frame, context) => {
    const seen = new Set<unknown>()
    return {
      add: () => {
        const value = evaluate(frame, context)
        return value !== null && addNew(seen, value, context) ? tableEntry + roughBytes(value) : 0
      },
      result: () => BigInt(seen.size),
    }
  }
}

/** Another aggregation, perhaps of DISTINCT values; what follows its first argument is taken from the first row. */
export function aggregate(
  definition: AggregationDefinition,
  [evaluate, ...further]: readonly Evaluate[],
  isDistinct: boolean,
): BeginTally {
  return (frame, context) => {
    const seen = new Set<unknown>()
    const measure = definition.keepsValues ? beginMeasuring(true) : undefined
    let aggregator: Aggregator | undefined
    const begin = (): Aggregator =>
      definition.begin(
        context,
        further.map((evaluateFurther) => evaluateFurther(frame, context)),
      )
    return {
      add: () => {
        aggregator ??= begin()
        const value = evaluate?.(frame, context) ?? null
        if (value === null || (isDistinct && !addNew(seen, value, context))) return 0
        aggregator.add(value)
        const bytes = measure?.([value]) ?? 0
        return isDistinct ? bytes + tableEntry + roughBytes(value) : bytes
      },
      result: () => (aggregator ?? begin()).result(),
    }
  }
}

function addNew(seen: Set<unknown>, value: Value, { budget }: Context): boolean {
  const { size } = seen
  return seen.add(equivalenceKey(value, budget)).size > size
}

/** The aggregations of one WITH or RETURN, each different one once. */
import type { Expression } from '../syntax/ast.ts'
import type { Aggregation } from './analysis.ts'
import type { KnownType } from './known-type.ts'
import { takeSlot, type Pass } from './pass.ts'
import type { Scope } from './scope.ts'
import type { AggregationCall, Surroundings } from './surroundings.ts'

/** What has been found in a clause. */
export interface Collection {
  readonly aggregations: Aggregation[]
  /** Where the values of expressions are found. */
  readonly slotOf: Map<Expression, number>
  /** The aggregation that says the same as an expression, if there is one. */
  readonly find: (expression: Expression) => CollectedAggregation | undefined
  /** Adds an aggregation, or another occurrence of one that is there. */
  readonly collect: (aggregation: AggregationCall, type: KnownType) => void
}

/** Where the value of an aggregation is found, and what is known of it. */
export interface CollectedAggregation {
  readonly slot: number
  readonly type: KnownType
}

/** Nothing found yet. */
export function beginCollection(pass: Pass): Collection {
  const aggregations: Aggregation[] = []
  const slotOf = new Map<Expression, number>()
  const byKey = new Map<number, CollectedAggregation>()
  const collect = (expression: AggregationCall, type: KnownType): void => {
    const key = pass.keys.keyOf(expression)
    let found = byKey.get(key)
    if (!found) {
      found = { slot: takeSlot(pass), type }
      byKey.set(key, found)
      aggregations.push({ expression, slot: found.slot })
    }
    slotOf.set(expression, found.slot)
  }
  return { aggregations, slotOf, collect, find: (expression) => byKey.get(pass.keys.keyOf(expression)) }
}

/** The surroundings of the items of a clause. */
export function collectingIn(pass: Pass, scope: Scope, { collect }: Collection): Surroundings {
  return { pass, scope, aggregations: { kind: 'collected', argumentsIn: asArguments, collect } }
}

function asArguments(around: Surroundings): Surroundings {
  return { ...around, aggregations: { kind: 'nested' } }
}

/** Finds the functions and aggregations of Cypher by their names. */
import { aggregations } from './aggregations.ts'
import { conversionFunctions } from './conversion-functions.ts'
import type { AggregationDefinition, FunctionDefinition } from './definition.ts'
import { durationFunctions } from './duration-functions.ts'
import { graphFunctions } from './graph-functions.ts'
import { listFunctions } from './list-functions.ts'
import { logarithmicFunctions, numericFunctions, trigonometricFunctions } from './numeric-functions.ts'
import { scalarFunctions } from './scalar-functions.ts'
import { stringFunctions } from './string-functions.ts'
import { temporalFunctions } from './temporal-functions.ts'

const functions = byName([
  ...scalarFunctions,
  ...graphFunctions,
  ...listFunctions,
  ...conversionFunctions,
  ...stringFunctions,
  ...numericFunctions,
  ...logarithmicFunctions,
  ...trigonometricFunctions,
  ...temporalFunctions,
  ...durationFunctions,
])

const aggregationsByName = byName(aggregations)

function byName<Definition extends { readonly name: string }>(
  definitions: readonly Definition[],
): ReadonlyMap<string, Definition> {
  return new Map(definitions.map((definition) => [definition.name.toLowerCase(), definition]))
}

/** The function of a name, without regard to case; undefined where there is none. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return functions.get(name.toLowerCase())
}

/** The aggregation of a name, without regard to case; undefined where there is none. */
export function findAggregation(name: string): AggregationDefinition | undefined {
  return aggregationsByName.get(name.toLowerCase())
}

/** The names of all functions and aggregations, as they are usually written. */
export function functionNames(): readonly string[] {
  return [...functions.values(), ...aggregationsByName.values()].map(({ name }) => name)
}

/** What a function or an aggregation is to the engine. */
import type { Context } from '../context.ts'
import type { Value } from '../value.ts'

/** What is known of a value before anything runs. `number`: INTEGER or FLOAT. */
export type StaticType =
  | 'any'
  | 'null'
  | 'boolean'
  | 'integer'
  | 'float'
  | 'number'
  | 'string'
  | 'list'
  | 'map'
  | 'node'
  | 'relationship'
  | 'path'
  | 'date'
  | 'time'
  | 'local time'
  | 'datetime'
  | 'local datetime'
  | 'duration'

/** A function that is given values and gives one. */
export interface FunctionDefinition {
  /** As it is usually written, with its namespace: `toUpper`, `duration.between`. Found without regard to case. */
  readonly name: string
  /** What each argument may be: one of several types each. A value of the type `null` or `any` is let through until the run. */
  readonly parameters: readonly (readonly StaticType[])[]
  /** How many of the arguments may be left out at the end. Default: 0. */
  readonly optional?: number
  /** Any number of further arguments like the last one. */
  readonly variadic?: boolean
  readonly result: StaticType
  /** Also called where an argument is null; otherwise the result is null then. */
  readonly acceptsNull?: boolean
  /** May give something else for the same arguments, so that it is not computed ahead: rand(). */
  readonly volatile?: boolean
  /** Throws a CypherError (phase `runtime`) where an argument is unfit. */
  readonly call: (given: readonly Value[], context: Context) => Value
}

/** A function over many rows. */
export interface AggregationDefinition {
  readonly name: string
  readonly parameters: readonly (readonly StaticType[])[]
  readonly result: StaticType
  /** It keeps all values that it takes in, until its result is not needed any more. */
  readonly keepsValues?: boolean
  /** Nulls are left out before it. DISTINCT is applied before it, too. `further` are the arguments after the first, of the first row. */
  readonly begin: (context: Context, further: readonly Value[]) => Aggregator
}

/** Takes values in and gives their aggregate. */
export interface Aggregator {
  readonly add: (value: Value) => void
  readonly result: () => Value
}

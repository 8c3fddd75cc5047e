/** What stands around an expression, as far as it changes what the expression means or may hold. */
import type { Expression, ExpressionOf } from '../syntax/ast.ts'
import type { KnownType } from './known-type.ts'
import type { Pass } from './pass.ts'
import { scopeIn, type Binding, type Scope } from './scope.ts'

/** What stands around an expression. */
export interface Surroundings {
  readonly pass: Pass
  readonly scope: Scope
  readonly aggregations: AggregationRule
  /** Asked of each expression before its parts: the type of one whose value is there already, without going into it. */
  readonly recognize?: (expression: Expression, around: Surroundings) => KnownType | undefined
}

/** What becomes of an aggregation. */
export type AggregationRule =
  /** It may not stand here: `where` says in what. */
  | { readonly kind: 'refused'; readonly where: string }
  /** It is in the arguments of another one. */
  | { readonly kind: 'nested' }
  /** It is computed by the clause. */
  | {
      readonly kind: 'collected'
      readonly argumentsIn: (around: Surroundings) => Surroundings
      readonly collect: (aggregation: AggregationCall, type: KnownType) => void
    }

/** An expression that may be an aggregation. */
export type AggregationCall = ExpressionOf<'call' | 'count rows'>

/** The surroundings of expressions in a clause or a construct without aggregations. */
export function surroundingsIn(pass: Pass, scope: Scope, where: string): Surroundings {
  return { pass, scope, aggregations: { kind: 'refused', where } }
}

/** The surroundings within an expression that goes through something, with a scope of its own for its variables. */
export function innerSurroundings(around: Surroundings, where: string): Surroundings {
  const { aggregations, scope } = around
  const inner: AggregationRule = aggregations.kind === 'nested' ? aggregations : { kind: 'refused', where }
  return { ...around, scope: scopeIn(scope), aggregations: inner }
}

/** Makes a name known at a place, whatever it meant before. */
export function declare({ scope }: Surroundings, name: string, binding: Binding): void {
  scope.names.set(name, binding)
}

/** Aggregations: where they may stand and what is known of their values. */
import { syntaxError } from '../cypher-error.ts'
import type { AggregationDefinition } from '../functions/definition.ts'
import type { ExpressionOf, Place } from '../syntax/ast.ts'
import { checkArguments } from './calls.ts'
import { typeOf } from './expressions.ts'
import { listOf, type KnownType } from './known-type.ts'
import type { AggregationRule, Surroundings } from './surroundings.ts'

type Collected = Extract<AggregationRule, { readonly kind: 'collected' }>

/** What is known of the value of `sum(…)` and the like. */
export function typeOfAggregation(
  call: ExpressionOf<'call'>,
  definition: AggregationDefinition,
  around: Surroundings,
): KnownType {
  const rule = allowedRule(around, `${definition.name}()`, call)
  const inside = rule.argumentsIn(around)
  const given = call.arguments.map((argument) => typeOf(argument, inside))
  checkArguments(call, definition, given)
  const type = resultOf(definition, given)
  rule.collect(call, type)
  return type
}

/** What is known of the value of `count(*)`. */
export function typeOfCountRows(call: ExpressionOf<'count rows'>, around: Surroundings): KnownType {
  const type: KnownType = { name: 'integer' }
  allowedRule(around, 'count(*)', call).collect(call, type)
  return type
}

function allowedRule({ aggregations }: Surroundings, name: string, place: Place): Collected {
  if (aggregations.kind === 'collected') return aggregations
  if (aggregations.kind === 'nested') {
    const message = `The aggregation ${name} cannot stand within another aggregation.`
    throw syntaxError('NestedAggregation', message, place, 'Compute the inner one in a WITH before.')
  }
  const message = `The aggregation ${name} cannot stand in ${aggregations.where}.`
  throw syntaxError('InvalidAggregation', message, place, 'Compute it in a WITH before, under a name.')
}

function resultOf({ name, result }: AggregationDefinition, [first]: readonly KnownType[]): KnownType {
  const lower = name.toLowerCase()
  if (first && lower === 'collect') return listOf(first)
  return first && (lower === 'min' || lower === 'max') ? first : { name: result }
}

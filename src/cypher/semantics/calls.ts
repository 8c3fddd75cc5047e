/** Calls of functions: whether there are such functions, and whether their arguments fit. */
import { syntaxError } from '../cypher-error.ts'
import type { FunctionDefinition } from '../functions/definition.ts'
import { findAggregation, findFunction, functionNames } from '../functions/find-function.ts'
import { shortened } from '../quoted.ts'
import type { ExpressionOf, Place } from '../syntax/ast.ts'
import { typeOfAggregation } from './aggregations.ts'
import { typeOf } from './expressions.ts'
import { didYouMean } from './faults.ts'
import { anyOf, itemOf, listOf, type KnownType } from './known-type.ts'
import { checkType } from './operators.ts'
import type { Surroundings } from './surroundings.ts'

type Call = ExpressionOf<'call'>

/** What is known of the value of a call. */
export function typeOfCall(call: Call, around: Surroundings): KnownType {
  const aggregation = findAggregation(call.name.text)
  if (aggregation) return typeOfAggregation(call, aggregation, around)
  const definition = findFunction(call.name.text)
  if (!definition) throw unknownFunction(call)
  checkUse(call, definition, around)
  const given = call.arguments.map((argument) => typeOf(argument, around))
  checkArguments(call, definition, given)
  return exactResults.get(definition.name.toLowerCase())?.(given) ?? { name: definition.result }
}

function unknownFunction({ name }: Call): Error {
  const hint = didYouMean(name.text, functionNames())
  return syntaxError('UnknownFunction', `There is no function ${shortened(name.text)}().`, name, hint)
}

function checkUse(call: Call, { name, volatile }: FunctionDefinition, { aggregations }: Surroundings): void {
  if (call.distinct) {
    const message = `DISTINCT stands only in aggregations, and ${name}() is none.`
    throw syntaxError('UnexpectedSyntax', message, call)
  }
  if (volatile && aggregations.kind === 'nested') {
    const message = `${name}() gives something else each time, so that it cannot stand in an aggregation.`
    throw syntaxError('NonConstantExpression', message, call, 'Compute it in a WITH before.')
  }
}

/** What a function takes. */
interface Signature extends Pick<FunctionDefinition, 'name' | 'parameters' | 'optional' | 'variadic'> {
  readonly name: string
}

/** Throws where a call has too many or too few arguments, or one that can never fit. */
export function checkArguments(
  { arguments: given, ...place }: Pick<Call, 'arguments'> & Place,
  { name, parameters, optional = 0, variadic }: Signature,
  types: readonly KnownType[],
): void {
  const least = parameters.length - optional
  const most = variadic ? Infinity : parameters.length
  if (given.length < least || given.length > most) throw wrongNumber(name, given.length, least, most, place)
  for (const [index, argument] of given.entries()) {
    const wanted = parameters[index] ?? parameters.at(-1)
    const type = types[index]
    if (wanted && type) checkType(`The function ${name}()`, wanted, type, argument)
  }
}

function wrongNumber(name: string, given: number, least: number, most: number, place: Place): Error {
  const wanted =
    least === most ? String(least) : most === Infinity ? `at least ${least}` : `${least} to ${most}`
  const message = `The function ${name}() takes ${wanted} argument${wanted === '1' ? '' : 's'}, not ${given}.`
  return syntaxError('InvalidNumberOfArguments', message, place)
}

/** Functions of which more is known than the type of their result. */
const exactResults: ReadonlyMap<string, (given: readonly KnownType[]) => KnownType | undefined> = new Map([
  ['nodes', () => listOf({ name: 'node' })],
  ['relationships', () => listOf({ name: 'relationship' })],
  ['labels', () => listOf({ name: 'string' })],
  ['keys', () => listOf({ name: 'string' })],
  ['split', () => listOf({ name: 'string' })],
  ['range', () => listOf({ name: 'integer' })],
  ['head', ([list]: readonly KnownType[]) => list && itemOf(list)],
  ['last', ([list]: readonly KnownType[]) => list && itemOf(list)],
  ['tail', sameList],
  ['reverse', sameList],
  ['coalesce', anyOf],
])

function sameList([list]: readonly KnownType[]): KnownType | undefined {
  return list?.name === 'list' ? list : undefined
}

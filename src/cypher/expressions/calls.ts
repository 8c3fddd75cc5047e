/** Calls of functions. */
import { syntaxError } from '../cypher-error.ts'
import type { FunctionDefinition } from '../functions/definition.ts'
import { findFunction } from '../functions/find-function.ts'
import type { ExpressionOf, Place } from '../syntax/ast.ts'
import type { Context } from '../context.ts'
import type { Value } from '../value.ts'
import type { Evaluate } from './compile-scope.ts'
import type { Compiling } from './compiling.ts'
import { fold } from './constant.ts'
import { withPlace } from './place-fault.ts'

/** `name(argument, …)`. A function that does not take null gives null for it. */
export function compileCall(expression: ExpressionOf<'call'>, { compile }: Compiling): Evaluate {
  const { name } = expression
  const given = expression.arguments.map(compile)
  if (name.text.toLowerCase() === 'coalesce') return fold(firstKnown(given), given)
  const definition = findFunction(name.text)
  if (!definition) throw syntaxError('UnknownFunction', `There is no function ${name.text}() here.`, name)
  const evaluate = callWith(definition, given, expression)
  return definition.volatile ? evaluate : fold(evaluate, given)
}

/** `coalesce(a, b, …)`: what follows the first that is not null is not computed. */
function firstKnown(given: readonly Evaluate[]): Evaluate {
  return (frame, context) => {
    for (const evaluate of given) {
      const value = evaluate(frame, context)
      if (value !== null) return value
    }
    return null
  }
}

function callWith(definition: FunctionDefinition, given: readonly Evaluate[], place: Place): Evaluate {
  const [first, second] = given
  if (definition.acceptsNull || !first || given.length > 2) return callWithAll(definition, given, place)
  if (!second) {
    return (frame, context) => {
      const argument = first(frame, context)
      return argument === null ? null : callAt(place, definition, [argument], context)
    }
  }
  return (frame, context) => {
    const one = first(frame, context)
    const two = second(frame, context)
    return one === null || two === null ? null : callAt(place, definition, [one, two], context)
  }
}

function callWithAll(definition: FunctionDefinition, given: readonly Evaluate[], place: Place): Evaluate {
  const isStrict = definition.acceptsNull !== true
  return (frame, context) => {
    const values = given.map((evaluate) => evaluate(frame, context))
    return isStrict && values.includes(null) ? null : callAt(place, definition, values, context)
  }
}

function callAt(
  place: Place,
  { call }: FunctionDefinition,
  given: readonly Value[],
  context: Context,
): Value {
  try {
    return call(given, context)
  } catch (fault) {
    throw withPlace(fault, place)
  }
}

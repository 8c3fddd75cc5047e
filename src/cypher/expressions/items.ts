/** The lists whose items are gone through one by one: of UNWIND, comprehensions, quantifiers and `reduce`. */
import type { Context } from '../context.ts'
import type { Expression, ExpressionOf } from '../syntax/ast.ts'
import { isList, type Value } from '../value.ts'
import { integersIn, rangeOf } from '../values/range.ts'
import type { Evaluate, Frame } from './compile-scope.ts'
import { withPlace } from './place-fault.ts'

/** Gives the items; null where the list is null. A single value is a list of itself, as in Neo4j. */
export type EvaluateItems = (frame: Frame, context: Context) => Iterable<Value> | null

/** Compiles the list, but range() so that its INTEGERs are made when their turn comes: there may be any number of them. */
export function compileItems(list: Expression, compile: (part: Expression) => Evaluate): EvaluateItems {
  if (list.kind === 'call' && list.name.text.toLowerCase() === 'range') return rangeItems(list, compile)
  const evaluate = compile(list)
  return (frame, context) => {
    const value = evaluate(frame, context)
    return value === null || isList(value) ? value : [value]
  }
}

function rangeItems(call: ExpressionOf<'call'>, compile: (part: Expression) => Evaluate): EvaluateItems {
  const given = call.arguments.map(compile)
  return (frame, context) => {
    const bounds = given.map((evaluate) => evaluate(frame, context))
    try {
      return integersIn(rangeOf(bounds))
    } catch (fault) {
      throw withPlace(fault, call)
    }
  }
}

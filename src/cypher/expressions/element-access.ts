/** `subject[index]` and `subject[from..to]`. */
import type { ExpressionOf } from '../syntax/ast.ts'
import { indexInto, slice } from '../values/list-operators.ts'
import type { Evaluate } from './compile-scope.ts'
import type { Compiling } from './compiling.ts'
import { fold } from './constant.ts'
import { applyAt, withPlace } from './place-fault.ts'

/** An item of a list by its number, or a property of a map, a node or a relationship by its name. */
export function compileIndex(
  expression: ExpressionOf<'index'>,
  evaluateSubject: Evaluate,
  { compile }: Compiling,
): Evaluate {
  const evaluateIndex = compile(expression.index)
  const evaluate: Evaluate = (frame, context) => {
    const subject = evaluateSubject(frame, context)
    return applyAt(expression, indexInto, subject, evaluateIndex(frame, context), context)
  }
  return fold(evaluate, [evaluateSubject, evaluateIndex])
}

/** A part of a list; null where the list or a bound is null. */
export function compileSlice(
  expression: ExpressionOf<'slice'>,
  evaluateSubject: Evaluate,
  { compile }: Compiling,
): Evaluate {
  const from = expression.from && compile(expression.from)
  const to = expression.to && compile(expression.to)
  const evaluate: Evaluate = (frame, context) => {
    const subject = evaluateSubject(frame, context)
    const first = from?.(frame, context)
    const end = to?.(frame, context)
    try {
      return slice(subject, first, end, context.budget)
    } catch (fault) {
      throw withPlace(fault, expression)
    }
  }
  return fold(evaluate, [evaluateSubject, ...(from ? [from] : []), ...(to ? [to] : [])])
}

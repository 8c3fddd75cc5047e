/** Literals, parameters and variables. */
import { missingParameter } from '../needed-parameters.ts'
import type { ExpressionOf } from '../syntax/ast.ts'
import type { Evaluate } from './compile-scope.ts'
import { type Compiling, slotOfVariable, valueAt } from './compiling.ts'
import { constant } from './constant.ts'

/** `1`, `'text'`, `true`, `null`. */
export function compileLiteral(expression: ExpressionOf<'literal'>): Evaluate {
  return constant(expression.value)
}

/** `$name`. One that is not given is a ParameterMissing. */
export function compileParameter(parameter: ExpressionOf<'parameter'>): Evaluate {
  const { name } = parameter
  return (_frame, { parameters }) => {
    const value = parameters.get(name)
    if (value !== undefined) return value
    throw missingParameter(name, parameter)
  }
}

/** `name`. */
export function compileVariable(expression: ExpressionOf<'variable'>, { scope }: Compiling): Evaluate {
  return readSlot(slotOfVariable(expression, scope))
}

/** What is in a slot. */
export function readSlot(slot: number): Evaluate {
  return (frame) => valueAt(frame, slot)
}

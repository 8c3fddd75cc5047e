/** What the compiler of one kind of expression works with. */
import type { Variable } from '../semantics/analysis.ts'
import type { Expression } from '../syntax/ast.ts'
import type { Value } from '../value.ts'
import type { CompileScope, Evaluate, Frame } from './compile-scope.ts'

/** What is known around an expression, and how the expressions within it are compiled. */
export interface Compiling {
  readonly scope: CompileScope
  readonly compile: (expression: Expression) => Evaluate
}

/** The variable that a part of the syntax tree means or makes. */
export function variableOf(node: object, scope: CompileScope): Variable {
  const variable = scope.analysis.variables.get(node)
  if (!variable) throw new Error('The analysis does not know a variable of the syntax tree.')
  return variable
}

/** Where the value of a variable is found, told by an expression or a name that means it. */
export function slotOfVariable(node: object, scope: CompileScope): number {
  const slots: ReadonlyMap<object, number> = scope.slotOf
  return slots.get(node) ?? variableOf(node, scope).slot
}

/** What is in a slot; nothing is read before it is written. */
export function valueAt(frame: Frame, slot: number): Value {
  return frame[slot] as Value
}

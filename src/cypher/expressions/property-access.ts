/** `subject.name`. */
import { isKind } from '../value.ts'
import type { ExpressionOf } from '../syntax/ast.ts'
import type { Evaluate } from './compile-scope.ts'
import { type Compiling, slotOfVariable, valueAt } from './compiling.ts'
import { fold } from './constant.ts'
import { propertyOf } from './property-of.ts'

/** A property of a variable, which is what most queries look at, is read without a detour. */
export function compileProperty(
  expression: ExpressionOf<'property'>,
  evaluateSubject: Evaluate,
  { scope }: Compiling,
): Evaluate {
  const { subject, name } = expression
  if (subject.kind === 'variable') return propertyAt(slotOfVariable(subject, scope), name.text, expression)
  const evaluate: Evaluate = (frame, context) =>
    propertyOf(evaluateSubject(frame, context), name.text, context, expression)
  return fold(evaluate, [evaluateSubject])
}

function propertyAt(slot: number, name: string, place: ExpressionOf<'property'>): Evaluate {
  return (frame, context) => {
    const subject = valueAt(frame, slot)
    return isKind(subject, 'node')
      ? context.graph.nodeProperty(subject.id, name)
      : propertyOf(subject, name, context, place)
  }
}

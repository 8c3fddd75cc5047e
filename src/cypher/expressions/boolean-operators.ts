/** AND, OR, XOR and NOT, with unknown as the third truth value. */
import type { BinaryOperator, Expression, ExpressionOf, Place } from '../syntax/ast.ts'
import type { CompileScope, Evaluate } from './compile-scope.ts'
import type { Compiling } from './compiling.ts'
import { fold } from './constant.ts'
import { negated, truthOf } from './truth.ts'

/** A condition within AND or OR. */
interface Operand {
  readonly evaluate: Evaluate
  readonly place: Place
}

/**
 * `a AND b AND c`, `a OR b OR c`: what follows an operand that decides is not computed. Such a chain may be very long, so
 * that it is one list of operands.
 */
export function compileJunction(
  expression: ExpressionOf<'binary'>,
  first: Evaluate,
  { scope, compile }: Compiling,
): Evaluate {
  const { first: firstExpression, further } = chainOf(expression, scope)
  const operands = [
    { evaluate: first, place: firstExpression },
    ...further.map((operand) => ({ evaluate: compile(operand), place: operand })),
  ]
  const decisive = expression.operator === 'or'
  const [left, right] = operands
  const evaluate =
    left && right && operands.length === 2 ? joinTwo(decisive, left, right) : joinAll(decisive, operands)
  return fold(
    evaluate,
    operands.map((operand) => operand.evaluate),
  )
}

function joinTwo(decisive: boolean, left: Operand, right: Operand): Evaluate {
  const { evaluate: evaluateLeft, place: leftPlace } = left
  const { evaluate: evaluateRight, place: rightPlace } = right
  return (frame, context) => {
    const leftTruth = truthOf(evaluateLeft(frame, context), leftPlace)
    if (leftTruth === decisive) return decisive
    const rightTruth = truthOf(evaluateRight(frame, context), rightPlace)
    return rightTruth === decisive || leftTruth !== null ? rightTruth : null
  }
}

function joinAll(decisive: boolean, operands: readonly Operand[]): Evaluate {
  return (frame, context) => {
    let isUnknown = false
    for (const { evaluate, place } of operands) {
      const truth = truthOf(evaluate(frame, context), place)
      if (truth === decisive) return decisive
      if (truth === null) isUnknown = true
    }
    return isUnknown ? null : !decisive
  }
}

/** The operands of a chain of one operator that is written without parentheses. */
function chainOf(
  { operator, left, right }: ExpressionOf<'binary'>,
  scope: CompileScope,
): { readonly first: Expression; readonly further: readonly Expression[] } {
  const further = [right]
  let first = left
  while (isOf(operator, first) && !scope.slotOf.has(first)) {
    further.push(first.right)
    first = first.left
  }
  return { first, further: further.reverse() }
}

function isOf(operator: BinaryOperator, expression: Expression): expression is ExpressionOf<'binary'> {
  return expression.kind === 'binary' && expression.operator === operator
}

/** The first operand of a chain of AND or OR. */
export function firstOfJunction(expression: ExpressionOf<'binary'>, scope: CompileScope): Expression {
  return chainOf(expression, scope).first
}

/** `a XOR b`. */
export function compileXor(
  { left, right }: ExpressionOf<'binary'>,
  evaluateLeft: Evaluate,
  { compile }: Compiling,
): Evaluate {
  const evaluateRight = compile(right)
  const evaluate: Evaluate = (frame, context) => {
    const leftTruth = truthOf(evaluateLeft(frame, context), left)
    const rightTruth = truthOf(evaluateRight(frame, context), right)
    return leftTruth === null || rightTruth === null ? null : leftTruth !== rightTruth
  }
  return fold(evaluate, [evaluateLeft, evaluateRight])
}

/** `NOT a`. */
export function compileNot({ operand }: ExpressionOf<'unary'>, evaluateOperand: Evaluate): Evaluate {
  return fold(
    (frame, context) => negated(truthOf(evaluateOperand(frame, context), operand)),
    [evaluateOperand],
  )
}

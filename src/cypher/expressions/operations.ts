/** The operators that compute a value of one or two others: `+ - * / % ^ ||`, those on texts, and the sign. */
import type { Budget } from '../context.ts'
import type { BinaryOperator, ExpressionOf } from '../syntax/ast.ts'
import type { Value } from '../value.ts'
import { add, affirm, divide, multiply, negate, power, remainder, subtract } from '../values/arithmetic.ts'
import { concatenate } from '../values/concatenation.ts'
import { contains, endsWith, matches, startsWith } from '../values/text-operators.ts'
import type { Evaluate } from './compile-scope.ts'
import type { Compiling } from './compiling.ts'
import { fold } from './constant.ts'
import { applyAt, withPlace } from './place-fault.ts'

type Operation = (left: Value, right: Value, budget: Budget) => Value

const operations: Readonly<Record<Exclude<BinaryOperator, 'and' | 'or' | 'xor' | 'in'>, Operation>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': remainder,
  '^': power,
  '||': concatenate,
  'starts with': startsWith,
  'ends with': endsWith,
  contains,
  '=~': matches,
}

/** `a + b`, `a STARTS WITH b` and the like. */
export function compileOperation(
  expression: ExpressionOf<'binary'>,
  operator: keyof typeof operations,
  left: Evaluate,
  { compile }: Compiling,
): Evaluate {
  const operation = operations[operator]
  const right = compile(expression.right)
  const evaluate: Evaluate = (frame, context) =>
    applyAt(expression, operation, left(frame, context), right(frame, context), context.budget)
  return fold(evaluate, [left, right])
}

/** `-a` and `+a`. */
export function compileSign(expression: ExpressionOf<'unary'>, evaluateOperand: Evaluate): Evaluate {
  const sign = expression.operator === '-' ? negate : affirm
  const evaluate: Evaluate = (frame, context) => {
    const operand = evaluateOperand(frame, context)
    try {
      return sign(operand)
    } catch (fault) {
      throw withPlace(fault, expression)
    }
  }
  return fold(evaluate, [evaluateOperand])
}

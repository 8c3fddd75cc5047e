/** Tests of what a value is: `IS NULL`, `IS :: INTEGER`, `n:Person`. */
import { runtimeError } from '../cypher-error.ts'
import type { ExpressionOf, Place } from '../syntax/ast.ts'
import { isKind, type Value } from '../value.ts'
import { aType } from '../values/kinds.ts'
import { isOfType } from '../values/types.ts'
import type { Evaluate } from './compile-scope.ts'
import { fold } from './constant.ts'
import { compileNodeTest, compileTypeTest } from './label-test.ts'

/** `a IS NULL`, `a IS NOT NULL`. */
export function compileIsNull({ not }: ExpressionOf<'is null'>, operand: Evaluate): Evaluate {
  const evaluate: Evaluate = not
    ? (frame, context) => operand(frame, context) !== null
    : (frame, context) => operand(frame, context) === null
  return fold(evaluate, [operand])
}

/** `a IS :: INTEGER`, `a IS NOT :: INTEGER`. */
export function compileIsType({ not, type }: ExpressionOf<'is type'>, operand: Evaluate): Evaluate {
  return fold((frame, context) => isOfType(operand(frame, context), type, context.budget) !== not, [operand])
}

/** `a:Person|Company` of a node, or of a relationship, whose type is meant then. */
export function compileHasLabels(expression: ExpressionOf<'has labels'>, operand: Evaluate): Evaluate {
  const testNode = compileNodeTest(expression.labels)
  const testType = compileTypeTest(expression.labels)
  return (frame, context) => {
    const value = operand(frame, context)
    if (isKind(value, 'node')) return testNode(value.id, context.graph)
    if (isKind(value, 'relationship')) return testType(context.graph.typeOf(value.id))
    if (value === null) return null
    throw withoutLabels(value, expression)
  }
}

function withoutLabels(value: Value, place: Place): Error {
  return runtimeError(
    'TypeError',
    'InvalidArgumentType',
    `Only a NODE has labels and only a RELATIONSHIP a type, but this is ${aType(value)}.`,
    { place },
  )
}

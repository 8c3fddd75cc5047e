/** Expressions that begin with another one: `a.b`, `a + b`, `a IS NULL`. */
import { hasSubject, subjectOf, type WithSubject } from '../semantics/subjects.ts'
import type { Expression, ExpressionOf } from '../syntax/ast.ts'
import { compileJunction, compileNot, compileXor, firstOfJunction } from './boolean-operators.ts'
import { compileComparison } from './comparisons.ts'
import type { CompileScope, Evaluate } from './compile-scope.ts'
import type { Compiling } from './compiling.ts'
import { compileIndex, compileSlice } from './element-access.ts'
import { compileIn } from './membership.ts'
import { compileOperation, compileSign } from './operations.ts'
import { compileProperty } from './property-access.ts'
import { compileHasLabels, compileIsNull, compileIsType } from './types-and-labels.ts'

/** An expression that does something with another one at its left, perhaps with more after it. */
export type Trailing = WithSubject | ExpressionOf<'comparison'>

/** Whether an expression begins with another one. */
export function isTrailing(expression: Expression): expression is Trailing {
  return expression.kind === 'comparison' || hasSubject(expression)
}

/** What it begins with; of a chain of AND or OR, its first operand. */
export function leftOf(expression: Trailing, scope: CompileScope): Expression {
  if (expression.kind === 'comparison') return expression.operands[0] as Expression
  const isJunction =
    expression.kind === 'binary' && (expression.operator === 'and' || expression.operator === 'or')
  return isJunction ? firstOfJunction(expression, scope) : subjectOf(expression)
}

/** Compiles it, given what it begins with. */
export function compileTrailing(expression: Trailing, left: Evaluate, compiling: Compiling): Evaluate {
  switch (expression.kind) {
    case 'property':
      return compileProperty(expression, left, compiling)
    case 'index':
      return compileIndex(expression, left, compiling)
    case 'slice':
      return compileSlice(expression, left, compiling)
    case 'unary':
      return expression.operator === 'not' ? compileNot(expression, left) : compileSign(expression, left)
    case 'is null':
      return compileIsNull(expression, left)
    case 'is type':
      return compileIsType(expression, left)
    case 'has labels':
      return compileHasLabels(expression, left)
    case 'binary':
      return compileBinary(expression, left, compiling)
    case 'comparison':
      return compileComparison(expression, left, compiling)
  }
}

function compileBinary(expression: ExpressionOf<'binary'>, left: Evaluate, compiling: Compiling): Evaluate {
  const { operator } = expression
  switch (operator) {
    case 'and':
    case 'or':
      return compileJunction(expression, left, compiling)
    case 'xor':
      return compileXor(expression, left, compiling)
    case 'in':
      return compileIn(expression, left, compiling)
    default:
      return compileOperation(expression, operator, left, compiling)
  }
}

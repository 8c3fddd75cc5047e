/** Expressions that begin with another one, so that they make up chains. */
import type { Expression, ExpressionOf } from '../syntax/ast.ts'

/** `a.b`, `a[0]`, `a + b`, `NOT a`, … */
export type WithSubject = ExpressionOf<
  'property' | 'index' | 'slice' | 'unary' | 'is null' | 'is type' | 'has labels' | 'binary'
>

const kinds: ReadonlySet<Expression['kind']> = new Set<WithSubject['kind']>([
  'property',
  'index',
  'slice',
  'unary',
  'is null',
  'is type',
  'has labels',
  'binary',
])

/** Whether an expression begins with another one. */
export function hasSubject(expression: Expression): expression is WithSubject {
  return kinds.has(expression.kind)
}

/** The expression that it begins with: what the operator is applied to, or its left operand. */
export function subjectOf(expression: WithSubject): Expression {
  if ('left' in expression) return expression.left
  return 'operand' in expression ? expression.operand : expression.subject
}

/** Whether its operands are conditions. */
export function isLogical(expression: WithSubject): boolean {
  if (expression.kind === 'unary') return expression.operator === 'not'
  return expression.kind === 'binary' && isLogicalOperator(expression.operator)
}

/** AND, OR and XOR. */
export function isLogicalOperator(operator: string): operator is 'and' | 'or' | 'xor' {
  return operator === 'and' || operator === 'or' || operator === 'xor'
}

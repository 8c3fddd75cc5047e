/** SKIP and LIMIT: how many rows, known before there are any. */
import { syntaxError } from '../cypher-error.ts'
import type { Expression, ExpressionOf } from '../syntax/ast.ts'
import { typeOf } from './expressions.ts'
import type { KnownType } from './known-type.ts'
import { checkType } from './operators.ts'
import type { Pass } from './pass.ts'
import { lookUp, scopeIn } from './scope.ts'
import { surroundingsIn, type Surroundings } from './surroundings.ts'

/** Throws where the count takes variables, or can never be a whole number from 0 up. */
export function checkRowCount(clause: 'SKIP' | 'LIMIT', count: Expression, pass: Pass): void {
  const refuse = (expression: Expression, { scope }: Surroundings): KnownType | undefined => {
    const isVariable = expression.kind === 'variable' && !lookUp(expression.name, scope)
    if (!isVariable && !graphKinds.has(expression.kind)) return undefined
    const message = `${clause} takes a number that does not depend on the rows.`
    throw syntaxError('NonConstantExpression', message, expression, 'Write a number or a parameter.')
  }
  const type = typeOf(count, { ...surroundingsIn(pass, scopeIn(), clause), recognize: refuse })
  checkType(clause, ['integer'], type, count)
  if (!isNegative(count)) return
  const message = `${clause} takes a number from 0 up.`
  throw syntaxError('NegativeIntegerArgument', message, count)
}

/** What asks the graph. */
const graphKinds: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  'pattern',
  'pattern comprehension',
  'shortest path',
  'map projection',
  'exists',
  'count',
  'collect',
])

function isNegative(count: Expression): boolean {
  if (isMinus(count) && count.operand.kind === 'literal') return isPositive(count.operand)
  return count.kind === 'literal' && typeof count.value === 'bigint' && count.value < 0n
}

function isMinus(count: Expression): count is ExpressionOf<'unary'> {
  return count.kind === 'unary' && count.operator === '-'
}

function isPositive({ value }: ExpressionOf<'literal'>): boolean {
  return typeof value === 'bigint' && value > 0n
}

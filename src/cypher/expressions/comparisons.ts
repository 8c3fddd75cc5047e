/** `= <> < <= > >=`, also chained: `1 < x <= 3`. */
import type { Context } from '../context.ts'
import type { ComparisonOperator, ExpressionOf } from '../syntax/ast.ts'
import type { Value } from '../value.ts'
import { equals, equalSimple } from '../values/equality.ts'
import { isNumber } from '../values/numbers.ts'
import { compareValues } from '../values/ordering.ts'
import type { Evaluate } from './compile-scope.ts'
import type { Compiling } from './compiling.ts'
import { constantOf, fold } from './constant.ts'
import { negated, type Truth } from './truth.ts'

type Comparator = (left: Value, right: Value, context: Context) => Truth

/** Whether two values are equal, with the usual cases first. */
export function isEqual(left: Value, right: Value, { budget }: Context): Truth {
  const type = typeof left
  return type === typeof right && (type === 'string' || type === 'bigint' || type === 'boolean')
    ? equalSimple(left, right, budget)
    : equals(left, right, budget)
}

/** JavaScript compares numbers as Cypher does: exactly, and NaN with nothing. */
const comparators: Readonly<Record<ComparisonOperator, Comparator>> = {
  '=': isEqual,
  '<>': (left, right, context) => negated(isEqual(left, right, context)),
  '<': (left, right, context) =>
    isNumber(left) && isNumber(right) ? left < right : ordered(left, right, context, (order) => order < 0),
  '<=': (left, right, context) =>
    isNumber(left) && isNumber(right) ? left <= right : ordered(left, right, context, (order) => order <= 0),
  '>': (left, right, context) =>
    isNumber(left) && isNumber(right) ? left > right : ordered(left, right, context, (order) => order > 0),
  '>=': (left, right, context) =>
    isNumber(left) && isNumber(right) ? left >= right : ordered(left, right, context, (order) => order >= 0),
}

function ordered(left: Value, right: Value, { budget }: Context, isMeant: (order: number) => boolean): Truth {
  const order = compareValues(left, right, budget)
  return order === null ? null : isMeant(order)
}

/** A comparison or a chain of them, which holds where each two neighbours compare so. */
export function compileComparison(
  expression: ExpressionOf<'comparison'>,
  first: Evaluate,
  { compile }: Compiling,
): Evaluate {
  const { operators } = expression
  const further = expression.operands.slice(1).map(compile)
  const [second] = further
  const [operator] = operators
  const evaluate =
    second && operator && operators.length === 1
      ? compareTwo(operator, first, second)
      : compareAll(operators, first, further)
  return fold(evaluate, [first, ...further])
}

function compareTwo(operator: ComparisonOperator, left: Evaluate, right: Evaluate): Evaluate {
  if (operator === '=') {
    const known = constantOf(right)
    if (known && isExact(known.value)) return equalTo(known.value, left)
  }
  const comparator = comparators[operator]
  return (frame, context) => comparator(left(frame, context), right(frame, context), context)
}

/** Whether nothing else is equal to it than itself. */
function isExact(value: Value): value is string | boolean {
  return typeof value === 'string' || typeof value === 'boolean'
}

function equalTo(known: string | boolean, evaluate: Evaluate): Evaluate {
  return (frame, context) => {
    const value = evaluate(frame, context)
    return value === null ? null : value === known
  }
}

/** Each operand is computed at most once, and none after a comparison that does not hold. */
function compareAll(
  operators: readonly ComparisonOperator[],
  first: Evaluate,
  further: readonly Evaluate[],
): Evaluate {
  const steps = operators.flatMap((operator, at) => {
    const evaluate = further[at]
    return evaluate ? [{ comparator: comparators[operator], evaluate }] : []
  })
  return (frame, context) => {
    let left = first(frame, context)
    let isUnknown = false
    for (const { comparator, evaluate } of steps) {
      const right = evaluate(frame, context)
      const truth = comparator(left, right, context)
      if (truth === false) return false
      if (truth === null) isUnknown = true
      left = right
    }
    return isUnknown ? null : true
  }
}

/** `IN`. */
import type { ExpressionOf } from '../syntax/ast.ts'
import { isList, type Value } from '../value.ts'
import { equivalenceKey } from '../values/equality.ts'
import { isIn } from '../values/list-operators.ts'
import type { Evaluate } from './compile-scope.ts'
import type { Compiling } from './compiling.ts'
import { constantOf, fold } from './constant.ts'
import { applyAt } from './place-fault.ts'

/** `a IN list`. */
export function compileIn(
  expression: ExpressionOf<'binary'>,
  item: Evaluate,
  { compile }: Compiling,
): Evaluate {
  const list = compile(expression.right)
  const known = constantOf(list)
  const keys = known && keysOf(known.value)
  const evaluate: Evaluate = keys
    ? isAmong(keys, item)
    : (frame, context) =>
        applyAt(expression, isIn, item(frame, context), list(frame, context), context.budget)
  return fold(evaluate, [item, list])
}

/** A list as a set, where all of its items are such that equality of keys is equality. */
function keysOf(list: Value): ReadonlySet<unknown> | undefined {
  if (!isList(list) || list.length === 0) return undefined
  return list.every(isPlain) ? new Set(list.map((item) => equivalenceKey(item))) : undefined
}

function isPlain(value: Value): boolean {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    typeof value === 'bigint' ||
    (typeof value === 'number' && !Number.isNaN(value))
  )
}

function isAmong(keys: ReadonlySet<unknown>, item: Evaluate): Evaluate {
  return (frame, context) => {
    const value = item(frame, context)
    return value === null ? null : isPlain(value) && keys.has(equivalenceKey(value))
  }
}

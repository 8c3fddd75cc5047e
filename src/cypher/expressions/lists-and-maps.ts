/** Lists and maps written out. */
import type { ExpressionOf } from '../syntax/ast.ts'
import type { Value } from '../value.ts'
import { countEntries, countItems } from '../values/memory.ts'
import type { Evaluate } from './compile-scope.ts'
import type { Compiling } from './compiling.ts'
import { constant, constantOf } from './constant.ts'

/** `[a, b]`. */
export function compileList({ items }: ExpressionOf<'list'>, { compile }: Compiling): Evaluate {
  const evaluates = items.map(compile)
  const known = constantsOf(evaluates)
  if (known) return constant(known)
  return (frame, context) => {
    const list = evaluates.map((evaluate) => evaluate(frame, context))
    countItems(list, context.budget)
    return list
  }
}

/** `{key: a}`; the last of several equal keys holds. */
export function compileMap({ entries }: ExpressionOf<'map'>, { compile }: Compiling): Evaluate {
  const compiled = entries.map(({ key, value }) => ({ key: key.text, evaluate: compile(value) }))
  const known = constantsOf(compiled.map(({ evaluate }) => evaluate))
  if (known) return constant(new Map(compiled.map(({ key }, index) => [key, known[index] ?? null])))
  return (frame, context) => {
    const map = new Map<string, Value>()
    for (const { key, evaluate } of compiled) map.set(key, evaluate(frame, context))
    countEntries(map, context.budget)
    return map
  }
}

/** The values of expressions, all of which are constant. */
function constantsOf(evaluates: readonly Evaluate[]): readonly Value[] | undefined {
  const known = evaluates.flatMap((evaluate) => constantOf(evaluate) ?? [])
  return known.length === evaluates.length ? known.map(({ value }) => value) : undefined
}

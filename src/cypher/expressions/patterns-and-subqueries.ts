/** Patterns and whole queries within expressions: the planner makes their rows. */
import type { Expression, ExpressionOf } from '../syntax/ast.ts'
import type { Value } from '../value.ts'
import { beginMeasuring } from '../values/memory.ts'
import type { CompileScope, Evaluate, ForEachRow } from './compile-scope.ts'
import { type Compiling, valueAt } from './compiling.ts'

/** `(a)-[:KNOWS]->(b)` as a condition. */
export function compilePattern(expression: ExpressionOf<'pattern'>, { scope }: Compiling): Evaluate {
  return hasRows(scope.rowsOfPattern(expression))
}

/** `[(a)-->(b) WHERE condition | projection]`. */
export function compilePatternComprehension(
  expression: ExpressionOf<'pattern comprehension'>,
  { scope, compile }: Compiling,
): Evaluate {
  return collect(scope.rowsOfPattern(expression), compile(expression.projection))
}

/** `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`. */
export function compileSubquery(
  expression: ExpressionOf<'exists' | 'count' | 'collect'>,
  { scope }: Compiling,
): Evaluate {
  const rows = scope.rowsOfQuery(expression)
  switch (expression.kind) {
    case 'exists':
      return hasRows(rows)
    case 'count':
      return countRows(rows)
    case 'collect': {
      const slot = returnedSlot(expression, scope)
      return collect(rows, (frame) => valueAt(frame, slot))
    }
  }
}

/** The slot of the one column that the query of COLLECT returns. */
function returnedSlot(
  { query }: Expression & { readonly kind: 'exists' | 'count' | 'collect' },
  scope: CompileScope,
): number {
  const [first] = query.parts
  const [variable] = (first && scope.analysis.returns.get(first)) ?? []
  if (!variable) throw new Error('The query of a COLLECT returns nothing.')
  return variable.slot
}

function hasRows(rows: ForEachRow): Evaluate {
  return (frame, context) => !rows(frame, context, wantNoMore)
}

function wantNoMore(): boolean {
  return false
}

function countRows(rows: ForEachRow): Evaluate {
  return (frame, context) => {
    let count = 0
    rows(frame, context, () => {
      count += 1
      return true
    })
    return BigInt(count)
  }
}

function collect(rows: ForEachRow, evaluate: Evaluate): Evaluate {
  return (frame, context) => {
    const { budget } = context
    const values: Value[] = []
    const measure = beginMeasuring(true)
    let kept = 0
    rows(frame, context, () => {
      const value = evaluate(frame, context)
      const bytes = measure([value])
      kept += bytes
      budget.keep(bytes)
      values.push(value)
      return true
    })
    budget.release(kept)
    budget.make(kept)
    return values
  }
}

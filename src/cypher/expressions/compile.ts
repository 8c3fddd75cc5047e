/** Makes closures out of expressions: each kind has a compiler in the file for its topic. */
import { syntaxError } from '../cypher-error.ts'
import type { Expression, ExpressionOf } from '../syntax/ast.ts'
import type { Value } from '../value.ts'
import { compileCall } from './calls.ts'
import { compileCase } from './case.ts'
import type { CompileScope, Evaluate } from './compile-scope.ts'
import type { Compiling } from './compiling.ts'
import { compileListComprehension, compileQuantifier, compileReduce } from './comprehensions.ts'
import { constantOf } from './constant.ts'
import { compileList, compileMap } from './lists-and-maps.ts'
import { compileLiteral, compileParameter, compileVariable, readSlot } from './literals-and-variables.ts'
import { compileMapProjection } from './map-projection.ts'
import { compilePattern, compilePatternComprehension, compileSubquery } from './patterns-and-subqueries.ts'
import { type Trailing, compileTrailing, isTrailing, leftOf } from './trailing.ts'

/** How deep closures may call each other along the left of an expression. */
const depthLimit = 50

/**
 * Makes a closure that computes an expression for the row in the frame. It throws a CypherError, with the place in the text,
 * where the values are unfit.
 *
 * What stands at the left may itself have something at its left, and so on without end (`1 + 1 + 1 + …`), so that this is
 * gone down and up by loops, and computed in stages.
 */
export function compileExpression(expression: Expression, scope: CompileScope): Evaluate {
  const compiling: Compiling = { scope, compile: (part) => compileExpression(part, scope) }
  const { innermost, trailing } = unwind(expression, scope)
  const stages: Stage[] = []
  let evaluate = compileInnermost(innermost, compiling)
  let depth = 0
  for (const part of trailing) {
    if (depth === depthLimit) {
      const stage: Stage = { evaluate, result: null }
      stages.push(stage)
      evaluate = () => stage.result
      depth = 0
    }
    evaluate = compileTrailing(part, evaluate, compiling)
    depth = constantOf(evaluate) ? 0 : depth + 1
  }
  return stages.length === 0 ? evaluate : runStages(stages, evaluate)
}

/** A part of a long expression: the next one takes the result from here, at once. */
interface Stage {
  readonly evaluate: Evaluate
  result: Value
}

function runStages(stages: readonly Stage[], last: Evaluate): Evaluate {
  return (frame, context) => {
    for (const stage of stages) stage.result = stage.evaluate(frame, context)
    return last(frame, context)
  }
}

/** What an expression begins with at its left, and what is done with it, one after another. */
function unwind(
  expression: Expression,
  scope: CompileScope,
): { readonly innermost: Expression; readonly trailing: readonly Trailing[] } {
  const trailing: Trailing[] = []
  let innermost = expression
  while (isTrailing(innermost) && !scope.slotOf.has(innermost)) {
    trailing.push(innermost)
    innermost = leftOf(innermost, scope)
  }
  return { innermost, trailing: trailing.reverse() }
}

function compileInnermost(expression: Expression, compiling: Compiling): Evaluate {
  const slot = compiling.scope.slotOf.get(expression)
  return slot === undefined
    ? compileWhole(expression as Exclude<Expression, Trailing>, compiling)
    : readSlot(slot)
}

function compileWhole(expression: Exclude<Expression, Trailing>, compiling: Compiling): Evaluate {
  switch (expression.kind) {
    case 'literal':
      return compileLiteral(expression)
    case 'parameter':
      return compileParameter(expression)
    case 'variable':
      return compileVariable(expression, compiling)
    case 'list':
      return compileList(expression, compiling)
    case 'map':
      return compileMap(expression, compiling)
    case 'map projection':
      return compileMapProjection(expression, compiling)
    case 'call':
      return compileCall(expression, compiling)
    case 'count rows':
      throw misplacedCount(expression)
    case 'case':
      return compileCase(expression, compiling)
    case 'list comprehension':
      return compileListComprehension(expression, compiling)
    case 'quantifier':
      return compileQuantifier(expression, compiling)
    case 'reduce':
      return compileReduce(expression, compiling)
    case 'pattern':
      return compilePattern(expression, compiling)
    case 'pattern comprehension':
      return compilePatternComprehension(expression, compiling)
    case 'shortest path':
      return compiling.scope.shortestPath(expression)
    case 'exists':
    case 'count':
    case 'collect':
      return compileSubquery(expression, compiling)
  }
}

function misplacedCount(place: ExpressionOf<'count rows'>): Error {
  const hint = 'Aggregations stand in WITH and RETURN.'
  return syntaxError('InvalidAggregation', 'count(*) cannot stand here.', place, hint)
}

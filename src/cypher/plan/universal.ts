/** Conditions on each relationship or each node of a path, which can be tested while the path is searched. */
import { compileExpression } from '../expressions/compile.ts'
import type { Context } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import { truthOf } from '../expressions/truth.ts'
import type { Variable } from '../semantics/analysis.ts'
import type { Expression, ExpressionOf } from '../syntax/ast.ts'
import type { PlanScope } from './plan-scope.ts'
import { variableOf } from './query-scope.ts'
import { variablesOf } from './variables-of.ts'

/** That all items satisfy something. */
export interface Universal {
  /** The path, or the list of relationships. */
  readonly of: Variable
  readonly items: 'nodes' | 'relationships'
  /** What the test of one item needs beside it. */
  readonly needs: ReadonlySet<Variable>
  /** Makes the test for the row in the frame; it takes the number of a node or relationship. */
  readonly testItems: (frame: Frame, context: Context) => (item: number) => boolean
}

/** `all(r IN relationships(p) WHERE …)`, likewise `none` and `nodes(p)`, or with the variable of a list of relationships. */
export function universalOf(expression: Expression, scope: PlanScope): Universal | undefined {
  if (expression.kind !== 'quantifier') return undefined
  if (expression.quantifier !== 'all' && expression.quantifier !== 'none') return undefined
  const list = listOf(expression, scope)
  if (!list) return undefined
  const item = variableOf(expression.variable, scope)
  const needs = new Set(variablesOf(expression.where, scope.analysis))
  needs.delete(item)
  return { ...list, needs, testItems: itemTest(expression.where, { ...list, item, expression }, scope) }
}

interface QuantifiedList {
  readonly of: Variable
  readonly items: 'nodes' | 'relationships'
}

function listOf({ list }: ExpressionOf<'quantifier'>, { analysis }: PlanScope): QuantifiedList | undefined {
  if (list.kind === 'variable') {
    const variable = analysis.variables.get(list)
    return variable?.type === 'list' ? { of: variable, items: 'relationships' } : undefined
  }
  if (list.kind !== 'call') return undefined
  const [argument] = list.arguments
  const variable = argument?.kind === 'variable' ? analysis.variables.get(argument) : undefined
  const items = itemsOfPath(list.name.text)
  return variable?.type === 'path' && items ? { of: variable, items } : undefined
}

function itemsOfPath(name: string): QuantifiedList['items'] | undefined {
  const lowered = name.toLowerCase()
  if (lowered === 'nodes') return 'nodes'
  return lowered === 'relationships' ? 'relationships' : undefined
}

interface Quantified extends QuantifiedList {
  readonly item: Variable
  readonly expression: ExpressionOf<'quantifier'>
}

function itemTest(
  where: Expression,
  { items, item, expression }: Quantified,
  scope: PlanScope,
): Universal['testItems'] {
  const evaluate = compileExpression(where, scope)
  const wanted = expression.quantifier === 'all'
  return (frame, context) => (number) => {
    frame[item.slot] = items === 'nodes' ? context.node(number) : context.relationship(number)
    return truthOf(evaluate(frame, context), where) === wanted
  }
}

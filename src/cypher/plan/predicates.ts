/** What a clause asks of the nodes and relationships of its patterns, split into the smallest conditions. */
import { compileExpression } from '../expressions/compile.ts'
import type { Evaluate } from '../expressions/compile-scope.ts'
import { truthOf } from '../expressions/truth.ts'
import type { RowTest } from '../run/filter.ts'
import type { Variable } from '../semantics/analysis.ts'
import type { Expression, LabelExpression } from '../syntax/ast.ts'
import type { Value } from '../value.ts'
import type { PlanScope } from './plan-scope.ts'
import { textOf } from './query-scope.ts'
import { universalOf, type Universal } from './universal.ts'
import { callsVolatile, variablesOf } from './variables-of.ts'

/** A condition that all rows must satisfy. */
export interface Predicate {
  /** The variables that must have a value before it can be tested. */
  readonly needs: ReadonlySet<Variable>
  readonly test: RowTest
  readonly details: string
  /** That a node has labels. */
  readonly label?: { readonly variable: Variable; readonly labels: LabelExpression }
  /** That a property is equal to a value or one of a list. */
  readonly lookUps: readonly LookUp[]
  /** That two values are equal. */
  readonly equality?: readonly [Side, Side]
  /** It may be different each time it is tested. */
  readonly isVolatile?: boolean
  /** That all relationships of a trail, or all nodes or relationships of a path, satisfy something. */
  readonly universal?: Universal
}

/** `variable.key = value`, or `variable.key IN value`. */
export interface LookUp {
  readonly variable: Variable
  readonly key: string
  readonly value: Side
  readonly isList: boolean
  /** The value where the query says it; undefined where it is only known when the query runs. */
  readonly constant: Value | undefined
}

/** A value that is compared. */
export interface Side {
  readonly needs: ReadonlySet<Variable>
  readonly evaluate: Evaluate
}

/** A condition as it is written, split where it says AND. */
export function predicatesOfCondition(condition: Expression, scope: PlanScope): readonly Predicate[] {
  return partsOf(condition, 'and').map((conjunct) => predicateOf(conjunct, scope))
}

/** The parts of `a AND b AND c`, or with OR, in their order. */
function partsOf(condition: Expression, operator: 'and' | 'or'): readonly Expression[] {
  const parts: Expression[] = []
  const left = [condition]
  for (let part = left.pop(); part; part = left.pop()) {
    if (part.kind === 'binary' && part.operator === operator) left.push(part.right, part.left)
    else parts.push(part)
  }
  return parts
}

function predicateOf(expression: Expression, scope: PlanScope): Predicate {
  const evaluate = compileExpression(expression, scope)
  const equality = equalityOf(expression, scope)
  const universal = universalOf(expression, scope)
  return {
    needs: variablesOf(expression, scope.analysis),
    test: (frame, context) => truthOf(evaluate(frame, context), expression) === true,
    details: textOf(expression, scope),
    lookUps: lookUpsOf(expression, scope),
    ...labelOf(expression, scope),
    ...(equality && { equality }),
    ...(universal && { universal }),
    ...(callsVolatile(expression) && { isVolatile: true }),
  }
}

function labelOf(expression: Expression, scope: PlanScope): Pick<Predicate, 'label'> {
  if (expression.kind !== 'has labels') return {}
  const variable = variableIn(expression.operand, scope)
  return variable?.type === 'node' ? { label: { variable, labels: expression.labels } } : {}
}

function variableIn(expression: Expression, { analysis }: PlanScope): Variable | undefined {
  return expression.kind === 'variable' ? analysis.variables.get(expression) : undefined
}

/** Compiled when it is first asked for: what is in a condition is compiled with it, and would be again at each level. */
function sideOf(expression: Expression, scope: PlanScope): Side {
  let compiled: Evaluate | undefined
  return {
    needs: variablesOf(expression, scope.analysis),
    evaluate: (frame, context) => (compiled ??= compileExpression(expression, scope))(frame, context),
  }
}

function equalityOf(expression: Expression, scope: PlanScope): Predicate['equality'] {
  const operands = equatedIn(expression)
  return operands && [sideOf(operands[0], scope), sideOf(operands[1], scope)]
}

function equatedIn(expression: Expression): readonly [Expression, Expression] | undefined {
  if (expression.kind !== 'comparison') return undefined
  const { operators, operands } = expression
  const [left, right] = operands
  return operators.length === 1 && operators[0] === '=' && left && right ? [left, right] : undefined
}

function lookUpsOf(expression: Expression, scope: PlanScope): readonly LookUp[] {
  if (expression.kind === 'binary') {
    if (expression.operator === 'in') return lookUpOf(expression.left, expression.right, true, scope)
    return expression.operator === 'or' ? lookUpsOfAlternatives(partsOf(expression, 'or'), scope) : []
  }
  return singleLookUpsOf(expression, scope)
}

/**
 * Of `n.key = a OR n.key = b`, which is true just where `n.key IN [a, b]` is. All values of a list are computed, but not all of
 * alternatives, so that they must be such as cannot fail.
 */
function lookUpsOfAlternatives(alternatives: readonly Expression[], scope: PlanScope): readonly LookUp[] {
  const isCertain = (operand: Expression): boolean => cannotFail(operand, scope)
  if (!alternatives.every((alternative) => equatedIn(alternative)?.every(isCertain))) return []
  const [first, ...others] = alternatives
  return (first ? singleLookUpsOf(first, scope) : []).flatMap((lookUp) => {
    const all = [lookUp]
    for (const alternative of others) {
      const same = singleLookUpsOf(alternative, scope).find(
        ({ variable, key }) => variable === lookUp.variable && key === lookUp.key,
      )
      if (!same) return []
      all.push(same)
    }
    const constants = all.map(({ constant }) => constant)
    return {
      ...lookUp,
      isList: true,
      value: {
        needs: new Set(all.flatMap(({ value }) => [...value.needs])),
        evaluate: (frame, context) => all.map(({ value }) => value.evaluate(frame, context)),
      },
      constant: constants.every((constant) => constant !== undefined) ? constants : undefined,
    }
  })
}

function cannotFail(expression: Expression, scope: PlanScope): boolean {
  switch (expression.kind) {
    case 'literal':
    case 'parameter':
    case 'variable':
      return true
    case 'property': {
      const type = variableIn(expression.subject, scope)?.type
      return type === 'node' || type === 'relationship'
    }
    default:
      return false
  }
}

/** Of `n.key = a`, either way round. */
function singleLookUpsOf(expression: Expression, scope: PlanScope): readonly LookUp[] {
  const [left, right] = equatedIn(expression) ?? []
  if (!left || !right) return []
  return [...lookUpOf(left, right, false, scope), ...lookUpOf(right, left, false, scope)]
}

function lookUpOf(
  property: Expression,
  value: Expression,
  isList: boolean,
  scope: PlanScope,
): readonly LookUp[] {
  if (property.kind !== 'property') return []
  const variable = variableIn(property.subject, scope)
  if (variable?.type !== 'node') return []
  const side = sideOf(value, scope)
  if (side.needs.has(variable)) return []
  return [{ variable, key: property.name.text, value: side, isList, constant: constantOf(value) }]
}

/** The value of a literal, or of a list of literals. */
export function constantOf(expression: Expression): Value | undefined {
  if (expression.kind === 'literal') return expression.value
  if (expression.kind !== 'list') return undefined
  const items = expression.items.map((item) => (item.kind === 'literal' ? item.value : undefined))
  return items.every((item) => item !== undefined) ? items : undefined
}

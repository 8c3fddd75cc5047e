/** Resolves the names in expressions and finds out their types. */
import { syntaxError } from '../cypher-error.ts'
import type { Expression, ExpressionOf } from '../syntax/ast.ts'
import { typeOfCountRows } from './aggregations.ts'
import { typeOfCall } from './calls.ts'
import {
  typeOfListComprehension,
  typeOfMapProjection,
  typeOfQuantifier,
  typeOfReduce,
} from './comprehensions.ts'
import { undefinedVariable, wrongType } from './faults.ts'
import { anyOf, anything, listOf, mayBe, type KnownType } from './known-type.ts'
import { typeAround } from './operators.ts'
import { noteUse } from './pass.ts'
import { typeOfPattern, typeOfPatternComprehension, typeOfShortestPath } from './pattern-expressions.ts'
import { lookUp, namesIn } from './scope.ts'
import { hasSubject, isLogical, subjectOf, type WithSubject } from './subjects.ts'
import { typeOfSubquery } from './subquery-expressions.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Resolves all names in an expression and returns what is known of its value. Throws a CypherError for the first fault.
 * Chains such as `1 + 1 + …` and `a.b.c…` are as deep as they are long, so that they are gone down and up in loops.
 */
export function typeOf(expression: Expression, around: Surroundings): KnownType {
  const above: WithSubject[] = []
  let at = expression
  let type = around.recognize?.(at, around)
  while (type === undefined && hasSubject(at)) {
    above.push(at)
    at = subjectOf(at)
    type = around.recognize?.(at, around)
  }
  const parent = above.at(-1)
  type ??=
    parent && isLogical(parent) && at.kind === 'pattern' ? typeOfPattern(at, around) : typeInside(at, around)
  for (let node = above.pop(); node; node = above.pop()) type = typeAround(node, type, around)
  return type
}

/**
 * Likewise, for an expression that is to be true or false, so that it may be a pattern. `what` names its place in messages.
 */
export function checkCondition(expression: Expression, around: Surroundings, what: string): void {
  if (expression.kind === 'pattern') {
    typeOfPattern(expression, around)
    return
  }
  const type = typeOf(expression, around)
  if (!mayBe(type, ['boolean'])) throw wrongType(what, ['boolean'], type, expression)
}

/** The type of an expression that does not begin with another one. */
function typeInside(expression: Expression, around: Surroundings): KnownType {
  switch (expression.kind) {
    case 'literal':
      return typeOfLiteral(expression.value)
    case 'parameter':
      return anything
    case 'variable':
      return typeOfVariable(expression, around)
    case 'list':
      return listOf(anyOf(expression.items.map((item) => typeOf(item, around))))
    case 'map':
      for (const { value } of expression.entries) typeOf(value, around)
      return { name: 'map' }
    case 'comparison':
      for (const operand of expression.operands) typeOf(operand, around)
      return { name: 'boolean' }
    case 'case':
      return typeOfCase(expression, around)
    case 'call':
      return typeOfCall(expression, around)
    case 'count rows':
      return typeOfCountRows(expression, around)
    default:
      return typeOfConstruct(expression as Construct, around)
  }
}

/** What makes variables of its own or holds patterns or queries. */
type Construct = ExpressionOf<
  | 'list comprehension'
  | 'quantifier'
  | 'reduce'
  | 'map projection'
  | 'pattern'
  | 'pattern comprehension'
  | 'shortest path'
  | 'exists'
  | 'count'
  | 'collect'
>

function typeOfConstruct(expression: Construct, around: Surroundings): KnownType {
  switch (expression.kind) {
    case 'list comprehension':
      return typeOfListComprehension(expression, around)
    case 'quantifier':
      return typeOfQuantifier(expression, around)
    case 'reduce':
      return typeOfReduce(expression, around)
    case 'map projection':
      return typeOfMapProjection(expression, around)
    case 'pattern':
      return typeOfPatternAsValue(expression, around)
    case 'pattern comprehension':
      return typeOfPatternComprehension(expression, around)
    case 'shortest path':
      return typeOfShortestPath(expression, around)
    default:
      return typeOfSubquery(expression, around)
  }
}

function typeOfLiteral(value: ExpressionOf<'literal'>['value']): KnownType {
  switch (typeof value) {
    case 'boolean':
      return { name: 'boolean' }
    case 'bigint':
      return { name: 'integer' }
    case 'number':
      return { name: 'float' }
    case 'string':
      return { name: 'string' }
    default:
      return { name: 'null' }
  }
}

function typeOfVariable(variable: ExpressionOf<'variable'>, { pass, scope }: Surroundings): KnownType {
  const binding = lookUp(variable.name, scope)
  if (!binding) throw undefinedVariable(variable.name, variable, namesIn(scope))
  noteUse(pass, variable, binding.variable)
  return binding.type
}

function typeOfCase(expression: ExpressionOf<'case'>, around: Surroundings): KnownType {
  const { subject, branches, otherwise } = expression
  if (subject) typeOf(subject, around)
  const types: KnownType[] = []
  for (const branch of branches) {
    for (const when of branch.when) {
      if (subject) typeOf(when, around)
      else checkCondition(when, around, 'WHEN')
    }
    types.push(typeOf(branch.then, around))
  }
  if (otherwise) types.push(typeOf(otherwise, around))
  return anyOf(types)
}

/** Only `exists(pattern)` gives whether a pattern is there as a value; its text begins before the pattern. */
function typeOfPatternAsValue(expression: ExpressionOf<'pattern'>, around: Surroundings): KnownType {
  if (expression.start < expression.pattern.start) return typeOfPattern(expression, around)
  const message = 'A pattern is a condition, but here a value is wanted.'
  const hint =
    'Write EXISTS { … } for whether it is there, COUNT { … } for how often, or [ … | … ] for a list.'
  throw syntaxError('UnexpectedSyntax', message, expression, hint)
}

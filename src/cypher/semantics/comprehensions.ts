/** Expressions that go through the items of a list with variables of their own, and map projections. */
import type { Expression, ExpressionOf, Name } from '../syntax/ast.ts'
import { checkCondition, typeOf } from './expressions.ts'
import { alreadyBound, undefinedVariable } from './faults.ts'
import { eitherOf, itemOf, listOf, type KnownType } from './known-type.ts'
import { checkType } from './operators.ts'
import { makeBinding, noteUse } from './pass.ts'
import { lookUp, namesIn } from './scope.ts'
import { declare, innerSurroundings, type Surroundings } from './surroundings.ts'

/** What is known of `[x IN list WHERE … | …]`. */
export function typeOfListComprehension(
  { variable, list, where, projection }: ExpressionOf<'list comprehension'>,
  around: Surroundings,
): KnownType {
  const item = typeOfItems(list, around, 'A list comprehension')
  const inner = innerSurroundings(around, 'a list comprehension')
  declareLocal(variable, item, inner)
  if (where) checkCondition(where, inner, 'WHERE')
  return listOf(projection ? typeOf(projection, inner) : item)
}

/** What is known of `all(x IN list WHERE …)` and its kin. */
export function typeOfQuantifier(
  { quantifier, variable, list, where }: ExpressionOf<'quantifier'>,
  around: Surroundings,
): KnownType {
  const item = typeOfItems(list, around, `${quantifier}()`)
  const inner = innerSurroundings(around, `${quantifier}()`)
  declareLocal(variable, item, inner)
  checkCondition(where, inner, 'WHERE')
  return { name: 'boolean' }
}

/** What is known of `reduce(sum = 0, x IN list | …)`. */
export function typeOfReduce(
  { accumulator, initial, variable, list, step }: ExpressionOf<'reduce'>,
  around: Surroundings,
): KnownType {
  const first = typeOf(initial, around)
  const item = typeOfItems(list, around, 'reduce()')
  if (accumulator.text === variable.text) throw alreadyBound(variable)
  const inner = innerSurroundings(around, 'reduce()')
  // What the steps make of it is not known before they are looked at.
  declareLocal(accumulator, { name: 'any' }, inner)
  declareLocal(variable, item, inner)
  return eitherOf(first, typeOf(step, inner))
}

/** What is known of `a {.name, …}`. */
export function typeOfMapProjection(
  { subject, entries }: ExpressionOf<'map projection'>,
  around: Surroundings,
): KnownType {
  const type = useName(subject, around)
  checkType('A map projection', ['node', 'relationship', 'map'], type, subject)
  for (const entry of entries) {
    if (entry.kind === 'entry') typeOf(entry.value, around)
    if (entry.kind === 'variable') useName(entry.name, around)
  }
  return { name: 'map' }
}

function typeOfItems(list: Expression, around: Surroundings, what: string): KnownType {
  const type = typeOf(list, around)
  checkType(what, ['list'], type, list)
  return itemOf(type)
}

function declareLocal(name: Name, type: KnownType, inner: Surroundings): void {
  const binding = makeBinding(inner.pass, name.text, type, name)
  inner.pass.variables.set(name, binding.variable)
  declare(inner, name.text, binding)
}

function useName(name: Name, { pass, scope }: Surroundings): KnownType {
  const binding = lookUp(name.text, scope)
  if (!binding) throw undefinedVariable(name.text, name, namesIn(scope))
  noteUse(pass, name, binding.variable)
  return binding.type
}

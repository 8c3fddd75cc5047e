/** MATCH and UNWIND. */
import type { MatchClause, Name, UnwindClause } from '../syntax/ast.ts'
import { checkCondition, typeOf } from './expressions.ts'
import { alreadyBound } from './faults.ts'
import { anything, isOpen, itemOf, type KnownType } from './known-type.ts'
import { makeBinding, type Pass } from './pass.ts'
import { checkPatterns } from './patterns.ts'
import { lookUp, type Binding, type Scope } from './scope.ts'
import { surroundingsIn } from './surroundings.ts'

/** Checks a MATCH and adds the names of its patterns to the scope. */
export function analyzeMatch({ patterns, where }: MatchClause, scope: Scope, pass: Pass): void {
  checkPatterns(patterns, surroundingsIn(pass, scope, 'MATCH'), 'all')
  if (where) checkCondition(where, surroundingsIn(pass, scope, 'WHERE'), 'WHERE')
}

/** Checks an UNWIND and adds its variable to the scope. */
export function analyzeUnwind({ list, variable }: UnwindClause, scope: Scope, pass: Pass): void {
  const type = typeOf(list, surroundingsIn(pass, scope, 'UNWIND'))
  declareNew(variable, unwound(type), scope, pass)
}

/** What is no list is unwound to itself. */
function unwound(type: KnownType): KnownType {
  if (type.name === 'list') return itemOf(type)
  return isOpen(type) ? anything : type
}

/** Makes a variable of a name that must not be known yet. */
export function declareNew(name: Name, type: KnownType, scope: Scope, pass: Pass): Binding {
  if (lookUp(name.text, scope)) throw alreadyBound(name)
  const binding = makeBinding(pass, name.text, type, name)
  pass.variables.set(name, binding.variable)
  scope.names.set(name.text, binding)
  return binding
}

/** CALL of a procedure: whether there is one, what it is given, and what it yields. */
import { compileError, syntaxError } from '../cypher-error.ts'
import type { ProcedureDefinition } from '../procedure.ts'
import { quoted, shortened } from '../quoted.ts'
import type { CallProcedureClause, Expression, Name } from '../syntax/ast.ts'
import { declareNew } from './clauses.ts'
import { checkCondition, typeOf } from './expressions.ts'
import { didYouMean } from './faults.ts'
import { checkType } from './operators.ts'
import { makeBinding, type Pass } from './pass.ts'
import type { Column } from './queries.ts'
import type { Binding, Scope } from './scope.ts'
import { surroundingsIn } from './surroundings.ts'

/** Checks a call and adds what it yields to the scope. Returns its yields as the columns of a query. */
export function analyzeProcedureCall(
  clause: CallProcedureClause,
  scope: Scope,
  pass: Pass,
  isStandalone: boolean,
): readonly Column[] {
  const procedure = findProcedure(clause, pass)
  // Without parentheses, the arguments are taken from the parameters of the same names.
  if (clause.arguments) checkGiven(clause, clause.arguments, procedure, scope, pass)
  const yields = yieldsOf(clause, procedure, scope, pass, isStandalone)
  pass.calls.set(clause, {
    name: procedure.name,
    yields: yields.map(({ field, binding }) => ({ field, variable: binding.variable })),
  })
  if (clause.where) checkCondition(clause.where, surroundingsIn(pass, scope, 'WHERE'), 'WHERE')
  return yields.map(({ name, binding }) => ({ name, binding, place: binding.variable.place }))
}

function findProcedure(
  { procedure: { text, ...place } }: CallProcedureClause,
  pass: Pass,
): ProcedureDefinition {
  const procedure = pass.procedures.find(({ name }) => name === text)
  if (procedure) return procedure
  const names = pass.procedures.map(({ name }) => name)
  const hint = didYouMean(text, names) ?? `There are ${names.join(', ') || 'none'}.`
  throw compileError('ProcedureError', 'ProcedureNotFound', `There is no procedure ${shortened(text)}().`, {
    place,
    hint,
  })
}

function checkGiven(
  clause: CallProcedureClause,
  given: readonly Expression[],
  { name, parameters }: ProcedureDefinition,
  scope: Scope,
  pass: Pass,
): void {
  const around = surroundingsIn(pass, scope, 'CALL')
  const types = given.map((argument) => typeOf(argument, around))
  if (given.length !== parameters.length) {
    const wanted = `${parameters.length} argument${parameters.length === 1 ? '' : 's'}`
    const message = `The procedure ${name}() takes ${wanted}, not ${given.length}.`
    throw syntaxError('InvalidNumberOfArguments', message, clause)
  }
  for (const [index, argument] of given.entries()) {
    const [wanted, type] = [parameters[index]?.types, types[index]]
    if (wanted && type) checkType(`The procedure ${name}()`, wanted, type, argument)
  }
}

interface Yield {
  readonly field: number
  readonly name: string
  readonly binding: Binding
}

function yieldsOf(
  clause: CallProcedureClause,
  procedure: ProcedureDefinition,
  scope: Scope,
  pass: Pass,
  isStandalone: boolean,
): readonly Yield[] {
  const { yield: named } = clause
  if (named !== undefined && named !== '*') return namedYields(named, procedure, scope, pass)
  return isStandalone ? allYields(clause, procedure, scope, pass) : []
}

function allYields(
  clause: CallProcedureClause,
  { fields }: ProcedureDefinition,
  scope: Scope,
  pass: Pass,
): readonly Yield[] {
  return fields.map(({ name, type }, field) => {
    const binding = makeBinding(pass, name, { name: type }, clause)
    scope.names.set(name, binding)
    return { field, name, binding }
  })
}

function namedYields(
  named: readonly { readonly field: Name; readonly alias?: Name }[],
  { name, fields }: ProcedureDefinition,
  scope: Scope,
  pass: Pass,
): readonly Yield[] {
  return named.map(({ field: yielded, alias = yielded }) => {
    const field = fields.findIndex((each) => each.name === yielded.text)
    const definition = fields[field]
    if (!definition) {
      const hint = didYouMean(
        yielded.text,
        fields.map((each) => each.name),
      )
      throw syntaxError(
        'UndefinedVariable',
        `The procedure ${name}() does not yield ${quoted(yielded.text)}.`,
        yielded,
        hint,
      )
    }
    return { field, name: alias.text, binding: declareNew(alias, { name: definition.type }, scope, pass) }
  })
}

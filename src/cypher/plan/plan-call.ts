/** Plans CALL of procedures. */
import { compileExpression } from '../expressions/compile.ts'
import type { Evaluate } from '../expressions/compile-scope.ts'
import type { ProcedureDefinition } from '../procedure.ts'
import { callProcedure } from '../run/call-procedure.ts'
import type { Operator } from '../run/operator.ts'
import type { ProcedureCall } from '../semantics/analysis.ts'
import type { CallProcedureClause } from '../syntax/ast.ts'
import { textOf, type QueryScope } from './query-scope.ts'

/** Gives each row of the source once for each row of the procedure. */
export function planCall(clause: CallProcedureClause, source: Operator, scope: QueryScope): Operator {
  const { definition, yields } = calledBy(clause, scope)
  const { where } = clause
  return callProcedure(source, {
    definition,
    arguments: argumentsOf(clause, definition, scope),
    yields: yields.map(({ field, variable }) => ({ field, slot: variable.slot })),
    where: where && { condition: compileExpression(where, scope), place: where },
    isOptional: clause.optional,
    details: textOf(clause, scope),
  })
}

/** The procedure of the clause, and what of it is yielded. */
export function calledBy(
  clause: CallProcedureClause,
  { analysis, procedures }: Pick<QueryScope, 'analysis' | 'procedures'>,
): { readonly definition: ProcedureDefinition; readonly yields: ProcedureCall['yields'] } {
  const call = analysis.calls.get(clause)
  const definition = call && procedures.get(call.name)
  if (!definition) throw new Error('The analysis does not know a procedure of the syntax tree.')
  return { definition, yields: call.yields }
}

/** Without parentheses the arguments are the parameters with the names of its own. */
function argumentsOf(
  { arguments: given }: CallProcedureClause,
  { parameters }: ProcedureDefinition,
  scope: QueryScope,
): readonly Evaluate[] {
  if (given) return given.map((argument) => compileExpression(argument, scope))
  return parameters.map(({ name }): Evaluate => {
    return (_frame, context) => context.parameters.get(name) ?? null
  })
}

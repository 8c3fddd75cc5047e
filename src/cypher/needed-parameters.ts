/** Finds out which parameters a statement needs, and misses those that are not given. */
import { compileError, type CypherError } from './cypher-error.ts'
import type { ProcedureDefinition } from './procedure.ts'
import { quoted } from './quoted.ts'
import type { Analysis } from './semantics/analysis.ts'
import type { Place } from './syntax/ast.ts'

/** A parameter, and where it is needed. */
export interface NeededParameter {
  readonly name: string
  readonly place: Place
}

/** All parameters that the statement names, and those that a CALL without parentheses takes. */
export function neededParameters(
  { statement, calls }: Analysis,
  procedures: ReadonlyMap<string, ProcedureDefinition>,
): readonly NeededParameter[] {
  const needed = namedParameters(statement)
  for (const [clause, { name }] of calls) {
    if (clause.arguments) continue
    for (const parameter of procedures.get(name)?.parameters ?? []) {
      needed.push({ name: parameter.name, place: placeOf(clause.procedure) })
    }
  }
  return needed
}

function namedParameters(statement: object): NeededParameter[] {
  const found: NeededParameter[] = []
  const left: object[] = [statement]
  for (let part = left.pop(); part; part = left.pop()) {
    if (isParameter(part)) found.push({ name: part.name, place: placeOf(part) })
    for (const value of Object.values(part))
      if (typeof value === 'object' && value !== null) left.push(value as object)
  }
  return found.sort((a, b) => a.place.start - b.place.start)
}

function isParameter(part: object): part is Place & { readonly name: string } {
  return 'kind' in part && part.kind === 'parameter'
}

function placeOf({ start, end }: Place): Place {
  return { start, end }
}

/** Throws a CypherError where one of the parameters is not given. */
export function checkParameters(
  needed: readonly NeededParameter[],
  given: ReadonlyMap<string, unknown>,
): void {
  const missing = needed.find(({ name }) => !given.has(name))
  if (!missing) return
  throw missingParameter(missing.name, missing.place)
}

/** The error for a parameter that is not given. */
export function missingParameter(name: string, place: Place): CypherError {
  return compileError('ParameterMissing', 'MissingParameter', `The parameter ${quoted(name)} is not given.`, {
    place,
    hint: `Give a value for ${quoted(name)}.`,
  })
}

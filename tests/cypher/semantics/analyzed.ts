/** Analyses of query texts, in forms that are easy to compare. */
import { CypherError } from '../../../src/cypher/cypher-error.ts'
import type { ProcedureDefinition } from '../../../src/cypher/procedure.ts'
import type { Analysis, Projection, Variable } from '../../../src/cypher/semantics/analysis.ts'
import { analyze } from '../../../src/cypher/semantics/analyze.ts'
import type { Clause, Expression } from '../../../src/cypher/syntax/ast.ts'
import { parseStatement } from '../../../src/cypher/syntax/parse.ts'

/** A procedure with two parameters and two fields, and one with neither. */
export const procedures: readonly ProcedureDefinition[] = [
  {
    name: 'test.pairs',
    parameters: [
      { name: 'from', types: ['integer'] },
      { name: 'to', types: ['integer'] },
    ],
    fields: [
      { name: 'a', type: 'integer' },
      { name: 'b', type: 'string' },
    ],
    call: () => [],
  },
  { name: 'test.nothing', parameters: [], fields: [], call: () => [] },
]

/** The analysis of a query. */
export function analyzed(text: string): Analysis {
  return analyze(parseStatement(text), { procedures })
}

/** The fault of a query in lines: class and detail, the text where it is, the message, and the hint if there is one. */
export function faultOf(text: string): readonly string[] {
  try {
    analyzed(text)
  } catch (error) {
    if (!(error instanceof CypherError) || error.phase !== 'compile time') throw error
    const { errorClass, detail, place, message, hint } = error
    const at = place ? text.slice(place.start, place.end) : 'nowhere'
    return [`${errorClass} ${detail}`, at, message, ...(hint === undefined ? [] : [hint])]
  }
  return ['no fault']
}

/** The class and the detail of the fault alone. */
export function faultKind(text: string): string {
  return faultOf(text)[0] ?? ''
}

/** Variables as `name:type@slot`. */
export function described(variables: Iterable<Variable>): readonly string[] {
  return Array.from(variables, ({ name = '', type, slot }) => `${name}:${type}@${slot}`)
}

/** The clauses of the first part of a query. */
export function clausesOf({ statement }: Analysis): readonly Clause[] {
  return statement.query.parts[0]?.clauses ?? []
}

/** What is known of the WITH and RETURN clauses, also of those in nested queries, in the order in which they end. */
export function projectionsOf({ projections }: Analysis): readonly Projection[] {
  return [...projections.values()]
}

/** The expressions whose values are in slots, as `text@slot`. */
export function slotted(text: string, { slotOf }: Projection): readonly string[] {
  return Array.from(slotOf, ([{ start, end }, slot]) => `${text.slice(start, end)}@${slot}`)
}

/** The variables that the occurrences of a name as an expression mean, in the order of the text. */
export function meaningsOf(name: string, { variables }: Analysis): readonly Variable[] {
  const found = [...variables].flatMap(([node, variable]) => {
    const expression = node as Partial<Expression>
    return expression.kind === 'variable' && expression.name === name
      ? [{ start: expression.start ?? 0, variable }]
      : []
  })
  return found.sort((a, b) => a.start - b.start).map(({ variable }) => variable)
}

/** The semantic pass: resolves the names of a statement and reports what is wrong with it before anything runs. */
import type { Query, Statement } from '../syntax/ast.ts'
import type { Analysis } from './analysis.ts'
import { beginPass, type AnalysisOptions } from './pass.ts'
import { analyzeQuery } from './queries.ts'
import { scopeIn } from './scope.ts'

/**
 * What is known of a statement after its names are resolved and its types checked. Throws a CypherError of the phase
 * `compile time` for the first fault. Takes time in proportion to the length of the statement.
 */
export function analyze(statement: Statement, options: AnalysisOptions): Analysis {
  const pass = beginPass(options)
  const { query } = statement
  const { columns } = analyzeQuery(query, pass, {
    holder: 'statement',
    scopeOf: () => scopeIn(),
    isStandalone: isStandalone(query),
  })
  const { slotCount, variables, projections, subqueries, returns, calls, imports } = pass
  const names = columns.map(({ name }) => name)
  return { statement, slotCount, variables, projections, subqueries, returns, calls, imports, columns: names }
}

/** Whether it consists of one procedure call. */
function isStandalone({ parts }: Query): boolean {
  const [first] = parts
  return parts.length === 1 && first?.clauses.length === 1 && first.clauses[0]?.kind === 'call procedure'
}

/** EXISTS, COUNT and COLLECT: queries in expressions. */
import { syntaxError } from '../cypher-error.ts'
import type { ExpressionOf } from '../syntax/ast.ts'
import { anything, listOf, type KnownType } from './known-type.ts'
import { within } from './pass.ts'
import { analyzeQuery, type QueryOutput } from './queries.ts'
import { scopeIn } from './scope.ts'
import type { Surroundings } from './surroundings.ts'

type Subquery = ExpressionOf<'exists' | 'count' | 'collect'>

/** What is known of its value. The query in it sees all that is known around it, to its end, and may not hide any of it. */
export function typeOfSubquery(expression: Subquery, { pass, scope }: Surroundings): KnownType {
  const { kind, query } = expression
  const [output, imports] = within(pass, () =>
    analyzeQuery(query, pass, { holder: kind, scopeOf: () => scopeIn(scope), isStandalone: false }),
  )
  pass.imports.set(expression, imports)
  if (kind === 'exists') return { name: 'boolean' }
  return kind === 'count' ? { name: 'integer' } : listOf(itemType(expression, output))
}

function itemType(expression: Subquery, { columns }: QueryOutput): KnownType {
  if (columns.length !== 1) {
    const message = `COLLECT { … } returns one column, not ${columns.length}.`
    throw syntaxError('InvalidClauseComposition', message, expression)
  }
  return columns[0]?.binding.type ?? anything
}

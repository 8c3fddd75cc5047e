/** Queries: their clauses one after another, and the columns that they give. */
import { syntaxError } from '../cypher-error.ts'
import type { Clause, Place, Query, SingleQuery } from '../syntax/ast.ts'
import { analyzeMatch, analyzeUnwind } from './clauses.ts'
import type { Pass } from './pass.ts'
import { analyzeProcedureCall } from './procedure-calls.ts'
import { analyzeProjection } from './projections.ts'
import type { Binding, Scope } from './scope.ts'
import { analyzeSubquery } from './subqueries.ts'

/** Where a query stands. */
export interface QueryPlace {
  readonly holder: 'statement' | 'call' | 'exists' | 'count' | 'collect'
  /** What a part of the query sees when it begins. */
  readonly scopeOf: (part: SingleQuery) => Scope
  /** It is the whole statement and consists of one procedure call, whose arguments and yields may be left out. */
  readonly isStandalone: boolean
}

/** What a query gives. */
export interface QueryOutput {
  readonly columns: readonly Column[]
  /** For each part, what it gives for the columns. */
  readonly parts: readonly (readonly Binding[])[]
}

/** A column of the result. */
export interface Column {
  readonly name: string
  readonly binding: Binding
  readonly place: Place
}

/** Checks all parts of a query. Throws a CypherError for the first fault. */
export function analyzeQuery(query: Query, pass: Pass, at: QueryPlace): QueryOutput {
  const [first = [], ...others] = query.parts.map((part) => analyzePart(part, pass, at))
  const names = new Map(first.map(({ name }, index) => [name, index]))
  const parts = [
    first,
    ...others.map((columns, index) => arrange(columns, names, query.unions[index]?.place ?? query)),
  ]
  const bindings = parts.map((columns) => columns.map(({ binding }) => binding))
  for (const [index, part] of query.parts.entries()) {
    pass.returns.set(
      part,
      (bindings[index] ?? []).map(({ variable }) => variable),
    )
  }
  return { columns: first, parts: bindings }
}

/** The columns of a later part of a UNION in the order of the first part's. */
function arrange(
  columns: readonly Column[],
  names: ReadonlyMap<string, number>,
  union: Place,
): readonly Column[] {
  const byIndex = new Map(columns.map((column) => [names.get(column.name), column]))
  if (byIndex.has(undefined) || columns.length !== names.size) {
    const message = 'The parts of a UNION must return the same columns.'
    throw syntaxError('DifferentColumnsInUnion', message, union, 'Give the columns the same names with AS.')
  }
  return Array.from(names.values(), (index) => byIndex.get(index)).filter((column) => column !== undefined)
}

function analyzePart(part: SingleQuery, pass: Pass, at: QueryPlace): readonly Column[] {
  let scope = at.scopeOf(part)
  let columns: readonly Column[] = []
  for (const clause of part.clauses) {
    ;[scope, columns] = analyzeClause(clause, scope, pass, at)
  }
  return columns
}

/** Returns what the clause after it sees, and the columns of the query if it is the last one. */
function analyzeClause(clause: Clause, scope: Scope, pass: Pass, at: QueryPlace): [Scope, readonly Column[]] {
  switch (clause.kind) {
    case 'match':
      analyzeMatch(clause, scope, pass)
      return [scope, []]
    case 'unwind':
      analyzeUnwind(clause, scope, pass)
      return [scope, []]
    case 'with':
      return [analyzeProjection(clause, scope, pass, at.holder)[0], []]
    case 'return':
      return analyzeProjection(clause, scope, pass, at.holder)
    case 'call procedure': {
      const yields = analyzeProcedureCall(clause, scope, pass, at.isStandalone)
      return [scope, at.isStandalone ? yields : []]
    }
    case 'call subquery':
      analyzeSubquery(clause, scope, pass)
      return [scope, []]
  }
}

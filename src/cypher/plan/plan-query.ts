/** Plans a query: its clauses one after another, its parts side by side. */
import { compileExpression } from '../expressions/compile.ts'
import type { ForEachRow } from '../expressions/compile-scope.ts'
import { compileItems } from '../expressions/items.ts'
import { applySubquery } from '../run/apply-subquery.ts'
import { argument, isArgument } from '../run/argument.ts'
import { forEachRow, type Operator } from '../run/operator.ts'
import { unwind } from '../run/unwind.ts'
import type { Variable } from '../semantics/analysis.ts'
import type {
  CallSubqueryClause,
  Clause,
  ExpressionOf,
  Query,
  SingleQuery,
  UnwindClause,
} from '../syntax/ast.ts'
import { distinctVariables } from './distinct-rows.ts'
import { rowsOfPattern } from './pattern-rows.ts'
import { calledBy, planCall } from './plan-call.ts'
import { planMatch } from './plan-match.ts'
import { patternVariables } from './pattern-variables.ts'
import { planProjection } from './plan-projection.ts'
import { projectionOf } from './projection-of.ts'
import { planUnion, type Branch } from './plan-union.ts'
import { textOf, variableOf, type QueryScope } from './query-scope.ts'
import { shortestPathOf } from './shortest-path.ts'
import { variableUses, type VariableUses } from './variable-uses.ts'

/** What is known of a statement before its plan. */
export type KnownOfStatement = Pick<QueryScope, 'analysis' | 'graph' | 'text' | 'procedures'>

function queryScope(known: KnownOfStatement, slotOf: QueryScope['slotOf'] = new Map()): QueryScope {
  const scope: QueryScope = {
    ...known,
    slotOf,
    rowsOfQuery: (expression) => rowsOfQuery(expression, scope),
    rowsOfPattern: (expression) => rowsOfPattern(expression, scope),
    shortestPath: (expression) => shortestPathOf(expression, scope),
    withSlots: (slots) => queryScope(known, slots),
  }
  return scope
}

/** A statement, planned. */
export interface PlannedStatement {
  readonly plan: Operator
  /** The variables of its columns. */
  readonly outputs: readonly Variable[]
}

/** The plan of a statement. */
export function planStatement(known: KnownOfStatement): PlannedStatement {
  const scope = queryScope(known)
  const { query } = known.analysis.statement
  return { plan: planQuery(query, new Set(), scope), outputs: returnedBy(query.parts[0], scope) }
}

/** A query that stands by itself: each of its rows has the variables that the first part returns. */
function planQuery(query: Query, imports: ReadonlySet<Variable>, scope: QueryScope): Operator {
  const branches = query.parts.map((part): Branch => {
    return { plan: planSingleQuery(part, imports, scope), returned: returnedBy(part, scope) }
  })
  return planUnion(branches, query, returnedBy(query.parts[0], scope))
}

function returnedBy(part: SingleQuery | undefined, { analysis }: QueryScope): readonly Variable[] {
  return (part && analysis.returns.get(part)) ?? []
}

/** What has been planned of a single query. */
interface Chain {
  readonly source: Operator
  /** The variables that have a value in each of its rows. */
  readonly bound: ReadonlySet<Variable>
}

function planSingleQuery(query: SingleQuery, imports: ReadonlySet<Variable>, scope: QueryScope): Operator {
  const { clauses } = query
  const uses = variableUses(query, scope)
  let chain: Chain = { source: argument, bound: imports }
  for (const [index, clause] of clauses.entries()) {
    const { source, adds, keepsNone } = planClause(
      clause,
      chain,
      { index, next: clauses[index + 1], uses },
      scope,
    )
    chain = { source, bound: new Set([...(keepsNone ? imports : chain.bound), ...adds]) }
  }
  return chain.source
}

interface PlannedClause {
  readonly source: Operator
  readonly adds: Iterable<Variable>
  /** The variables before it are not known after it. */
  readonly keepsNone?: boolean
}

/** Where a clause stands. */
interface Standing {
  readonly index: number
  readonly next: Clause | undefined
  readonly uses: VariableUses
}

function planClause(
  clause: Clause,
  chain: Chain,
  { index, next, uses }: Standing,
  scope: QueryScope,
): PlannedClause {
  const { source } = chain
  switch (clause.kind) {
    case 'match': {
      const adds = patternVariables(clause, scope)
      const distinctOn = distinctVariables(next, scope)
      const neededAfter = new Set(adds.filter((variable) => (uses.lastUse.get(variable) ?? 0) > index))
      const options = distinctOn ? { distinctOn } : { neededAfter }
      return { source: planMatch(clause, source, chain.bound, scope, options), adds }
    }
    case 'unwind':
      return planUnwind(clause, source, scope)
    case 'with':
    case 'return': {
      const adds = projectionOf(clause, scope).items.map(({ variable }) => variable)
      return { source: planProjection(clause, source, scope, uses.certain), adds, keepsNone: true }
    }
    case 'call procedure': {
      const adds = calledBy(clause, scope).yields.map(({ variable }) => variable)
      return { source: planCall(clause, source, scope), adds }
    }
    case 'call subquery':
      return planSubquery(clause, source, scope)
  }
}

function planUnwind(clause: UnwindClause, source: Operator, scope: QueryScope): PlannedClause {
  const variable = variableOf(clause.variable, scope)
  const items = compileItems(clause.list, (part) => compileExpression(part, scope))
  const details = `${textOf(clause.list, scope)} AS ${clause.variable.text}`
  return { source: unwind(source, items, variable.slot, details), adds: [variable] }
}

function planSubquery(clause: CallSubqueryClause, source: Operator, scope: QueryScope): PlannedClause {
  const subquery = scope.analysis.subqueries.get(clause)
  if (!subquery) throw new Error('The analysis does not know a subquery of the syntax tree.')
  const { outputs, isUnit, imports } = subquery
  const branches = subquery.query.parts.map((part, index): Branch => {
    return { plan: planSingleQuery(part, imports, scope), returned: subquery.branches[index] ?? [] }
  })
  const plan = planUnion(branches, subquery.query, outputs)
  // Before the first row there is nothing that it could be run for several times.
  if (isArgument(source) && !isUnit && !clause.optional) return { source: plan, adds: outputs }
  const applied = applySubquery(source, {
    plan,
    outputs: outputs.map(({ slot }) => slot),
    isUnit,
    isOptional: clause.optional,
    details: Array.from(imports, ({ name }) => name).join(', '),
  })
  return { source: applied, adds: outputs }
}

function rowsOfQuery(
  expression: ExpressionOf<'exists' | 'count' | 'collect'>,
  scope: QueryScope,
): ForEachRow {
  const imports = scope.analysis.imports.get(expression) ?? new Set()
  const query = expression.kind === 'collect' ? expression.query : withoutReturn(expression.query, scope)
  const plan = planQuery(query, imports, scope)
  return (frame, context, onRow) => forEachRow(plan, frame, context, onRow)
}

/** What is returned need not be computed where only the number of rows matters. */
function withoutReturn(query: Query, scope: QueryScope): Query {
  const [part, ...others] = query.parts
  const last = part?.clauses.at(-1)
  if (!part || others.length > 0 || last?.kind !== 'return') return query
  const isPlain = !last.distinct && !last.skip && !last.limit && !projectionOf(last, scope).isAggregating
  return isPlain ? { ...query, parts: [{ ...part, clauses: part.clauses.slice(0, -1) }] } : query
}

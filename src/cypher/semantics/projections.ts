/** WITH and RETURN: what they make, and what is seen after them. */
import { compileError, syntaxError } from '../cypher-error.ts'
import { quoted } from '../quoted.ts'
import type { ProjectionClause, ProjectionItem } from '../syntax/ast.ts'
import type { ProjectedItem } from './analysis.ts'
import { beginCollection, collectingIn, type Collection } from './collection.ts'
import { typeOf } from './expressions.ts'
import { alreadyBound } from './faults.ts'
import { checkGrouping } from './grouping.ts'
import type { KnownType } from './known-type.ts'
import { makeBinding, noteImport, type Pass } from './pass.ts'
import type { Column, QueryPlace } from './queries.ts'
import { checkRowCount } from './row-counts.ts'
import { lookUp, namesIn, scopeIn, type Binding, type Scope } from './scope.ts'
import { checkSortingAndWhere } from './sorting.ts'

type Holder = QueryPlace['holder']

/** An item, and the column that it makes. */
export interface Projected {
  readonly item: ProjectedItem
  readonly column: Column
}

/** Checks a WITH or RETURN. Returns what is seen after it, and its columns. */
export function analyzeProjection(
  clause: ProjectionClause,
  before: Scope,
  pass: Pass,
  holder: Holder,
): [Scope, readonly Column[]] {
  const firstSlot = pass.slotCount
  const collection = beginCollection(pass)
  const starred = clause.all ? starredItems(clause, before, pass, holder) : []
  const drafts = clause.items.map((item) => draftOf(item, before, pass, collection))
  const projected = [...starred, ...drafts.map((draft) => projectedItem(draft, before, pass))]
  const items = projected.map(({ item }) => item)
  const isAggregating = items.some(({ hasAggregation }) => hasAggregation)
  if (isAggregating) checkGrouping(items, firstSlot, collection, pass)
  const after = scopeAfter(clause, projected, before)
  checkSortingAndWhere(clause, { before, after, projected, isAggregating, collection, pass })
  if (clause.skip) checkRowCount('SKIP', clause.skip, pass)
  if (clause.limit) checkRowCount('LIMIT', clause.limit, pass)
  if (clause.kind === 'with' || holder === 'call') checkAliases(clause)
  const { aggregations, slotOf } = collection
  pass.projections.set(clause, { items, aggregations, isAggregating, slotOf })
  return [after, projected.map(({ column }) => column)]
}

/** So many variables may `*` stand for in all of a statement, so that long texts of `WITH *` do not fill the memory. */
const mostStarred = 1_000_000

/** What `*` stands for: the variables of the query so far, by name. */
function starredItems(clause: ProjectionClause, before: Scope, pass: Pass, holder: Holder): Projected[] {
  const names = before.isImporting ? [...namesIn(before)] : [...before.names.keys()]
  if (names.length === 0 && clause.kind === 'return' && (holder === 'statement' || holder === 'call')) {
    const message = 'RETURN * needs variables, and there are none here.'
    throw syntaxError('NoVariablesInScope', message, clause)
  }
  pass.starredCount += names.length
  if (pass.starredCount > mostStarred) {
    throw compileError('LimitExceeded', 'Size', 'The query passes on too many variables by *.', {
      place: clause,
    })
  }
  return names.sort().flatMap((name) => {
    const binding = lookUp(name, before)
    return binding ? [passedOn(name, binding, pass)] : []
  })
}

function passedOn(name: string, binding: Binding, pass: Pass): Projected {
  const { variable } = binding
  noteImport(pass, variable)
  const item = { expression: undefined, from: variable, variable, name, hasAggregation: false }
  return { item, column: { name, binding, place: variable.place } }
}

/** An item that has been looked at. */
interface Draft {
  readonly item: ProjectionItem
  readonly type: KnownType
  readonly hasAggregation: boolean
}

function draftOf(item: ProjectionItem, before: Scope, pass: Pass, collection: Collection): Draft {
  const found = collection.slotOf.size
  const type = typeOf(item.expression, collectingIn(pass, before, collection))
  return { item, type, hasAggregation: collection.slotOf.size > found }
}

function projectedItem({ item, type, hasAggregation }: Draft, before: Scope, pass: Pass): Projected {
  const { expression, alias } = item
  const name = nameOf(item)
  const same = expression.kind === 'variable' && expression.name === name ? lookUp(name, before) : undefined
  const { start, end } = alias ?? expression
  const binding = same ?? makeBinding(pass, name, type, { start, end })
  const { variable } = binding
  const from = same?.variable
  const projected: ProjectedItem = { expression, from, variable, name, hasAggregation }
  return { item: projected, column: { name, binding, place: { start, end } } }
}

function nameOf({ expression, alias, text }: ProjectionItem): string {
  return alias?.text ?? (expression.kind === 'variable' ? expression.name : text)
}

/** What is seen after the clause: its columns, and what is around a nested query, which a WITH may not hide. */
function scopeAfter({ kind }: ProjectionClause, projected: readonly Projected[], before: Scope): Scope {
  const after = scopeIn(before.isImporting ? undefined : before.outer)
  for (const { item, column } of projected) {
    const { name, binding, place } = column
    if (after.names.has(name)) {
      const message = `There are two columns of the name ${quoted(name)}.`
      throw syntaxError('ColumnNameConflict', message, place, 'Give one of them another name with AS.')
    }
    if (kind === 'with' && !item.from && lookUp(name, after.outer))
      throw alreadyBound({ text: name, ...place })
    after.names.set(name, binding)
  }
  return after
}

function checkAliases({ kind, items }: ProjectionClause): void {
  const unnamed = items.find(({ expression, alias }) => !alias && expression.kind !== 'variable')
  if (!unnamed) return
  const message = `What ${kind.toUpperCase()} passes on needs a name here.`
  throw syntaxError('NoExpressionAlias', message, unnamed.expression, 'Add AS and a name.')
}

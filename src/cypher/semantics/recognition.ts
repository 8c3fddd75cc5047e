/** Finds again, in ORDER BY and WHERE, what the items of the clause have computed. */
import { syntaxError } from '../cypher-error.ts'
import { quoted } from '../quoted.ts'
import type { Expression, ExpressionOf, Place, ProjectionClause } from '../syntax/ast.ts'
import type { Collection } from './collection.ts'
import { typeOf } from './expressions.ts'
import type { KnownType } from './known-type.ts'
import { mentions } from './mentions.ts'
import type { Pass } from './pass.ts'
import type { Projected } from './projections.ts'
import { lookUp, scopeIn, type Scope } from './scope.ts'
import type { Surroundings } from './surroundings.ts'

/** A WITH or RETURN whose items are known. */
export interface ProjectedClause {
  readonly before: Scope
  readonly after: Scope
  readonly projected: readonly Projected[]
  readonly isAggregating: boolean
  readonly collection: Collection
  readonly pass: Pass
}

/** What is seen after the items. */
export interface Recognition extends ProjectedClause {
  readonly isDistinct: boolean
  /** Of what was there before the clause, nothing else is seen where rows have been put together. */
  readonly scope: Scope
  readonly byKey: ReadonlyMap<number, Projected>
}

/** What has been found in one sort item. */
export interface Seen {
  hasAggregation: boolean
  /** A column that the item takes up by its expression, where that takes values that are not to be seen any more. */
  computed: { readonly name: string; readonly place: Place } | undefined
}

/** What is seen after the items of a clause. */
export function recognitionOf({ distinct }: ProjectionClause, projected: ProjectedClause): Recognition {
  const { before, after, isAggregating } = projected
  const outer = distinct || isAggregating ? renamedIn(projected) : before
  const scope = { names: after.names, outer }
  return { ...projected, isDistinct: distinct, scope, byKey: itemsByKey(projected) }
}

/** Variables that the clause gives another name have their values under the old one as well, for patterns. */
function renamedIn({ projected, before, after }: ProjectedClause): Scope {
  const scope = scopeIn(after.outer)
  for (const { item } of projected) {
    if (item.from || item.expression?.kind !== 'variable') continue
    const { name } = item.expression
    const binding = lookUp(name, before)
    if (binding) scope.names.set(name, binding)
  }
  return scope
}

function itemsByKey({ projected, pass }: ProjectedClause): Map<number, Projected> {
  const byKey = new Map<number, Projected>()
  for (const each of projected) {
    const { expression } = each.item
    if (!expression || isConstant(expression)) continue
    const key = pass.keys.keyOf(expression)
    if (!byKey.has(key)) byKey.set(key, each)
  }
  return byKey
}

function isConstant({ kind }: Expression): boolean {
  return kind === 'literal' || kind === 'parameter'
}

/** The type of an expression that is a column or an aggregation of the clause, noting its slot; undefined for others. */
export function recognize(
  expression: Expression,
  around: Surroundings,
  recognition: Recognition,
  seen: Seen,
): KnownType | undefined {
  if (isConstant(expression)) return undefined
  if (expression.kind === 'variable') return recognizeVariable(expression, around, recognition)
  const { collection, isDistinct } = recognition
  const match = matchOf(expression, around, recognition)
  if (match) {
    noteSeen(expression, match, recognition, seen)
    return noteSlot(expression, match, recognition)
  }
  if (isDistinct || !isAggregationLike(expression)) return undefined
  const aggregation = collection.find(expression)
  if (!aggregation) return undefined
  seen.hasAggregation = true
  collection.slotOf.set(expression, aggregation.slot)
  return aggregation.type
}

function isAggregationLike({ kind }: Expression): boolean {
  return kind === 'call' || kind === 'count rows'
}

function recognizeVariable(
  variable: ExpressionOf<'variable'>,
  around: Surroundings,
  recognition: Recognition,
): KnownType | undefined {
  const { name } = variable
  const binding = lookUp(name, around.scope)
  if (binding && recognition.after.names.get(name) === binding) {
    recognition.collection.slotOf.set(variable, binding.variable.slot)
    return undefined
  }
  const match = matchOf(variable, around, recognition)
  if (match) return noteSlot(variable, match, recognition)
  if (!binding && lookUp(name, recognition.before)) throw hidden(variable, recognition)
  return undefined
}

/** The column that an expression computes; none where a variable of a comprehension around it changes what it means. */
function matchOf(
  expression: Expression,
  around: Surroundings,
  recognition: Recognition,
): Projected | undefined {
  const match = recognition.byKey.get(recognition.pass.keys.keyOf(expression))
  return match && !mentionsLocals(expression, around.scope, recognition.scope) ? match : undefined
}

function mentionsLocals(expression: Expression, scope: Scope, base: Scope): boolean {
  const inner: Scope[] = []
  for (let at: Scope | undefined = scope; at && at !== base; at = at.outer) inner.push(at)
  return inner.length > 0 && mentions(expression, (name) => inner.some(({ names }) => names.has(name)))
}

function noteSlot(
  expression: Expression,
  { item, column }: Projected,
  { collection }: Recognition,
): KnownType {
  collection.slotOf.set(expression, item.variable.slot)
  return column.binding.type
}

function noteSeen(expression: Expression, { item }: Projected, { scope }: Recognition, seen: Seen): void {
  if (item.hasAggregation) seen.hasAggregation = true
  else if (expression.kind !== 'property' && mentions(expression, (name) => !lookUp(name, scope))) {
    seen.computed ??= { name: item.name, place: expression }
  }
}

function hidden({ name, ...place }: ExpressionOf<'variable'>, { isDistinct }: Recognition): Error {
  const reason = isDistinct ? 'DISTINCT' : 'the aggregation'
  const message = `${quoted(name)} is not seen any more after ${reason}, only what the clause returns.`
  return syntaxError('UndefinedVariable', message, place, `Return it as well, or sort in a WITH before.`)
}

/**
 * The surroundings of the arguments of an aggregation that stands in ORDER BY alone: they are computed before the rows are
 * put together, but may take only what the clause returns.
 */
export function argumentsOf(recognition: Recognition): Surroundings {
  const { pass, before, projected } = recognition
  const scope = renamedIn(recognition)
  for (const { item, column } of projected) {
    if (item.from) scope.names.set(column.name, column.binding)
  }
  const inBefore: Surroundings = { pass, scope: before, aggregations: { kind: 'nested' } }
  const known = { ...recognition, scope }
  return {
    pass,
    scope,
    aggregations: { kind: 'nested' },
    recognize: (expression, around) => recognizeArgument(expression, around, known, inBefore),
  }
}

function recognizeArgument(
  expression: Expression,
  around: Surroundings,
  recognition: Recognition,
  inBefore: Surroundings,
): KnownType | undefined {
  if (isConstant(expression)) return undefined
  if (expression.kind === 'variable' && lookUp(expression.name, around.scope)) return undefined
  const match = matchOf(expression, around, recognition)
  if (match && !match.item.hasAggregation) return typeOf(expression, inBefore)
  if (expression.kind !== 'variable') return undefined
  if (recognition.after.names.has(expression.name)) throw notBefore(expression)
  if (lookUp(expression.name, recognition.before)) throw hidden(expression, recognition)
  return undefined
}

function notBefore({ name, ...place }: ExpressionOf<'variable'>): Error {
  const message = `${quoted(name)} is made by this clause, so that an aggregation in its ORDER BY cannot go through it.`
  return syntaxError('InvalidAggregation', message, place, 'Aggregate in the items, and sort by the name.')
}

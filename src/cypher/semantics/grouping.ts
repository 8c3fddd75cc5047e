/** Items that mix aggregations with other values: all of these must be what the rows are grouped by. */
import { syntaxError } from '../cypher-error.ts'
import { quoted } from '../quoted.ts'
import type { Expression, ExpressionOf, Name, Place } from '../syntax/ast.ts'
import type { ProjectedItem, Variable } from './analysis.ts'
import type { Collection } from './collection.ts'
import { partsOf } from './parts.ts'
import type { Pass } from './pass.ts'

/** What the rows are grouped by, as far as it may stand beside an aggregation: variables and properties. */
interface Grouping {
  readonly variables: ReadonlyMap<Variable, number>
  readonly properties: ReadonlyMap<number, number>
  /** Variables of the rows have slots below it; the others are made within the items. */
  readonly firstSlot: number
  readonly slotOf: Map<Expression, number>
  readonly pass: Pass
}

/**
 * Throws where an item with an aggregation has another value in it that the rows are not grouped by; else notes where that
 * value is found.
 */
export function checkGrouping(
  items: readonly ProjectedItem[],
  firstSlot: number,
  { slotOf }: Collection,
  pass: Pass,
): void {
  const grouping: Grouping = { ...keysOf(items, pass), firstSlot, slotOf, pass }
  for (const { expression, hasAggregation } of items) {
    if (expression && hasAggregation) checkItem(expression, grouping)
  }
}

function keysOf(items: readonly ProjectedItem[], pass: Pass): Pick<Grouping, 'variables' | 'properties'> {
  const variables = new Map<Variable, number>()
  const properties = new Map<number, number>()
  for (const { expression, from, variable, hasAggregation } of items) {
    if (hasAggregation) continue
    const plain = from ?? (expression?.kind === 'variable' ? pass.variables.get(expression) : undefined)
    if (plain) variables.set(plain, variable.slot)
    else if (expression?.kind === 'property') properties.set(pass.keys.keyOf(expression), variable.slot)
  }
  return { variables, properties }
}

/** With a stack of its own, since chains of operators are as deep as they are long. */
function checkItem(item: Expression, grouping: Grouping): void {
  const open = [item]
  for (let expression = open.pop(); expression; expression = open.pop()) {
    if (grouping.slotOf.has(expression)) continue
    const slot = slotOfKey(expression, grouping)
    if (slot !== undefined) grouping.slotOf.set(expression, slot)
    else {
      checkUses(expression, grouping)
      for (const part of [...partsOf(expression)].reverse()) open.push(part)
    }
  }
}

function slotOfKey(
  expression: Expression,
  { variables, properties, pass, firstSlot }: Grouping,
): number | undefined {
  if (expression.kind === 'variable') {
    const variable = pass.variables.get(expression)
    return variable && variables.get(variable)
  }
  if (expression.kind !== 'property' || properties.size === 0) return undefined
  const root = pass.variables.get(rootOf(expression))
  // A variable of a comprehension may have the name of one that the rows are grouped by.
  if (root && root.slot >= firstSlot) return undefined
  return properties.get(pass.keys.keyOf(expression))
}

function rootOf(property: ExpressionOf<'property'>): Expression {
  let root: Expression = property
  while (root.kind === 'property') root = root.subject
  return root
}

/** Throws where an expression itself, without its parts, takes a variable of the rows that they are not grouped by. */
function checkUses(expression: Expression, grouping: Grouping): void {
  const { pass, firstSlot } = grouping
  if (expression.kind === 'variable') {
    const variable = pass.variables.get(expression)
    if (variable && variable.slot < firstSlot) throw ambiguous(expression.name, expression)
  }
  if (expression.kind === 'map projection') {
    for (const name of namesOf(expression)) checkKey(pass.variables.get(name), name, grouping)
  }
  for (const variable of pass.imports.get(expression) ?? []) checkKey(variable, expression, grouping)
}

function namesOf({ subject, entries }: ExpressionOf<'map projection'>): readonly Name[] {
  return [subject, ...entries.flatMap((entry) => (entry.kind === 'variable' ? [entry.name] : []))]
}

/** Patterns and queries read variables where they are: these keep their values where the rows are grouped by them. */
function checkKey(variable: Variable | undefined, place: Place, { variables, firstSlot }: Grouping): void {
  if (!variable || variable.slot >= firstSlot || variables.has(variable)) return
  throw ambiguous(variable.name ?? '', place)
}

/** A value that differs among the rows of one group. */
export function ambiguous(name: string, place: Place): Error {
  const message = `${quoted(name)} stands beside an aggregation, but the rows are not grouped by it.`
  const hint =
    'Compute it in a WITH before and return it under its name as well, or put it into the aggregation.'
  return syntaxError('AmbiguousAggregationExpression', message, place, hint)
}

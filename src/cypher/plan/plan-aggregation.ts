/** Plans the aggregations of WITH and RETURN. */
import { compileExpression } from '../expressions/compile.ts'
import { findAggregation } from '../functions/find-function.ts'
import { groupRows } from '../run/aggregate.ts'
import type { Operator } from '../run/operator.ts'
import { project } from '../run/project.ts'
import { aggregate, countDistinct, countRows, countValues, type BeginTally } from '../run/tally.ts'
import type { Aggregation, Projection, Variable } from '../semantics/analysis.ts'
import { computedItem, itemText, renamedSlot } from './projected-items.ts'
import type { QueryScope } from './query-scope.ts'
import { isCountOf } from './variable-uses.ts'

/** Groups by the items without aggregations, then computes the others for each group. `certain` variables are not null. */
export function planAggregation(
  { items, aggregations, slotOf }: Projection,
  source: Operator,
  scope: QueryScope,
  certain: ReadonlySet<Variable>,
): Operator {
  const keys = items.filter(({ hasAggregation }) => !hasAggregation)
  const keySlots = keys.map(({ variable }) => variable.slot)
  const grouped = groupRows(source, {
    computed: keys.flatMap((key) => computedItem(key, scope) ?? []),
    keys: [...new Set(keySlots)],
    carried: keys.flatMap((key) => renamedSlot(key, scope) ?? []),
    tallies: aggregations.map(({ expression, slot }) => ({
      slot,
      begin: tallyOf(expression, scope, certain),
    })),
    details: items.map((item) => itemText(item, scope)).join(', '),
  })
  const within = scope.withSlots(slotOf)
  const others = items.filter(({ hasAggregation }) => hasAggregation)
  const details = others.map(({ name }) => name).join(', ')
  return project(
    grouped,
    others.flatMap((item) => computedItem(item, within) ?? []),
    details,
  )
}

function tallyOf(
  expression: Aggregation['expression'],
  scope: QueryScope,
  certain: ReadonlySet<Variable>,
): BeginTally {
  if (expression.kind === 'count rows' || isCountOf(expression, certain, scope)) return countRows
  const { name, distinct } = expression
  const given = expression.arguments.map((argument) => compileExpression(argument, scope))
  const [counted] = given
  if (name.text.toLowerCase() === 'count' && counted)
    return distinct ? countDistinct(counted) : countValues(counted)
  const definition = findAggregation(name.text)
  if (!definition) throw new Error(`There is no aggregation ${name.text}.`)
  return aggregate(definition, given, distinct)
}

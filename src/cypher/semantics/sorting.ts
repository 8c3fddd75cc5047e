/** ORDER BY and the WHERE of a WITH, which see what the clause has made. */
import type { Expression, ProjectionClause } from '../syntax/ast.ts'
import { checkCondition, typeOf } from './expressions.ts'
import { ambiguous } from './grouping.ts'
import {
  argumentsOf,
  recognize,
  recognitionOf,
  type ProjectedClause,
  type Recognition,
  type Seen,
} from './recognition.ts'
import type { AggregationRule, Surroundings } from './surroundings.ts'

/** Checks ORDER BY and WHERE, and notes which of their expressions the clause has computed already. */
export function checkSortingAndWhere(clause: ProjectionClause, projected: ProjectedClause): void {
  const { orderBy, where } = clause
  if (orderBy.length === 0 && !where) return
  const recognition = recognitionOf(clause, projected)
  for (const { expression } of orderBy) checkSortItem(expression, recognition)
  if (!where) return
  checkCondition(
    where,
    surroundingsOf(recognition, { kind: 'refused', where: 'WHERE' }, nothingSeen()),
    'WHERE',
  )
}

function nothingSeen(): Seen {
  return { hasAggregation: false, computed: undefined }
}

function checkSortItem(expression: Expression, recognition: Recognition): void {
  const seen = nothingSeen()
  typeOf(expression, surroundingsOf(recognition, ruleOf(recognition, seen), seen))
  if (seen.hasAggregation && seen.computed) throw ambiguous(seen.computed.name, seen.computed.place)
}

function surroundingsOf(recognition: Recognition, aggregations: AggregationRule, seen: Seen): Surroundings {
  const { pass, scope } = recognition
  return {
    pass,
    scope,
    aggregations,
    recognize: (expression, around) => recognize(expression, around, recognition, seen),
  }
}

/** After DISTINCT, the rows of a group that an aggregation could go through are no longer told apart. */
function ruleOf(recognition: Recognition, seen: Seen): AggregationRule {
  const { isAggregating, isDistinct, collection } = recognition
  if (!isAggregating) return { kind: 'refused', where: 'ORDER BY, unless the clause aggregates' }
  if (isDistinct)
    return { kind: 'refused', where: 'ORDER BY after DISTINCT, unless it is one of the columns' }
  return {
    kind: 'collected',
    argumentsIn: () => argumentsOf(recognition),
    collect: (aggregation, type) => {
      seen.hasAggregation = true
      collection.collect(aggregation, type)
    },
  }
}

/** Makes plans of query texts, and remembers them for each graph. */
import { neededParameters, type NeededParameter } from './needed-parameters.ts'
import { planStatement } from './plan/plan-query.ts'
import type { ProcedureDefinition } from './procedure.ts'
import { procedures as commonProcedures } from './procedures.ts'
import type { PropertyGraph } from './property-graph.ts'
import type { Operator } from './run/operator.ts'
import type { CypherNotice } from './result.ts'
import { analyze } from './semantics/analyze.ts'
import { unknownNames } from './semantics/unknown-names.ts'
import { parseStatement } from './syntax/parse.ts'

/** A query that may be run any number of times, also at the same time. */
export interface PreparedQuery {
  readonly columns: readonly string[]
  readonly plan: Operator
  /** Where the values of the columns are in each row of the plan. */
  readonly slots: readonly number[]
  readonly slotCount: number
  readonly parameters: readonly NeededParameter[]
  /** What is to be told of the query, though it runs; found out when somebody asks, as it takes a look at the whole graph. */
  readonly notices: () => readonly CypherNotice[]
  /** EXPLAIN: the plan is the answer. */
  readonly explain: boolean
}

/** How many plans are remembered for a graph, and of what texts, in UTF-16 code units. */
const [mostPlans, longestText] = [100, 10_000]

/** The plans for each graph by their texts, the one that was not asked for the longest time first. */
const plansOf = new WeakMap<PropertyGraph, Map<string, PreparedQuery>>()

/** The plan of a statement, from memory where it is known there. Throws a CypherError for one that is wrong. */
export function prepareQuery(
  graph: PropertyGraph,
  text: string,
  procedures?: readonly ProcedureDefinition[],
): PreparedQuery {
  if (procedures) return makePlan(graph, text, [...commonProcedures, ...procedures])
  const plans = plansOf.get(graph) ?? new Map<string, PreparedQuery>()
  plansOf.set(graph, plans)
  const prepared = plans.get(text) ?? makePlan(graph, text, commonProcedures)
  if (text.length <= longestText) remember(plans, text, prepared)
  return prepared
}

function remember(plans: Map<string, PreparedQuery>, text: string, prepared: PreparedQuery): void {
  plans.delete(text)
  plans.set(text, prepared)
  if (plans.size <= mostPlans) return
  const [oldest] = plans.keys()
  if (oldest !== undefined) plans.delete(oldest)
}

function makePlan(
  graph: PropertyGraph,
  text: string,
  procedures: readonly ProcedureDefinition[],
): PreparedQuery {
  const analysis = analyze(parseStatement(text), { procedures })
  const byName = new Map(procedures.map((procedure) => [procedure.name, procedure]))
  const { plan, outputs } = planStatement({ analysis, graph, text, procedures: byName })
  return {
    columns: analysis.columns,
    plan,
    slots: outputs.map(({ slot }) => slot),
    slotCount: analysis.slotCount,
    parameters: neededParameters(analysis, byName),
    notices: () => unknownNames(analysis, graph),
    explain: analysis.statement.explain,
  }
}

/** Answers Cypher queries on a graph in memory. */
import { beginBudget, type Limits, type RunBudget } from './limits.ts'
import { CypherError, runtimeError } from './cypher-error.ts'
import { checkParameters } from './needed-parameters.ts'
import { planLines } from './plan/explain.ts'
import { prepareQuery, type PreparedQuery } from './prepare-query.ts'
import type { ProcedureDefinition } from './procedure.ts'
import type { PropertyGraph } from './property-graph.ts'
import type { CypherNotice, CypherParameter, CypherResult, CypherValue } from './result.ts'
import { beginContext } from './run-context.ts'
import { forEachRowPausing } from './run/operator.ts'
import type { Value } from './value.ts'
import { parameterValue } from './values/parameter.ts'
import { publicValue } from './values/public-value.ts'

/** How a query is run. */
export interface QueryOptions {
  readonly parameters?: Readonly<Record<string, CypherParameter>>
  /** Those that are left out are as in `defaultLimits`. */
  readonly limits?: Partial<Limits>
  /**
   * Ends the run with a CypherError of the class Aborted, whose cause is the reason of the signal. It is seen between the rows
   * that the plan begins with: where one of these takes long by itself, only the limits end it sooner.
   */
  readonly signal?: AbortSignal
  /** Told of each name in the query that nothing in the graph has, before the query runs. */
  readonly onNotice?: ((notice: CypherNotice) => void) | undefined
  /** More procedures than every graph has. */
  readonly procedures?: readonly ProcedureDefinition[]
  /** The moment that functions for the current time give, in milliseconds since 1970-01-01T00:00Z. Default: now. */
  readonly now?: number
}

/**
 * The answer to a query; that to `EXPLAIN …` is its plan, in one column of lines. Rejects with a CypherError for a query
 * that is wrong, one that fails while it runs, and one that reaches a limit.
 */
export async function runQuery(
  graph: PropertyGraph,
  text: string,
  options: QueryOptions = {},
): Promise<CypherResult> {
  try {
    const budget = beginBudget(options.limits, options.signal)
    const prepared = prepareQuery(graph, text, options.procedures)
    if (options.onNotice) for (const notice of prepared.notices()) options.onNotice(notice)
    return prepared.explain ? explained(prepared) : await run(graph, prepared, options, budget)
  } catch (error) {
    throw error instanceof RangeError ? tooLarge(error) : error
  }
}

function explained({ columns, plan }: PreparedQuery): CypherResult {
  const lines = [`+ ProduceResults${columns.length > 0 ? `  ${columns.join(', ')}` : ''}`, ...planLines(plan)]
  return { columns: ['plan'], rows: lines.map((line) => [line]) }
}

async function run(
  graph: PropertyGraph,
  { columns, plan, slots, slotCount, parameters: needed }: PreparedQuery,
  { parameters = {}, now = Date.now() }: QueryOptions,
  budget: RunBudget,
): Promise<CypherResult> {
  const given = parameterValues(parameters, budget)
  checkParameters(needed, given)
  const context = beginContext(graph, { parameters: given, budget, now: { epochMilliseconds: now } })
  const frame = new Array<Value>(slotCount).fill(null)
  const rows: (readonly CypherValue[])[] = []
  const onRow = (): boolean => {
    budget.addRow()
    const row = new Array<CypherValue>(slots.length)
    for (let column = 0; column < slots.length; column++) {
      row[column] = publicValue(frame[slots[column] as number] as Value, context)
    }
    rows.push(row)
    return true
  }
  // A query that returns nothing has no rows.
  await forEachRowPausing(plan, frame, context, slots.length === 0 ? () => true : onRow, budget.pause)
  return { columns, rows }
}

function parameterValues(
  given: Readonly<Record<string, CypherParameter>>,
  budget: RunBudget,
): ReadonlyMap<string, Value> {
  const names = Object.keys(given)
  return new Map(names.map((name) => [name, parameterValue(() => given[name], { name, budget })]))
}

/** What JavaScript itself refuses: a text or a list that is too long, too many calls in one another. */
function tooLarge(error: RangeError): CypherError {
  if (/call stack/.test(error.message)) return tooManyParts(error)
  return runtimeError('LimitExceeded', 'Memory', 'The query makes something that is too large.', {
    cause: error,
  })
}

function tooManyParts(cause: RangeError): CypherError {
  const message = 'The query has too many clauses and patterns after each other, or in each other.'
  return runtimeError('LimitExceeded', 'Size', message, { cause, hint: 'Run it as several queries.' })
}

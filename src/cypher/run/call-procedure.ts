/** CALL name(…) YIELD …: gives each row once for each row of the procedure. */
import type { Context } from '../context.ts'
import type { Evaluate, Frame } from '../expressions/compile-scope.ts'
import { truthOf } from '../expressions/truth.ts'
import type { ProcedureDefinition } from '../procedure.ts'
import type { Place } from '../syntax/ast.ts'
import type { Value } from '../value.ts'
import { forEachOrNull } from './apply-subquery.ts'
import type { Operator, Step } from './operator.ts'

/** How a procedure is called. */
export interface CallOptions {
  readonly definition: ProcedureDefinition
  readonly arguments: readonly Evaluate[]
  /** Which of its fields goes to which slot. */
  readonly yields: readonly { readonly field: number; readonly slot: number }[]
  /** Of its rows. */
  readonly where: { readonly condition: Evaluate; readonly place: Place } | undefined
  /** A row for which it gives none remains, with nulls. */
  readonly isOptional: boolean
  readonly details: string
}

/** Calls the procedure for each row. One without fields lets each row through. */
export function callProcedure(source: Operator, options: CallOptions): Step {
  const { definition, yields, isOptional, details } = options
  const outputs = yields.map(({ slot }) => slot)
  return {
    name: 'ProcedureCall',
    details,
    source,
    begin: (frame, context, onRow) => {
      const forEach = (each: () => boolean): boolean => forEachResult(options, frame, context, each)
      if (definition.fields.length === 0) return { row: () => forEach(() => true) && onRow() }
      return { row: isOptional ? () => forEachOrNull(forEach, outputs, frame, onRow) : () => forEach(onRow) }
    },
  }
}

function forEachResult(
  { definition, arguments: given, yields, where }: CallOptions,
  frame: Frame,
  context: Context,
  onRow: () => boolean,
): boolean {
  const values = given.map((evaluate, index) =>
    fitting(evaluate(frame, context), definition.parameters[index]),
  )
  for (const result of definition.call(values, context)) {
    context.budget.step()
    for (const { field, slot } of yields) frame[slot] = result[field] ?? null
    if (where && truthOf(where.condition(frame, context), where.place) !== true) continue
    if (!onRow()) return false
  }
  return true
}

/** An INTEGER becomes a FLOAT where only that is accepted. */
function fitting(value: Value, parameter: ProcedureDefinition['parameters'][number] | undefined): Value {
  const isFloat =
    parameter?.types.includes('float') && !parameter.types.some((type) => takesInteger.has(type))
  return isFloat && typeof value === 'bigint' ? Number(value) : value
}

const takesInteger: ReadonlySet<string> = new Set(['integer', 'number', 'any'])

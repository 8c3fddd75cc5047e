/** The numbers of rows that SKIP and LIMIT are given. */
import type { Context } from '../context.ts'
import { runtimeError } from '../cypher-error.ts'
import type { Evaluate, Frame } from '../expressions/compile-scope.ts'
import type { Place } from '../syntax/ast.ts'

/** SKIP or LIMIT with its expression. */
export interface RowCount {
  readonly keyword: 'SKIP' | 'LIMIT'
  readonly evaluate: Evaluate
  readonly place: Place
  /** As EXPLAIN shows it. */
  readonly text: string
}

/** How many rows it says; throws a CypherError where that is no INTEGER or less than 0. */
export function readRowCount({ keyword, evaluate, place }: RowCount, frame: Frame, context: Context): number {
  const value = evaluate(frame, context)
  if (typeof value !== 'bigint') {
    throw runtimeError('SyntaxError', 'InvalidArgumentType', `${keyword} needs an INTEGER.`, {
      place,
      hint: `Give a whole number of rows, such as \`${keyword} 10\`; from JavaScript as a bigint.`,
    })
  }
  if (value < 0n) {
    const message = `${keyword} needs a number of rows that is not negative, and is given ${String(value)}.`
    throw runtimeError('SyntaxError', 'NegativeIntegerArgument', message, { place })
  }
  return Number(value)
}

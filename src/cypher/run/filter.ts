/** Lets through the rows that satisfy a condition. */
import type { Context } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import type { Operator, Step } from './operator.ts'

/** Whether the row in the frame satisfies a condition. */
export type RowTest = (frame: Frame, context: Context) => boolean

/** The rows of the source that pass the tests, which are tried in this order. */
export function filterRows(source: Operator, tests: readonly RowTest[], details: string): Step {
  const passes = allOf(tests)
  return {
    name: 'Filter',
    details,
    source,
    begin: (frame, context, onRow) => ({ row: () => !passes(frame, context) || onRow() }),
  }
}

function allOf(tests: readonly RowTest[]): RowTest {
  const [first, ...others] = tests
  if (!first) return () => true
  if (others.length === 0) return first
  return (frame, context) => {
    for (const test of tests) if (!test(frame, context)) return false
    return true
  }
}

/** Runs operators by themselves, on rows that are written down. */
import type { Context } from '../../../src/cypher/context.ts'
import type { Evaluate, Frame } from '../../../src/cypher/expressions/compile-scope.ts'
import { beginBudget, type Limits } from '../../../src/cypher/limits.ts'
import { beginContext } from '../../../src/cypher/run-context.ts'
import { forEachRow, type Leaf, type Operator } from '../../../src/cypher/run/operator.ts'
import type { Value } from '../../../src/cypher/value.ts'
import { listGraph } from '../list-graph.ts'

/** A plan that gives these rows, in the slots from 0 on; `asked` counts how many were asked for. */
export function givenRows(rows: readonly (readonly Value[])[]): Leaf & { asked: number } {
  const leaf: Leaf & { asked: number } = {
    name: 'Given',
    details: '',
    asked: 0,
    *rows(frame) {
      for (const row of rows) {
        leaf.asked += 1
        for (const [slot, value] of row.entries()) frame[slot] = value
        yield
      }
    },
  }
  return leaf
}

/** Reads a slot. */
export function slot(number: number): Evaluate {
  return (frame) => frame[number] ?? null
}

/** A context of an empty graph. */
export function emptyContext(limits: Partial<Limits> = {}): Context {
  const budget = beginBudget(limits)
  return beginContext(listGraph({ nodes: [] }), {
    parameters: new Map(),
    budget,
    now: { epochMilliseconds: 0 },
  })
}

/** The values of some slots in each row, until `most` rows have come. */
export function rowsOf(
  operator: Operator,
  slots: readonly number[],
  { most = Infinity, context = emptyContext() }: { most?: number; context?: Context } = {},
): readonly (readonly Value[])[] {
  const frame: Frame = Array.from({ length: 10 }, () => null)
  const rows: Value[][] = []
  forEachRow(operator, frame, context, () => {
    rows.push(slots.map((number) => frame[number] ?? null))
    return rows.length < most
  })
  return rows
}

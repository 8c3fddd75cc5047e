/** UNWIND: a row for each item of a list. */
import type { Context } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import type { EvaluateItems } from '../expressions/items.ts'
import { isArgument } from './argument.ts'
import type { Operator } from './operator.ts'

/** Puts each item of the list into the slot; null has none. */
export function unwind(source: Operator, items: EvaluateItems, slot: number, details: string): Operator {
  const described = { name: 'Unwind', details }
  if (isArgument(source))
    return { ...described, rows: (frame, context) => itemRows(items, slot, frame, context) }
  return {
    ...described,
    source,
    begin: (frame, context, onRow) => ({
      row: () => {
        for (const item of items(frame, context) ?? []) {
          context.budget.step()
          frame[slot] = item
          if (!onRow()) return false
        }
        return true
      },
    }),
  }
}

function* itemRows(
  items: EvaluateItems,
  slot: number,
  frame: Frame,
  context: Context,
): Generator<undefined, void> {
  for (const item of items(frame, context) ?? []) {
    context.budget.step()
    frame[slot] = item
    yield
  }
}

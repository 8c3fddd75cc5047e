/** Joins two parts of a pattern by values that are to be equal. */
import type { Context } from '../context.ts'
import type { Evaluate, Frame } from '../expressions/compile-scope.ts'
import type { Value } from '../value.ts'
import { equals, equivalenceKey } from '../values/equality.ts'
import { roughBytes } from '../values/memory.ts'
import { beginKeeping, keepRows, putRow, releaseRows, type KeptRows } from './kept-rows.ts'
import type { Operator, Step } from './operator.ts'

/** A plan that does not depend on the rows it is joined with, and what of its rows is kept. */
export interface HashedSide {
  readonly plan: Operator
  readonly slots: readonly number[]
  readonly key: Evaluate
}

interface Table {
  readonly kept: KeptRows
  /** The value that is compared, by row. */
  readonly values: Value[]
  readonly rowsByKey: Map<unknown, number[]>
  /** That the values and the keys take. */
  bytes: number
}

/** What an entry of a hash table takes, in bytes. */
const tableEntry = 64

/** For each row of the source: the rows of the hashed side whose key equals its own. */
export function joinByValue(source: Operator, key: Evaluate, hashed: HashedSide, details: string): Step {
  return {
    name: 'ValueHashJoin',
    details,
    source,
    nested: [hashed.plan],
    begin: (frame, context, onRow) => {
      let table: Table | undefined
      return {
        row: () => {
          table ??= tableOf(hashed, frame, context)
          return table.kept.count > 0 && probe(table, key(frame, context), frame, context, onRow)
        },
        end: () => {
          if (!table) return
          releaseRows(table.kept, context)
          context.budget.release(table.bytes)
        },
      }
    },
  }
}

/** What is null is equal to nothing, and is left out. */
function tableOf({ plan, slots, key }: HashedSide, frame: Frame, context: Context): Table {
  const table: Table = { kept: beginKeeping(slots), values: [], rowsByKey: new Map(), bytes: 0 }
  keepRows(table.kept, plan, frame, context, (row) => {
    const value = key(frame, context)
    if (value === null) return false
    const hash = equivalenceKey(value, context.budget)
    const bytes = tableEntry + roughBytes(value)
    table.bytes += bytes
    context.budget.keep(bytes)
    const rows = table.rowsByKey.get(hash)
    if (rows) rows.push(row)
    else table.rowsByKey.set(hash, [row])
    table.values.push(value)
    return true
  })
  return table
}

function probe(
  { kept, values, rowsByKey }: Table,
  value: Value,
  frame: Frame,
  context: Context,
  onRow: () => boolean,
): boolean {
  context.budget.step()
  const rows = value === null ? undefined : rowsByKey.get(equivalenceKey(value, context.budget))
  if (!rows) return true
  context.budget.step(rows.length)
  for (const row of rows) {
    // Equivalent values are not always equal: NaN is not, nor a list with a null.
    if (equals(values[row] as Value, value, context.budget) !== true) continue
    putRow(kept, row, frame)
    if (!onRow()) return false
  }
  return true
}

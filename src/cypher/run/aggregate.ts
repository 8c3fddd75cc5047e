/** Aggregation: one row for each group of rows that have equivalent keys. */
import type { Budget, Context } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'
import type { Value } from '../value.ts'
import { beginMeasuring, roughBytes } from '../values/memory.ts'
import type { Operator, Receiver, Step } from './operator.ts'
import { numberRows } from './row-numbers.ts'
import { putValues, valuesIn, type Computed } from './slots.ts'
import { countRows, type BeginTally, type Tally } from './tally.ts'

/** What rows are grouped by, and what is aggregated of each group. */
export interface AggregateOptions {
  /** Grouping keys that are computed first. */
  readonly computed: readonly Computed[]
  /** The slots of all grouping keys. Without any there is one row, also of no rows. */
  readonly keys: readonly number[]
  /** The slots of variables that are keys under another name: a nested query may still use them. */
  readonly carried: readonly number[]
  readonly tallies: readonly { readonly slot: number; readonly begin: BeginTally }[]
  readonly details: string
}

interface Group {
  /** Of the keys and of what is carried. */
  readonly values: readonly Value[]
  readonly tallies: readonly Tally[]
}

/** What a group takes beside its values, for each aggregation, and where rows are only counted, in bytes. */
const [groupBytes, tallyBytes, countBytes] = [120, 120, 64]

/** Groups the rows and gives a row for each group, in the order in which they first appear. */
export function groupRows(source: Operator, options: AggregateOptions): Step {
  const counted = countedSource(source, options)
  const times = counted?.countRows ?? once
  return {
    name: options.keys.length === 0 ? 'EagerAggregation' : 'Aggregation',
    details: counted ? `${options.details}; counting ${counted.details}` : options.details,
    source: counted?.source ?? source,
    begin: (frame, context) => {
      if (options.keys.length === 0) return beginOneGroup(options, times, frame, context)
      const begin = onlyCounts(options) ? beginCounts : beginGroups
      return begin(options, times, frame, context)
    },
  }
}

/** Whether nothing but rows is counted. */
function onlyCounts({ tallies }: AggregateOptions): boolean {
  return tallies.every(({ begin }) => begin === countRows)
}

type CountRows = NonNullable<Step['countRows']>

const once: CountRows = () => 1

/** The source, if nothing but the number of its rows matters, and they need not be told of one by one. */
function countedSource(source: Operator, options: AggregateOptions): Step | undefined {
  return 'source' in source && source.countRows && onlyCounts(options) ? source : undefined
}

function beginOneGroup(
  { tallies }: AggregateOptions,
  times: CountRows,
  frame: Frame,
  context: Context,
): Receiver {
  const { budget } = context
  const begun = tallies.map(({ begin }) => begin(frame, context))
  let kept = 0
  return {
    row: () => {
      kept += tell(begun, times(frame, context), budget)
      return true
    },
    *rest() {
      putResults(begun, tallies, frame)
      yield
    },
    end: () => budget.release(kept),
  }
}

/** Groups whose rows are only counted: numbers in lists, where many small groups would be many objects. */
function beginCounts(
  { computed, keys, carried, tallies }: AggregateOptions,
  times: CountRows,
  frame: Frame,
  context: Context,
): Receiver {
  const { budget } = context
  const numberRow = numberRows(keys, budget)
  const columns = [...keys, ...carried].map((slot) => ({ slot, values: [] as Value[] }))
  const counts: number[] = []
  let kept = 0
  const beginGroup = (): void => {
    let bytes = countBytes
    for (const { slot, values } of columns) {
      const value = frame[slot] as Value
      values.push(value)
      bytes += roughBytes(value)
    }
    kept += bytes
    budget.keep(bytes)
  }
  return {
    row: () => {
      const alike = times(frame, context)
      if (alike === 0) return true
      for (const { slot, evaluate } of computed) frame[slot] = evaluate(frame, context)
      const number = numberRow(frame)
      if (number === counts.length) {
        counts.push(alike)
        beginGroup()
      } else counts[number] = (counts[number] as number) + alike
      return true
    },
    *rest() {
      for (const [number, count] of counts.entries()) {
        budget.step()
        for (const { slot, values } of columns) frame[slot] = values[number] as Value
        const result = BigInt(count)
        for (const { slot } of tallies) frame[slot] = result
        yield
      }
    },
    end: () => budget.release(kept),
  }
}

function beginGroups(options: AggregateOptions, times: CountRows, frame: Frame, context: Context): Receiver {
  const { computed, keys, carried, tallies } = options
  const { budget } = context
  const slots = [...keys, ...carried]
  const numberRow = numberRows(keys, budget)
  const groups: Group[] = []
  const measure = beginMeasuring(true)
  let kept = 0
  const beginGroup = (): Group => {
    const values = valuesIn(frame, slots)
    const group = { values, tallies: tallies.map(({ begin }) => begin(frame, context)) }
    groups.push(group)
    const bytes = groupBytes + measure(values) + tallyBytes * tallies.length
    kept += bytes
    budget.keep(bytes)
    return group
  }
  return {
    row: () => {
      const alike = times(frame, context)
      if (alike === 0) return true
      for (const { slot, evaluate } of computed) frame[slot] = evaluate(frame, context)
      const group = groups[numberRow(frame)] ?? beginGroup()
      kept += tell(group.tallies, alike, budget)
      return true
    },
    *rest() {
      for (const group of groups) {
        budget.step()
        putValues(frame, slots, group.values)
        putResults(group.tallies, tallies, frame)
        yield
      }
    },
    end: () => budget.release(kept),
  }
}

/** Tells tallies of as many rows as are alike. Returns the bytes that they keep for them, which the budget counts. */
function tell(tallies: readonly Tally[], alike: number, budget: Budget): number {
  let bytes = 0
  for (const tally of tallies) bytes += tally.add(alike)
  if (bytes > 0) budget.keep(bytes)
  return bytes
}

function putResults(tallies: readonly Tally[], to: AggregateOptions['tallies'], frame: Frame): void {
  for (const [index, { slot }] of to.entries()) frame[slot] = tallies[index]?.result() ?? null
}

/** The parts of a plan that give rows, chained: a row is what is in the frame when the next part is told of it. */
import type { Context } from '../context.ts'
import type { Frame } from '../expressions/compile-scope.ts'

/** One part of a plan. It can be run many times, also while it runs. */
export type Operator = Leaf | Step | Sequence

interface Described {
  /** What EXPLAIN calls it, in Neo4j's words: `NodeByLabelScan`, `Expand(All)`. */
  readonly name: string
  /** What it does it to, as EXPLAIN prints it: `a:Person`, `(a)-[r:KNOWS]->(b)`. */
  readonly details: string
  /** The plans that it runs for each row. */
  readonly nested?: readonly Operator[]
}

/** Where rows come from. */
export interface Leaf extends Described {
  /** Comes by once for each row, having put what it finds into the frame. */
  readonly rows: (frame: Frame, context: Context) => Iterable<unknown>
}

/** The rows of several plans, one after the other. */
export interface Sequence extends Described {
  readonly branches: readonly Operator[]
}

/** Does something with the rows of another part. */
export interface Step extends Described {
  readonly source: Operator
  /** Begins a run; `onRow` is to be called with each row that it gives, and says whether more are wanted. */
  readonly begin: (frame: Frame, context: Context, onRow: () => boolean) => Receiver
  /**
   * How many rows it gives for the row of its source that is in the frame, where it puts nothing into the frame: who only
   * counts rows need not be told of each.
   */
  readonly countRows?: (frame: Frame, context: Context) => number
}

/** A step that is under way. */
export interface Receiver {
  /** Told of each row of the source. Returns whether more are wanted. */
  readonly row: () => boolean
  /**
   * The rows that it has kept, when the source has no more or no more are wanted of it: comes by once for each, having put
   * it into the frame; `onRow` is called by whoever goes through them.
   */
  readonly rest?: () => Iterable<unknown>
  /** Told when the run is over, also where no more are wanted: for counting back what it has kept. */
  readonly end?: () => void
  /** It wants no rows at all, so that the source need not begin: `LIMIT 0`. */
  readonly wantsNone?: boolean
}

/** Runs a plan: `onRow` is called with each row in the frame, until it returns false. Returns whether it never did. */
export function forEachRow(
  operator: Operator,
  frame: Frame,
  context: Context,
  onRow: () => boolean,
): boolean {
  if ('branches' in operator) {
    return operator.branches.every((branch) => forEachRow(branch, frame, context, onRow))
  }
  if (!('source' in operator)) {
    const { tell } = tellerOf(onRow, context)
    for (const _ of operator.rows(frame, context)) if (!tell()) return false
    return true
  }
  const teller = tellerOf(onRow, context)
  const { row, rest, end, wantsNone } = operator.begin(frame, context, teller.tell)
  if (wantsNone) return true
  forEachRow(operator.source, frame, context, row)
  if (rest && teller.isWanted) for (const _ of rest()) if (!teller.tell()) break
  end?.()
  return teller.isWanted
}

/** Likewise, but comes up for breath through `pause` before each row of the outermost leaf, and of what a step has kept. */
export async function forEachRowPausing(
  operator: Operator,
  frame: Frame,
  context: Context,
  onRow: () => boolean,
  pause: () => Promise<void> | undefined,
): Promise<boolean> {
  const begun: BegunStep[] = []
  let teller = tellerOf(onRow, context)
  let origin = operator
  for (; 'source' in origin; origin = origin.source) {
    const receiver = origin.begin(frame, context, teller.tell)
    if (receiver.wantsNone) return await finish(begun, pause)
    begun.push({ receiver, teller })
    teller = tellerOf(receiver.row, context)
  }
  if ('branches' in origin) {
    for (const branch of origin.branches) {
      if (!(await forEachRowPausing(branch, frame, context, teller.tell, pause))) break
    }
  } else await goThrough(origin.rows(frame, context), teller, pause)
  return await finish(begun, pause, teller)
}

/** A step that is under way, and what tells of its rows. */
interface BegunStep {
  readonly receiver: Receiver
  readonly teller: Teller
}

/** Lets the steps give what they have kept, those first that come first. Returns whether more rows are wanted. */
async function finish(
  begun: BegunStep[],
  pause: () => Promise<void> | undefined,
  outermost?: Teller,
): Promise<boolean> {
  let last = outermost
  for (let step = begun.pop(); step; step = begun.pop()) {
    const { receiver, teller } = step
    if (receiver.rest && teller.isWanted) await goThrough(receiver.rest(), teller, pause)
    receiver.end?.()
    last = teller
  }
  return last?.isWanted ?? true
}

interface Teller {
  isWanted: boolean
  readonly tell: () => boolean
}

/** Tells of rows, and remembers whether more are wanted. What is made for a row is of no use any more after it. */
function tellerOf(onRow: () => boolean, { budget }: Context): Teller {
  const teller: Teller = {
    isWanted: true,
    tell: () => {
      const { made } = budget
      teller.isWanted &&= onRow()
      budget.made = made
      return teller.isWanted
    },
  }
  return teller
}

async function goThrough(
  rows: Iterable<unknown>,
  { tell }: Teller,
  pause: () => Promise<void> | undefined,
): Promise<void> {
  for (const _ of rows) {
    const pausing = pause()
    if (pausing) await pausing
    if (!tell()) return
  }
}

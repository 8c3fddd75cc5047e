/** Divides what has to be written into steps and batches, in the order in which it can be written. */
import { edgesOf, nodesOf, type ViewOptions } from '../../../graph/property-graph.ts'
import type { Differences } from './compare.ts'
import { baseLabels, fate, type IdsByGroup } from './difference.ts'
import { rowWriter, type Target, type WrittenRow } from './rows.ts'
import { removeNodes, removeRelationships } from './statements.ts'

/** Queries that take the same rows, one after the other. */
export interface Step {
  readonly texts: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  /** Each query must find a place for every row and says for how many it did. */
  readonly counted: boolean
  /** About how many bytes the rows take. */
  readonly weight: number
}

/** What one transaction writes. */
export type Batch = readonly Step[]

/** How much is written at once. */
export interface Limits {
  /** Rows in a batch; may shrink and grow while batches are made. */
  rows: number
  /** How many it may be at most. */
  readonly most: number
}

/** How many rows a query takes at most: with more, it gets no faster. */
const longestStep = 1000

/** About how many bytes a step or a batch takes at most; one row may be heavier. */
const heaviest = 8_000_000

/** How many rows wait for others that the same query takes. */
const mostWaiting = 20_000

/** How many rows a batch has. */
export function sizeOf(batch: Batch): number {
  return batch.reduce((sum, { rows }) => sum + rows.length, 0)
}

/** All that has to be written: nodes before what ties them together, and what has to go last, in the opposite order. */
export function* batchesOf(
  target: Target,
  view: ViewOptions,
  { nodes, relationships }: Differences,
  limits: Limits,
): Generator<Batch, void, undefined> {
  const writer = rowWriter(target)
  const written = function* (): Generator<Step> {
    yield* stepsOf(
      wanted(nodesOf(target.graph, view), nodes.fates, (node, what) => writer.node(node, what)),
      limits,
    )
    yield* stepsOf(
      wanted(edgesOf(target.graph, view), relationships.fates, (edge, what, position) =>
        writer.relationship(edge, what, relationships.formerTypes.get(position)),
      ),
      limits,
    )
    yield* removals(relationships.surplus, (type) => [removeRelationships(type)], limits)
    // Nodes that were kept may have nothing of others on them any more.
    for (const ids of [nodes.surplus, nodes.kept]) {
      yield* removals(
        ids,
        (label) => removeNodes(baseLabels.find((one) => one === label) ?? 'Entity'),
        limits,
      )
    }
  }
  yield* gathered(written(), limits)
}

function* wanted<T>(
  things: Iterable<T>,
  fates: Uint8Array,
  write: (thing: T, what: number, position: number) => WrittenRow,
): Generator<WrittenRow> {
  let position = 0
  for (const thing of things) {
    const what = fates[position] ?? fate.none
    if (what !== fate.none) yield write(thing, what, position)
    position += 1
  }
}

/** Rows that wait for more that the same query takes. */
interface Waiting {
  readonly rows: (readonly unknown[])[]
  weight: number
}

function* stepsOf(rows: Iterable<WrittenRow>, limits: Limits): Generator<Step> {
  const waiting = new Map<string, Waiting>()
  let [count, heft] = [0, 0]
  const release = function* (texts: Iterable<string>): Generator<Step> {
    for (const text of texts) {
      const { rows, weight } = waiting.get(text) as Waiting
      waiting.delete(text)
      count -= rows.length
      heft -= weight
      yield { texts: [text], rows, counted: true, weight }
    }
  }
  for (const { text, row, weight } of rows) {
    const same = waiting.get(text) ?? { rows: [], weight: 0 }
    waiting.set(text, same)
    same.rows.push(row)
    same.weight += weight
    count += 1
    heft += weight
    if (same.rows.length >= Math.min(longestStep, limits.rows) || same.weight > heaviest)
      yield* release([text])
    if (count > mostWaiting || heft > heaviest) yield* release([...waiting.keys()])
  }
  yield* release([...waiting.keys()])
}

function* removals(
  ids: IdsByGroup,
  textsFor: (group: string) => readonly string[],
  limits: Limits,
): Generator<Step> {
  for (const [group, all] of ids) {
    for (let start = 0; start < all.length;) {
      const rows = all.slice(start, start + Math.min(longestStep, limits.rows)).map((id) => [id])
      start += rows.length
      yield { texts: textsFor(group), rows, counted: false, weight: 0 }
    }
  }
}

function* gathered(steps: Iterable<Step>, limits: Limits): Generator<Batch> {
  let [batch, weight]: [Step[], number] = [[], 0]
  for (const step of steps) {
    const isFull = sizeOf(batch) + step.rows.length > limits.rows || weight + step.weight > heaviest
    if (batch.length > 0 && isFull) {
      yield batch
      ;[batch, weight] = [[], 0]
    }
    batch.push(step)
    weight += step.weight
  }
  if (batch.length > 0) yield batch
}

/** Two batches, one after the other, in the place of one that is too large; undefined where it has a single row. */
export function halved(batch: Batch): readonly [Batch, Batch] | undefined {
  const size = sizeOf(batch)
  if (size < 2) return undefined
  let left = Math.ceil(size / 2)
  const [first, second]: [Step[], Step[]] = [[], []]
  for (const step of batch) {
    const here = Math.min(left, step.rows.length)
    if (here > 0) first.push({ ...step, rows: step.rows.slice(0, here) })
    if (here < step.rows.length) second.push({ ...step, rows: step.rows.slice(here) })
    left -= here
  }
  return [first, second]
}

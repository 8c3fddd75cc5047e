/**
 * Writes batches, each once and only while the load has the token, whatever fails in between.
 *
 * A batch is one transaction with the marker's count of batches, so that either both are there or neither. Where the
 * answer to a commit is lost, the count tells whether it went through. A load that was killed leaves the batches that it
 * committed, and the marker says `loading`; the next one compares everything anew and writes the rest. Only the last
 * batch says `ready`, in the transaction that writes it.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { int } from 'neo4j-driver'
import { halved, sizeOf, type Batch, type Limits } from './load-batches.ts'
import { takeTurn, type MarkerQuery } from './load-marker.ts'
import { write, type Link } from './link.ts'
import { isExhausted, patiently } from './patience.ts'
import { ConflictError, isTooLarge } from './transient.ts'

/** A load that has the token. */
export interface Writing {
  readonly link: Link
  readonly name: string
  readonly token: string
  readonly limits: Limits
  /** How many batches were committed with this token. */
  committed: number
  /** Told how many rows were written, after each batch. */
  readonly onWritten: (rows: number) => void
}

/** What is said on the marker. */
export interface Marks {
  /** In all batches but the last. */
  readonly loading: MarkerQuery
  /** In the last batch. */
  readonly ready: MarkerQuery
}

/** Commits the batches; if there are none, only what the marker then says. Two are made ahead while one is under way. */
export async function commitAll(writing: Writing, batches: Iterator<Batch>, marks: Marks): Promise<void> {
  const next = (): Batch | undefined => {
    const result = batches.next()
    return result.done ? undefined : result.value
  }
  let current: Batch | undefined = next() ?? []
  let following = next()
  while (current) {
    const committing = commitBatch(writing, current, marks, following === undefined)
    // Awaited below; until then its failure is nobody's.
    committing.catch(() => undefined)
    await turn()
    const afterwards = following && next()
    await committing
    ;[current, following] = [following, afterwards]
  }
}

async function commitBatch(writing: Writing, batch: Batch, marks: Marks, isLast: boolean): Promise<void> {
  const mark = isLast ? marks.ready : marks.loading
  try {
    await patiently(writing.link.patience, () => tryBatch(writing, batch, mark))
  } catch (error) {
    const halves = error instanceof TooLargeError ? halved(batch) : undefined
    if (!halves || isExhausted(writing.link.patience))
      throw error instanceof TooLargeError ? error.cause : error
    writing.limits.rows = Math.ceil(sizeOf(batch) / 2)
    await commitBatch(writing, halves[0], marks, false)
    await commitBatch(writing, halves[1], marks, isLast)
    return
  }
  writing.committed += 1
  writing.onWritten(sizeOf(batch))
}

/** The same transaction will not do, but two halves of it may. */
class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
}

async function tryBatch(writing: Writing, batch: Batch, mark: MarkerQuery): Promise<void> {
  try {
    await writeBatch(writing, batch, mark)
  } catch (error) {
    if (isTooLarge(error) && sizeOf(batch) > 1) throw new TooLargeError('too large', { cause: error })
    throw error
  }
}

/** All queries are sent before the first answer is there, so that the server never waits. */
function writeBatch(
  { link, name, token, committed }: Writing,
  batch: Batch,
  mark: MarkerQuery,
): Promise<void> {
  return write(link, async (transaction) => {
    const whoseTurn = takeTurn(transaction, { name, token, batch: int(committed + 1) })
    const queries: readonly Query[] = [...queriesOf(batch, name), mark]
    const results = queries.map(({ text, parameters }) => transaction.run(text, parameters))
    if ((await whoseTurn) === 'written') return await transaction.rollback()
    for (const [index, result] of results.entries()) {
      const expected = queries[index]?.expected
      const [row] = (await result).records
      if (expected !== undefined && row?.get(0) !== expected) throw new ConflictError('a row found no place')
    }
  })
}

interface Query extends MarkerQuery {
  /** How many rows it must find a place for. */
  readonly expected?: number
}

function queriesOf(batch: Batch, name: string): readonly Query[] {
  return batch.flatMap(({ texts, rows, counted }) =>
    texts.map((text) => ({ text, parameters: { name, rows }, ...(counted && { expected: rows.length }) })),
  )
}

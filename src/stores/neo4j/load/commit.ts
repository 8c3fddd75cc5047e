/**
 * Writes batches, each once and only while the load has the token, whatever fails in between.
 *
 * The server makes a transaction visible one thing after the other, so that a question may see half of it. So the marker
 * says `loading` in a transaction of its own before the first batch, and `ready` in one of its own after the last. A load
 * that was killed leaves the batches that it committed, and the marker says `loading`; the next one compares everything
 * anew and writes the rest.
 *
 * A batch is one transaction with its number on the marker, so that either both are there or neither. Where the answer to
 * a commit is lost, the number tells whether it went through. No number is ever that of two batches.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { int, type Transaction } from 'neo4j-driver'
import { halved, sizeOf, type Batch, type Limits } from './batches.ts'
import { grow, explainSize, shrink, TooLargeError } from './limits.ts'
import { takeTurn, type MarkerQuery } from './marker.ts'
import { write, type Link } from '../link.ts'
import { isExhausted, patiently } from '../patience.ts'
import { ConflictError, isUncertain } from '../transient.ts'

/** A load that has the token. */
export interface Writing {
  readonly link: Link
  readonly name: string
  readonly token: string
  readonly limits: Limits
  /** The number of the latest batch that was tried with this token, also by a comparison before. */
  batch: number
  /** Whether something may have been written of what is loaded. */
  touched: boolean
  /** Whether something had to be tried again, so that it is worth a look whether all is there. */
  disturbed: boolean
  /** Told how many rows were written, after each batch. */
  readonly onWritten: (rows: number) => void
}

/** A writing that has the token and has tried nothing yet. `rows` is how many rows a batch has at most. */
export function beginWriting(
  fixed: Pick<Writing, 'link' | 'name' | 'token' | 'onWritten'>,
  rows: number,
): Writing {
  return { ...fixed, limits: { rows, most: rows }, batch: 0, touched: false, disturbed: false }
}

/** What is said on the marker. */
export interface Marks {
  /** Before the first batch. */
  readonly loading: MarkerQuery
  /** In the last batch: what the graph is then. */
  readonly complete: MarkerQuery
  /** After the last batch; and where nothing was written after all, if the graph was ready before. */
  readonly ready: MarkerQuery
  readonly wasReady: boolean
}

/**
 * Commits the batches; if there are none, only what the marker then says. Rejects with a ConflictError where `isThere`,
 * which is asked after a disturbed load, says that not all is in the database.
 */
export async function commitAll(
  writing: Writing,
  batches: Iterator<Batch>,
  marks: Marks,
  isThere: () => Promise<boolean>,
): Promise<void> {
  try {
    await commitBatch(writing, [], marks.loading)
    await commitEach(writing, batches, marks.complete)
    writing.touched = true
    if (writing.disturbed && !(await isThere())) throw new ConflictError('not all that was written is there')
    await commitBatch(writing, [], marks.ready)
  } catch (error) {
    if (marks.wasReady && !writing.touched) await giveBack(writing, marks.ready)
    throw error
  }
}

/** Two batches are made ahead while one is under way. */
async function commitEach(writing: Writing, batches: Iterator<Batch>, complete: MarkerQuery): Promise<void> {
  const next = (): Batch | undefined => {
    const result = batches.next()
    return result.done ? undefined : result.value
  }
  let current: Batch | undefined = next() ?? []
  let following = next()
  while (current) {
    const committing = commitBatch(writing, current, following ? undefined : complete)
    // Awaited below; until then its failure is nobody's.
    committing.catch(() => undefined)
    await turn()
    const afterwards = following && next()
    await committing
    ;[current, following] = [following, afterwards]
  }
}

/** The graph is as it was, so it can be asked again. Tried once: if it fails, the next load does it. */
async function giveBack(writing: Writing, ready: MarkerQuery): Promise<void> {
  writing.batch += 1
  const attempt = { rows: [], mark: ready, number: writing.batch, isRetry: true }
  await writeBatch(writing, attempt, () => undefined).catch(() => undefined)
}

async function commitBatch(writing: Writing, batch: Batch, mark?: MarkerQuery): Promise<void> {
  try {
    await commitWhole(writing, batch, mark)
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error
    const halves = halved(batch)
    if (!halves || isExhausted(writing.link.patience)) throw error.cause
    shrink(writing.limits, sizeOf(batch))
    await commitBatch(writing, halves[0])
    await commitBatch(writing, halves[1], mark)
    return
  }
  grow(writing.limits)
  if (batch.length > 0) writing.touched = true
  writing.onWritten(sizeOf(batch))
}

/** Rejects with a TooLargeError where halves of the batch may do better. */
async function commitWhole(writing: Writing, batch: Batch, mark: MarkerQuery | undefined): Promise<void> {
  writing.batch += 1
  const number = writing.batch
  let tries = 0
  await patiently(writing.link.patience, async () => {
    tries += 1
    if (tries > 1) writing.disturbed = true
    let hasTurn = false
    try {
      await writeBatch(writing, { rows: batch, mark, number, isRetry: tries > 1 }, () => (hasTurn = true))
    } catch (error) {
      if (batch.length > 0 && isUncertain(error)) writing.touched = true
      throw explainSize(error, sizeOf(batch), tries, hasTurn)
    }
  })
}

/** One try to write a batch. */
interface Attempt {
  readonly rows: Batch
  readonly mark: MarkerQuery | undefined
  readonly number: number
  readonly isRetry: boolean
}

/**
 * All queries are sent before the first answer is there, so that the server never waits; but not of a batch that may be
 * written already, as they would fail on what it wrote before it is known that it did.
 */
function writeBatch(
  { link, name, token }: Writing,
  { rows, mark, number, isRetry }: Attempt,
  onTurn: () => void,
): Promise<void> {
  const queries: readonly Query[] = [...queriesOf(rows, name), ...(mark ? [mark] : [])]
  return write(link, async (transaction) => {
    const takingTurn = takeTurn(transaction, { name, token, batch: int(number) })
    const early = isRetry ? undefined : send(transaction, queries)
    const whoseTurn = await takingTurn
    if (whoseTurn === 'written') return await transaction.rollback().catch(() => undefined)
    onTurn()
    for (const [index, result] of (early ?? send(transaction, queries)).entries()) {
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

function send(transaction: Transaction, queries: readonly Query[]) {
  return queries.map(({ text, parameters }) => transaction.run(text, parameters))
}

function queriesOf(batch: Batch, name: string): readonly Query[] {
  return batch.flatMap(({ texts, rows, counted }) =>
    texts.map((text) => ({ text, parameters: { name, rows }, ...(counted && { expected: rows.length }) })),
  )
}

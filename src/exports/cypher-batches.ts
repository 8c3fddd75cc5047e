/** Puts nodes or relationships together into statements of Cypher, which take far less time than one statement for each. */

/** How many rows a statement has at most. */
const mostRows = 500

/** How many characters the values of a statement have, one row more or less. */
const mostCharacters = 200_000

/** What one statement writes of a node or relationship. */
export interface BatchRow {
  /** Rows with the same key go together. */
  readonly key: string
  /** By the name of their column. */
  readonly cells: ReadonlyMap<string, Cell>
}

/** A value of a row. */
export interface Cell {
  /** A literal of Cypher. */
  readonly literal: string
  /** Whether the literal is the text of a day, of which Cypher is to make a DATE; the same for all of a column. */
  readonly isDay: boolean
}

/** Rows of one key. */
export interface Batch<T extends BatchRow> {
  readonly rows: readonly [T, ...T[]]
  /** Cypher that goes through the rows, with a space after it; empty for one row. */
  readonly unwind: string
  /** For each column that one of the rows has, the Cypher for the value of the row, which is null where it has none. */
  readonly values: ReadonlyMap<string, string>
}

/** Batches that together have all rows. At any time few rows of each key are held. */
export function* batched<T extends BatchRow>(rows: Iterable<T>): Generator<Batch<T>> {
  const open = new Map<string, { rows: [T, ...T[]]; length: number }>()
  for (const row of rows) {
    const begun = open.get(row.key)
    begun?.rows.push(row)
    const batch = begun ?? { rows: [row], length: 0 }
    batch.length += lengthOf(row)
    open.set(row.key, batch)
    if (batch.rows.length < mostRows && batch.length < mostCharacters) continue
    open.delete(row.key)
    yield batchOf(batch.rows)
  }
  for (const batch of open.values()) yield batchOf(batch.rows)
}

function lengthOf({ cells }: BatchRow): number {
  let length = 0
  for (const { literal } of cells.values()) length += literal.length
  return length
}

/**
 * A list for each column: `WITH [1, 2] AS c0, ['a', null] AS c1 UNWIND range(0, 1) AS i`; none for a column that is the
 * same in all rows. Neo4j takes a list of literals for one value; with a list of maps, it would look at each value of
 * each map, which takes many times as long.
 */
function batchOf<T extends BatchRow>(rows: readonly [T, ...T[]]): Batch<T> {
  const columns = new Map(rows.flatMap(({ cells }) => [...cells]))
  const values = new Map<string, string>()
  const lists: string[] = []
  for (const [column, { isDay }] of columns) {
    const literals = rows.map(({ cells }) => cells.get(column)?.literal ?? 'null')
    const [first = 'null'] = literals
    const isSame = literals.every((literal) => literal === first)
    const value = isSame ? first : `c${lists.length}[i]`
    values.set(column, isDay ? `date(${value})` : value)
    if (!isSame) lists.push(`[${literals.join(', ')}] AS c${lists.length}`)
  }
  const before = lists.length > 0 ? `WITH ${lists.join(', ')} ` : ''
  const unwind = rows.length === 1 ? '' : `${before}UNWIND range(0, ${rows.length - 1}) AS i `
  return { rows, unwind, values }
}

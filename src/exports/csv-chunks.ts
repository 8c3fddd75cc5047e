/** Writes rows as comma-separated values, in chunks. */
import { stringify, type Options } from 'csv-stringify/sync'

/** Chunks have at least this many characters, save the last. */
const chunkLength = 1 << 16

/** Rows that are given to the library at once. */
const batchLength = 64

/** Readers that trim fields leave quoted ones alone; some take one without quotes for absent; a line break ends a row. */
const quoted: Options = { quoted_match: /^$|^\s|\s$|[\r\n]/ }

/** In what tables differ. */
export type CsvFormat = Pick<Options, 'record_delimiter' | 'escape_formulas' | 'bom'>

/** The table of these rows, the header first. */
export function* csvChunks(
  header: readonly string[],
  rows: Iterable<readonly unknown[]>,
  { bom = false, ...others }: CsvFormat,
): Generator<string, void, undefined> {
  const format: Options = { ...quoted, ...others }
  let pending = stringify([header], { ...format, bom })
  let batch: (readonly unknown[])[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < batchLength) continue
    pending += stringify(batch, format)
    batch = []
    if (pending.length < chunkLength) continue
    yield pending
    pending = ''
  }
  yield pending + stringify(batch, format)
}

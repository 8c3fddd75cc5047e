/** `stancegraph query`: answers a Cypher query. */
import type { CypherParameter, CypherResult } from '../../cypher/result.ts'
import type { CypherOptions, GraphStore } from '../../stores/graph-store.ts'
import { withStore, type QuestionOptions } from '../answer-question.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { countOf, printAll } from '../output.ts'
import { explainFailure } from '../query-failure.ts'
import { readParameters } from '../query-parameters.ts'
import { queryText } from '../query-text.ts'
import { stopOnInterrupt } from '../stop-on-interrupt.ts'
import { terminalWidth } from '../table.ts'

/** The options of the command. */
export interface QueryCommandOptions extends QuestionOptions {
  /** The file with the query; `-` for standard input. */
  readonly file?: string
  /** Each `name=value`. */
  readonly param?: readonly string[]
  readonly csv?: true
  readonly spreadsheetSafe?: true
  /** In seconds. */
  readonly timeout?: number
}

/** Prints what a query gives: as a table, as JSON or as CSV. */
export async function query(given: string | undefined, options: QueryCommandOptions): Promise<void> {
  if (options.json && options.csv) {
    throw new CommandFailure(exitCodes.usage, '--csv stands instead of --json; give one of them.')
  }
  if (options.spreadsheetSafe && !options.csv) {
    throw new CommandFailure(exitCodes.usage, '--spreadsheet-safe goes with --csv; give that too.')
  }
  const parameters = readParameters(options.param ?? [])
  const text = await queryText(given, options.file)
  const result = await withStore(options, async (store) => {
    try {
      return await ask(store, { ...options, text, parameters })
    } catch (error) {
      throw await explainFailure(error, text)
    }
  })
  if (!(await printAll(await piecesOf(result, options)))) return
  if (!options.json && !options.csv) process.stderr.write(`${countOf(result.rows.length, 'row')}\n`)
}

interface Asked extends QueryCommandOptions {
  readonly text: string
  readonly parameters: Readonly<Record<string, CypherParameter>>
}

async function ask(store: GraphStore, { text, parameters, timeout, neo4j }: Asked): Promise<CypherResult> {
  const { renderCypherNotice } = await import('../../cypher/syntax/render-error.ts')
  const limits: CypherOptions = {
    ...(timeout !== undefined && { milliseconds: timeout * 1000 }),
    onNotice: (notice) => process.stderr.write(`${renderCypherNotice(notice, text)}\n`),
  }
  // In memory, Ctrl-C ends the process, whatever it is busy with; a server has to be told.
  if (neo4j === undefined) return await store.cypher(text, parameters, limits)
  return await stopOnInterrupt((signal) => store.cypher(text, parameters, { ...limits, signal }))
}

async function piecesOf(
  result: CypherResult,
  { json, csv, spreadsheetSafe }: QueryCommandOptions,
): Promise<Iterable<string>> {
  if (json) return (await import('../../cypher/result-json.ts')).cypherJson(result)
  if (csv) return (await import('../query-csv.ts')).resultCsv(result, spreadsheetSafe ?? false)
  return (await import('../query-table.ts')).resultTable(result, terminalWidth())
}

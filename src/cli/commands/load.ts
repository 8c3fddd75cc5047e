/** `stancegraph load`: brings a graph in Neo4j into the state of a project. */
import type { LoadReport } from '../../stores/neo4j/load/report.ts'
import { withServer } from '../connect-server.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { loadGraph } from '../load-project.ts'
import { loadReportText } from '../load-report-text.ts'
import { print, printJson } from '../output.ts'
import { showProgress } from '../progress.ts'
import { stopOnInterrupt } from '../stop-on-interrupt.ts'
import type { ProjectOptions } from '../project-options.ts'
import type { ServerOptions } from '../server-options.ts'

/** The options of the command. */
export interface LoadCommandOptions extends ProjectOptions, ServerOptions {
  readonly replace?: boolean
  readonly remove?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** Loads a project that has no errors, and prints what that changed. */
export async function load(options: LoadCommandOptions): Promise<void> {
  const { neo4j: url = process.env['NEO4J_URI'] ?? '', database, name, dryRun = false, json } = options
  if (url === '') {
    throw new CommandFailure(
      exitCodes.usage,
      'no server was named; write --neo4j bolt://localhost:7687, or set NEO4J_URI.',
    )
  }
  if (options.remove && !options.data) {
    throw new CommandFailure(
      exitCodes.usage,
      '--remove goes with --data; without that, a load removes what the files do not have anyway.',
    )
  }
  const place = { url, ...(database !== undefined && { database }) }
  const report = await withServer(place, async (driver) => {
    const graph = await loadGraph(options)
    const { loadIntoNeo4j } = await import('../../stores/neo4j/load/load.ts')
    return showLoad((onProgress, signal) =>
      loadIntoNeo4j(driver, graph, {
        ...place,
        name,
        dryRun,
        replace: options.replace ?? false,
        // Some of the files are not all that the graph may have come from.
        keepMissing: options.data !== undefined && !options.remove,
        onProgress,
        signal,
      }),
    )
  })
  await (json ? printJson(jsonOf(report, dryRun)) : print(loadReportText(report, { name, dryRun })))
}

type Loading = (onProgress: (done: number, total: number) => void, signal: AbortSignal) => Promise<LoadReport>

/** Shows how far a load has come, and lets Ctrl-C stop it between two batches. */
async function showLoad(loading: Loading): Promise<LoadReport> {
  const progress = showProgress('Loading')
  try {
    return await stopOnInterrupt(
      (signal) => loading(progress.update, signal),
      'the load was stopped; run it again to end it.',
    )
  } finally {
    progress.stop()
  }
}

function jsonOf({ sources, entities, claims, missing, kept }: LoadReport, dryRun: boolean): object {
  return {
    ...(dryRun && { dryRun }),
    sources,
    entities,
    claims,
    ...(missing && { missing }),
    ...(kept.length > 0 && { kept }),
  }
}

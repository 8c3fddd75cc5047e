/** Gets the graph of a project for a command, or refuses to go on. */
import pc from 'picocolors'
import { renderText } from '../diagnostics/render.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { buildGraph } from '../project/build-graph.ts'
import type { BuildResult } from '../project/check-project.ts'
import { CommandFailure, exitCodes } from './exit-codes.ts'
import type { ProjectOptions } from './project-options.ts'
import { showProgress } from './progress.ts'

/** The most diagnostics that are printed as text. */
const shownLimit = 100

/** Reads and checks the project of a command, with progress on a terminal. */
export async function readProject({ project, schema, data, graph }: ProjectOptions): Promise<BuildResult> {
  if (graph !== undefined && data && data.length > 0) {
    throw new CommandFailure(exitCodes.usage, '--graph stands instead of --data; give one of them.')
  }
  const progress = showProgress('Reading files')
  try {
    return await buildGraph({
      project,
      ...(schema !== undefined && { schema }),
      ...(data !== undefined && { data }),
      ...(graph !== undefined && { graph }),
      onProgress: progress.update,
    })
  } finally {
    progress.stop()
  }
}

/** The graph of a project; ends the command with the errors where there are any. Warnings are left to `check`. */
export async function loadGraph(options: ProjectOptions): Promise<KnowledgeGraph> {
  const result = await readProject(options)
  if (result.ok) return result.graph
  printDiagnostics(result.diagnostics.filter(({ severity }) => severity === 'error'))
  const { errors } = result.summary
  throw new CommandFailure(
    exitCodes.faulty,
    `the project has ${errors === 1 ? 'an error' : `${errors} errors`}, so nothing was done; mend ${errors === 1 ? 'it' : 'them'} and run this again.`,
  )
}

/** Prints diagnostics on standard error, in colour on a terminal; at most 100, with the number left out. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  const shown = diagnostics.slice(0, shownLimit)
  const color = pc.isColorSupported && (process.stderr.isTTY as boolean | undefined) === true
  if (shown.length > 0) process.stderr.write(`${renderText(shown, { color })}\n`)
  const left = diagnostics.length - shown.length
  if (left > 0) process.stderr.write(`… and ${left} more; --format json of \`check\` has all.\n\n`)
}

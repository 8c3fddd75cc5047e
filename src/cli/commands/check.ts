/** `stancegraph check`: prints what is wrong with a project. */
import { resolve } from 'node:path'
import { renderGitHub } from '../../diagnostics/render.ts'
import { sarifLog } from '../../diagnostics/sarif.ts'
import type { BuildResult, Summary } from '../../project/check-project.ts'
import { nameOf } from '../../project/find-files.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { printDiagnostics, readProject } from '../load-project.ts'
import { countOf, print, printJson } from '../output.ts'
import type { ProjectOptions } from '../project-options.ts'
import { readVersion } from '../version.ts'

/** The options of the command. */
export interface CheckCommandOptions extends ProjectOptions {
  readonly format: string
  readonly maxWarnings?: string
}

/** Checks a project; fails where it has errors, or more warnings than allowed. */
export async function check(options: CheckCommandOptions): Promise<void> {
  const write = formats.get(options.format)
  if (!write) {
    const known = [...formats.keys()].join(', ')
    throw new CommandFailure(
      exitCodes.usage,
      `there is no format \`${options.format}\`; use one of ${known}.`,
    )
  }
  const allowed = readCount(options.maxWarnings)
  const result = fromHere(await readProject(options), options)
  await write(result)
  const { errors, warnings } = result.summary
  if (errors > 0) throw new CommandFailure(exitCodes.faulty, '')
  if (warnings > allowed) {
    throw new CommandFailure(
      exitCodes.faulty,
      `${countOf(warnings, 'warning')}, and --max-warnings allows ${allowed}.`,
    )
  }
}

/** Services that show faults beside lines need paths from the folder in which the command runs. */
function fromHere(result: BuildResult, { format, project }: CheckCommandOptions): BuildResult {
  if (format !== 'github' && format !== 'sarif') return result
  const path = (file: string) => nameOf(resolve('.'), resolve(project, file))
  const diagnostics = result.diagnostics.map((one) => ({
    ...one,
    file: path(one.file),
    ...(one.related && { related: one.related.map((other) => ({ ...other, file: path(other.file) })) }),
  }))
  return { ...result, diagnostics }
}

function readCount(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new CommandFailure(exitCodes.usage, `--max-warnings takes a whole number, not \`${text}\`.`)
}

const formats: ReadonlyMap<string, (result: BuildResult) => Promise<unknown>> = new Map<
  string,
  (result: BuildResult) => Promise<unknown>
>([
  ['text', printText],
  ['json', ({ diagnostics, summary }) => printJson({ diagnostics, summary })],
  ['github', ({ diagnostics }) => print(renderGitHub(diagnostics))],
  ['sarif', ({ diagnostics }) => printJson(sarifLog(diagnostics, readVersion()))],
])

async function printText({ diagnostics, summary }: BuildResult): Promise<void> {
  printDiagnostics(diagnostics)
  await print(summaryText(summary))
}

function summaryText(summary: Summary): string {
  const { files, sources, entities, claims, claimsDatedBySource, quotes, errors, warnings } = summary
  const counts = [
    countOf(files, 'file'),
    countOf(sources, 'source'),
    countOf(entities, 'entity', 'entities'),
    `${countOf(claims, 'claim')} (${claimsDatedBySource} dated by their source)`,
    `quotes: ${quotes.verified} verified, ${quotes.unchecked} unchecked`,
  ]
  return `${counts.join(', ')}.\n${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}.\n`
}

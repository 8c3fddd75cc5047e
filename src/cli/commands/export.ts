/** `stancegraph export`: writes the graph in a format of other programs. */
import { lstat, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { reasonOf } from '../../project/read-file.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { loadGraph } from '../load-project.ts'
import { print } from '../output.ts'
import type { ProjectOptions } from '../program.ts'
import { writeFileWhole } from '../write-file.ts'

export interface ExportCommandOptions extends ProjectOptions {
  readonly spreadsheetSafe?: true
}

/** A format: its text in chunks. Loaded when it is asked for. */
type Exporter = (graph: KnowledgeGraph) => Promise<Iterable<string>>

/** The formats that are one file. */
const exporters: ReadonlyMap<string, Exporter> = new Map([
  ['gexf', async (graph: KnowledgeGraph) => (await import('../../exports/gexf.ts')).toGexf(graph)],
  ['graphml', async (graph: KnowledgeGraph) => (await import('../../exports/graphml.ts')).toGraphml(graph)],
  ['jsonl', async (graph: KnowledgeGraph) => (await import('../../exports/jsonl.ts')).toJsonLines(graph)],
])

/**
 * Writes the graph to a file, or to standard output for `-`; as CSV, to two files in a folder. Older files stay as they
 * are until the new ones are whole.
 */
export async function exportGraph(
  format: string,
  target: string,
  options: ExportCommandOptions,
): Promise<void> {
  const exporter = exporters.get(format)
  if (!exporter && format !== 'csv') {
    const known = [...exporters.keys(), 'csv'].join(', ')
    throw new CommandFailure(exitCodes.usage, `there is no format \`${format}\`; use one of: ${known}.`)
  }
  if (exporter) {
    if (options.spreadsheetSafe) {
      throw new CommandFailure(exitCodes.usage, '--spreadsheet-safe is for csv only.')
    }
    await exportFile(exporter, target, options)
  } else {
    await exportTables(target, options)
  }
}

async function exportFile(exporter: Exporter, file: string, options: ProjectOptions): Promise<void> {
  const graph = await loadGraph(options)
  const chunks = await exporter(graph)
  if (file === '-') {
    for (const chunk of chunks) await print(chunk)
    return
  }
  await writeFileWhole(file, chunks)
  reportWritten(file, graph)
}

async function exportTables(folder: string, options: ExportCommandOptions): Promise<void> {
  if (folder === '-') {
    throw new CommandFailure(exitCodes.usage, 'csv is two tables; name a folder for nodes.csv and edges.csv.')
  }
  const graph = await loadGraph(options)
  const formulas: string[] = []
  const { toCsv } = await import('../../exports/csv.ts')
  const { nodes, edges } = toCsv(graph, {
    ...(options.spreadsheetSafe && { spreadsheetSafe: true }),
    onFormula: (place) => void formulas.push(place),
  })
  await writeFilesWhole(
    folder,
    new Map([
      ['nodes.csv', nodes],
      ['edges.csv', edges],
    ]),
  )
  reportWritten(`${join(folder, 'nodes.csv')} and ${join(folder, 'edges.csv')}`, graph)
  if (formulas.length > 0 && !options.spreadsheetSafe) {
    process.stderr.write(
      `A spreadsheet would run ${formulas.length === 1 ? 'a text' : `${formulas.length} texts`} as a formula (first: ${formulas[0]}); for Excel, add --spreadsheet-safe.\n`,
    )
  }
}

function reportWritten(place: string, graph: KnowledgeGraph): void {
  process.stderr.write(`Wrote ${place}: ${graph.entities.size} entities, ${graph.claims.size} claims.\n`)
}

/** Writes files beside their places in a folder, and renames them when all are whole. */
async function writeFilesWhole(folder: string, files: ReadonlyMap<string, Iterable<string>>): Promise<void> {
  let temporary: string | undefined
  try {
    await mkdir(folder, { recursive: true })
    temporary = await mkdtemp(join(folder, '.export-'))
    for (const [name, chunks] of files) await writeFileWhole(join(temporary, name), chunks)
    for (const name of files.keys()) await refuseFolder(join(folder, name))
    for (const name of files.keys()) await rename(join(temporary, name), join(folder, name))
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new CommandFailure(exitCodes.environment, `cannot write into \`${folder}\`: ${reasonOf(error)}.`)
  } finally {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true })
  }
}

/** A folder would stop the renaming half way. */
async function refuseFolder(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined)
  if (!found?.isDirectory()) return
  throw new CommandFailure(exitCodes.environment, `cannot write \`${path}\`: it is a folder.`)
}

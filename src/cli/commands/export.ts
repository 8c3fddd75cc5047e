/** `stancegraph export`: writes the graph in a format of other programs. */
import { join } from 'node:path'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { loadGraph } from '../load-project.ts'
import { countOf, print } from '../output.ts'
import type { ProjectOptions } from '../project-options.ts'
import { writeFilesWhole, writeFileWhole } from '../write-file.ts'

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

/** A mistyped name must not cost anybody's work. */
function refuseClaims(file: string): void {
  if (!/\.ya?ml$/i.test(file)) return
  throw new CommandFailure(exitCodes.usage, `\`${file}\` is named like a file of claims; name another file.`)
}

async function exportFile(exporter: Exporter, file: string, options: ProjectOptions): Promise<void> {
  refuseClaims(file)
  const graph = await loadGraph(options)
  const chunks = await exporter(graph)
  if (file === '-') {
    // A reader that has seen enough needs no more.
    for (const chunk of chunks) if (!(await print(chunk))) return
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
  process.stderr.write(
    `Wrote ${place}: ${countOf(graph.entities.size, 'entity', 'entities')}, ${countOf(graph.claims.size, 'claim')}.\n`,
  )
}

/** `stancegraph export`: writes the graph in a format of other programs. */
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { loadGraph } from '../load-project.ts'
import { countOf, print } from '../output.ts'
import type { ProjectOptions } from '../project-options.ts'
import { writeFilesWhole, writeFileWhole } from '../write-file.ts'

export interface ExportCommandOptions extends ProjectOptions {
  readonly spreadsheetSafe?: true
  /** What the graph is to be called in Neo4j. */
  readonly name?: string
}

/** A format: its text in chunks. Loaded when it is asked for. */
type Exporter = (graph: KnowledgeGraph, options: ExportCommandOptions) => Promise<Iterable<string>>

/** The formats that are one file. */
const exporters: ReadonlyMap<string, Exporter> = new Map<string, Exporter>([
  ['gexf', async (graph) => (await import('../../exports/gexf.ts')).toGexf(graph)],
  ['graphml', async (graph) => (await import('../../exports/graphml.ts')).toGraphml(graph)],
  ['jsonl', async (graph) => (await import('../../exports/jsonl.ts')).toJsonLines(graph)],
  [
    'cypher',
    async (graph, options) => (await import('../../exports/cypher.ts')).toCypherScript(graph, options),
  ],
])

/** The formats that are files in a folder. */
const folderExporters = new Map([
  ['csv', exportTables],
  ['neo4j-admin', exportForImporter],
])

/** The options that not all formats have, and the formats that have them. */
const formatOptions = [
  ['spreadsheetSafe', '--spreadsheet-safe', ['csv']],
  ['name', '--name', ['cypher', 'neo4j-admin']],
] as const

/**
 * Writes the graph to a file, or to standard output for `-`; as CSV and for neo4j-admin, to files in a folder. Older
 * files stay as they are until the new ones are whole.
 */
export async function exportGraph(
  format: string,
  target: string,
  options: ExportCommandOptions,
): Promise<void> {
  const exporter = exporters.get(format)
  const folderExporter = folderExporters.get(format)
  if (exporter ?? folderExporter) refuseOptions(format, options)
  if (exporter) await exportFile(exporter, target, options)
  else if (folderExporter) await folderExporter(target, options)
  else {
    const known = [...exporters.keys(), ...folderExporters.keys()].join(', ')
    throw new CommandFailure(exitCodes.usage, `there is no format \`${format}\`; use one of: ${known}.`)
  }
  if (format === 'cypher' && target !== '-') await reportCommand(target)
}

function refuseOptions(format: string, options: ExportCommandOptions): void {
  for (const [key, option, formats] of formatOptions) {
    if (options[key] === undefined || formats.some((each) => each === format)) continue
    throw new CommandFailure(exitCodes.usage, `${option} is for ${formats.join(' and ')} only.`)
  }
}

/** A mistyped name must not cost anybody's work. */
function refuseClaims(file: string): void {
  if (!/\.ya?ml$/i.test(file)) return
  throw new CommandFailure(exitCodes.usage, `\`${file}\` is named like a file of claims; name another file.`)
}

async function exportFile(exporter: Exporter, file: string, options: ExportCommandOptions): Promise<void> {
  refuseClaims(file)
  const graph = await loadGraph(options)
  const chunks = await exporter(graph, options)
  if (file === '-') {
    // A reader that has seen enough needs no more.
    for (const chunk of chunks) if (!(await print(chunk))) return
    return
  }
  await writeFileWhole(file, chunks)
  reportWritten(file, graph)
}

async function reportCommand(file: string): Promise<void> {
  const { shellWord } = await import('../../neo4j/shell-word.ts')
  process.stderr.write(`Next: cypher-shell --file ${shellWord(file)}\n`)
}

async function exportForImporter(folder: string, options: ExportCommandOptions): Promise<void> {
  if (folder === '-') {
    throw new CommandFailure(exitCodes.usage, 'neo4j-admin reads several files; name a folder for them.')
  }
  const graph = await loadGraph(options)
  const { toNeo4jAdmin } = await import('../../exports/neo4j-admin.ts')
  const files = toNeo4jAdmin(graph, options)
  await writeFilesWhole(folder, files)
  const script = join(folder, 'import.sh')
  await chmod(script, 0o755)
  reportWritten(`${[...files.keys()].join(', ')} in ${folder}`, graph)
  const { shellWord } = await import('../../neo4j/shell-word.ts')
  process.stderr.write(
    `Next, with the server stopped: sh ${shellWord(script)}\nWhat the database held before is replaced.\n`,
  )
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

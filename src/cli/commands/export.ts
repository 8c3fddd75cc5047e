/** `stancegraph export`: writes the graph in a format of other programs. */
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { loadGraph } from '../load-project.ts'
import { print } from '../output.ts'
import type { ProjectOptions } from '../program.ts'
import { writeFileWhole } from '../write-file.ts'

/** A format: its text in chunks. Loaded when it is asked for. */
type Exporter = (graph: KnowledgeGraph) => Promise<Iterable<string>>

const exporters: ReadonlyMap<string, Exporter> = new Map([
  ['gexf', async (graph: KnowledgeGraph) => (await import('../../exports/gexf.ts')).toGexf(graph)],
])

/** Writes the graph to a file, or to standard output for `-`. An older file stays as it is until the new one is whole. */
export async function exportGraph(format: string, file: string, options: ProjectOptions): Promise<void> {
  const exporter = exporters.get(format)
  if (!exporter) {
    const known = [...exporters.keys()].join(', ')
    throw new CommandFailure(exitCodes.usage, `there is no format \`${format}\`; use one of: ${known}.`)
  }
  const graph = await loadGraph(options)
  const chunks = await exporter(graph)
  if (file === '-') {
    for (const chunk of chunks) await print(chunk)
    return
  }
  await writeFileWhole(file, chunks)
  process.stderr.write(`Wrote ${file}: ${graph.entities.size} entities, ${graph.claims.size} claims.\n`)
}

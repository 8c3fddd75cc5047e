/** Executes what sets a scenario up: statements that create a graph, or delete some of it. */
import { createAll } from './create-patterns.ts'
import { type SetupPart, setupPartsOf } from './query-tokens.ts'
import { type SetupGraph, remove } from './setup-graph.ts'
import { type SetupRow, evaluate, readRows } from './setup-rows.ts'

/** Changes the graph by the statements of a setup. Throws where one is beyond what setups need. */
export async function runSetup(graph: SetupGraph, setup: string): Promise<void> {
  for (const parts of setupPartsOf(setup)) {
    let rows: readonly SetupRow[] = [new Map()]
    for (const part of parts) rows = await runPart(graph, rows, part)
  }
}

async function runPart(
  graph: SetupGraph,
  rows: readonly SetupRow[],
  { kind, text }: SetupPart,
): Promise<readonly SetupRow[]> {
  if (kind === 'read') return await readRows(graph, rows, text)
  if (kind === 'create') return await createAll(graph, rows, text)
  // What setups delete are variables.
  const deleted = await evaluate(graph, rows, text.split(','))
  for (const value of deleted.flat()) if (typeof value === 'object' && value !== null) remove(graph, value)
  return rows
}

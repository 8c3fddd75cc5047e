/** Graphs of generated projects. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateProject } from '../../../scripts/generate-project.ts'
import type { KnowledgeGraph } from '../../../src/graph/knowledge-graph.ts'
import { buildGraph } from '../../../src/project/build-graph.ts'

/** The graph of a generated project. Those of other seeds share some entities, sources and claims with it. */
export async function generatedGraph(claims: number, seed: number): Promise<KnowledgeGraph> {
  const project = mkdtempSync(join(tmpdir(), 'stancegraph-generated-'))
  try {
    generateProject(claims, project, seed)
    const built = await buildGraph({ project })
    if (!built.ok) throw new Error('the generated project has errors')
    return built.graph
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
}

/** Checks the files of a project against its graph schema and builds the graph. No file system in it. */
import { checkClaims, type CheckedClaims } from '../claims/check-claims.ts'
import { readDrafts } from '../claims/read-drafts.ts'
import type { SourceDraft } from '../claims/drafts.ts'
import type { QuoteCounts } from '../claims/rules/quotes-in-text.ts'
import {
  collectDiagnostics,
  compareDiagnostics,
  type Diagnostic,
  type Report,
} from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../diagnostics/source-file.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { readSchema } from '../schema/read-schema.ts'
import { placeOf, type YamlScalar } from '../yaml/yaml-node.ts'
import { readYaml } from '../yaml/read-yaml.ts'

/** What a check has seen. */
export interface Summary {
  /** Data and schema files. */
  readonly files: number
  /** Sources, entities and claims that are valid. */
  readonly sources: number
  readonly entities: number
  readonly claims: number
  /** Claims without a date of their own, which took the publication date of their source. */
  readonly claimsDatedBySource: number
  /** Quotes found in the text of their source, and quotes of sources without a text. */
  readonly quotes: QuoteCounts
  readonly errors: number
  readonly warnings: number
}

/** What came of a check: the graph where there is no error, and in any case what was found, sorted by place. */
export type BuildResult =
  | {
      readonly ok: true
      readonly graph: KnowledgeGraph
      readonly diagnostics: readonly Diagnostic[]
      readonly summary: Summary
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly summary: Summary }

/** A source's text, or why there is none. */
export type TextReading =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'missing' | 'outside' | 'not utf-8' }
  | { readonly kind: 'too large' | 'unreadable'; readonly reason: string }

/** The files of a project, read. */
export interface ProjectFiles {
  readonly schema: readonly SourceFile[]
  readonly data: readonly SourceFile[]
  /** Reads the text that a source in `dataFile` names by a path relative to that file. */
  readonly readText: (dataFile: SourceFile, path: string) => Promise<TextReading>
  /** Faults of files that could not be read. */
  readonly faults?: readonly Diagnostic[]
}

/** Checks a project, never throwing for what its files say. The order of the files makes no difference. */
export async function checkProject(files: ProjectFiles): Promise<BuildResult> {
  const { diagnostics, report } = collectDiagnostics()
  diagnostics.push(...(files.faults ?? []))
  const schema = readSchema(files.schema, report)
  const documents = files.data.map((file) => ({ file, documents: readYaml(file, report) }))
  const drafts = readDrafts(documents, report)
  const texts = await readTexts(drafts.sources, files, report)
  const checked = checkClaims(drafts, schema, texts, report)
  diagnostics.sort(compareDiagnostics)
  const summary = summarize(files, checked, diagnostics)
  return summary.errors > 0
    ? { ok: false, diagnostics, summary }
    : { ok: true, graph: checked.graph, diagnostics, summary }
}

/** The texts of sources by id; why one cannot be had is reported where it is named. */
async function readTexts(
  sources: readonly SourceDraft[],
  { readText }: ProjectFiles,
  report: Report,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const { id, file, map } of sources) {
    const node = map.entries.find(({ key }) => key === 'text')?.value
    if (node?.kind !== 'scalar' || node.text === '') continue
    const reading = await readText(file, node.text)
    if (reading.kind === 'read') texts.set(id, reading.text)
    else reportText(reading, node, file, report)
  }
  return texts
}

function reportText(
  reading: Exclude<TextReading, { kind: 'read' }>,
  node: YamlScalar,
  file: SourceFile,
  report: Report,
): void {
  const place = placeOf(file, node)
  switch (reading.kind) {
    case 'missing':
      return report('missing-text', place, { path: node.text })
    case 'outside':
      return report('text-outside-project', place, { path: node.text })
    case 'not utf-8':
      return report('text-not-utf-8', place, { path: node.text })
    case 'too large':
    case 'unreadable':
      return report('unreadable-text', place, { path: node.text, reason: reading.reason })
  }
}

function summarize(
  files: ProjectFiles,
  { graph, quotes, datedBySource }: CheckedClaims,
  diagnostics: readonly Diagnostic[],
): Summary {
  const count = (severity: Diagnostic['severity']) =>
    diagnostics.filter((one) => one.severity === severity).length
  return {
    files: files.schema.length + files.data.length,
    sources: graph.sources.size,
    entities: graph.entities.size,
    claims: graph.claims.size,
    claimsDatedBySource: datedBySource,
    quotes,
    errors: count('error'),
    warnings: count('warning'),
  }
}

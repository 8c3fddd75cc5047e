/** Checks the files of a project against its graph schema and builds the graph. No file system in it. */
import { checkClaims, type CheckedClaims } from '../claims/check-claims.ts'
import type { SchemaReading } from '../claims/check.ts'
import type { Drafts, SourceDraft } from '../claims/drafts.ts'
import { noDrafts, readDocuments } from '../claims/read-drafts.ts'
import { readLine } from '../claims/read-lines.ts'
import type { QuoteCounts } from '../claims/rules/quotes-in-text.ts'
import {
  collectDiagnostics,
  compareDiagnostics,
  type Diagnostic,
  type Report,
} from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../diagnostics/source-file.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { schemaDifference } from '../graph/schema-record.ts'
import { readSchema } from '../schema/read-schema.ts'
import { placeOf, type YamlDocument, type YamlScalar } from '../yaml/yaml-node.ts'
import { isEmpty } from '../yaml/read-values.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import type { LineReading } from './read-lines.ts'

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

/** A data file: YAML, or JSON Lines, which are streamed. */
export type DataFile =
  | { readonly kind: 'yaml'; readonly file: SourceFile }
  | {
      readonly kind: 'lines'
      readonly name: string
      readonly lines: Iterable<LineReading> | AsyncIterable<LineReading>
    }

/** The files of a project, read. */
export interface ProjectFiles {
  /** None where the data brings its graph schema along. */
  readonly schema: readonly SourceFile[]
  readonly data: readonly DataFile[]
  /**
   * Reads the text that a source in `dataFile` names by a path relative to that file. Without it, quotes are not
   * checked and keep the positions that they have.
   */
  readonly readText?: (dataFile: SourceFile, path: string) => Promise<TextReading>
  /** Faults of files that could not be read. What they declare is not known, so that nothing follows from them. */
  readonly faults?: { readonly schema: readonly Diagnostic[]; readonly data: readonly Diagnostic[] }
}

/** Checks a project, never throwing for what its files say. The order of the files makes no difference. */
export async function checkProject(files: ProjectFiles): Promise<BuildResult> {
  const { diagnostics, report } = collectDiagnostics()
  diagnostics.push(...(files.faults?.schema ?? []), ...(files.faults?.data ?? []))
  const schemaDocuments = files.schema.flatMap((file) => readYaml(file, report))
  const drafts = await readDrafts(files, report)
  const schema = findSchema(schemaDocuments, files, drafts, report)
  const texts = files.readText
    ? await readTexts(drafts.sources, files.readText, report)
    : new Map<string, string>()
  const checked = schema && checkClaims(drafts, schema, texts, report)
  diagnostics.sort(compareDiagnostics)
  const summary = summarize(files, checked, diagnostics)
  return checked && summary.errors === 0
    ? { ok: true, graph: checked.graph, diagnostics, summary }
    : { ok: false, diagnostics, summary }
}

/** Reads the data files in the order of their names. */
async function readDrafts({ data: files, faults }: ProjectFiles, report: Report): Promise<Drafts> {
  const drafts = noDrafts()
  for (const { file } of faults?.data ?? []) drafts.lostFiles.push(file)
  const nameOf = (data: DataFile) => (data.kind === 'yaml' ? data.file.name : data.name)
  for (const data of [...files].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))) {
    if (data.kind === 'yaml') readDocuments(data.file, readYaml(data.file, report), { drafts, report })
    else for await (const reading of data.lines) readLineOrReport(reading, drafts, report)
  }
  return drafts
}

function readLineOrReport(reading: LineReading, drafts: Drafts, report: Report): void {
  const { line } = reading
  if (reading.kind !== 'read') drafts.lostFiles.push(line.name)
  switch (reading.kind) {
    case 'read':
      return readLine(line, { drafts, report })
    case 'too long':
      return report('line-too-long', { file: line, start: 0, end: 0 }, { limit: reading.limit })
    case 'not utf-8':
      return report('not-utf-8', { file: line, start: reading.offset, end: reading.offset + 1 }, {})
    case 'unreadable':
      return report('unreadable-file', { file: line, start: 0, end: 0 }, { reason: reading.reason })
  }
}

/**
 * The graph schema of the project, or else the one that the data brings along; all of them must be equal. Undefined
 * where there is none, or a part of it could not be read, which is reported.
 */
function findSchema(
  documents: readonly YamlDocument[],
  files: ProjectFiles,
  { schemas, failedTexts, lostFiles }: Drafts,
  report: Report,
): SchemaReading | undefined {
  if (files.faults && files.faults.schema.length > 0) return undefined
  const all = [...(files.schema.length > 0 ? [documents] : []), ...schemas.map((one) => [one])]
  const first = all.shift()
  if (!first) {
    const isUnread = lostFiles.length > 0 || failedTexts.some((text) => /^\s*\{\s*"schema"/.test(text))
    if (isUnread) return undefined
    const [data] = files.data
    const name = data?.kind === 'lines' ? data.name : ''
    report('missing-schema', { file: { name, text: '' }, start: 0, end: 0 }, {})
    return undefined
  }
  const schema = readSchema(first, report)
  for (const [other] of all) {
    if (!other) continue
    const read = readSchema([other], report)
    if (read.damagedTypes.size + read.damagedRelations.size + read.failedTexts.length > 0) continue
    const name = schemaDifference(schema.schema, read.schema)
    if (name !== undefined) report('schema-differs', other, { name })
  }
  return schema
}

/** The texts of sources by id; why one cannot be had is reported where it is named. */
async function readTexts(
  sources: readonly SourceDraft[],
  readText: NonNullable<ProjectFiles['readText']>,
  report: Report,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const { id, file, map } of sources) {
    const node = map.entries.find(({ key }) => key === 'text')?.value
    if (node?.kind !== 'scalar' || isEmpty(node)) continue
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
  checked: CheckedClaims | undefined,
  diagnostics: readonly Diagnostic[],
): Summary {
  const { faults = { schema: [], data: [] } } = files
  const count = (severity: Diagnostic['severity']) =>
    diagnostics.filter((one) => one.severity === severity).length
  return {
    files: files.schema.length + files.data.length + faults.schema.length + faults.data.length,
    sources: checked?.graph.sources.size ?? 0,
    entities: checked?.graph.entities.size ?? 0,
    claims: checked?.graph.claims.size ?? 0,
    claimsDatedBySource: checked?.datedBySource ?? 0,
    quotes: checked?.quotes ?? { verified: 0, unchecked: 0 },
    errors: count('error'),
    warnings: count('warning'),
  }
}

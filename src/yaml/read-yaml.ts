/** Text of a file → values that know their place in it, or diagnostics. */
import type { ParsedNode, YAMLError } from 'yaml'
import type { Report } from '../diagnostics/diagnostic.ts'
import type { Place, SourceFile } from '../diagnostics/source-file.ts'
import { composeDocument } from './compose-document.ts'
import { convertNode } from './convert-node.ts'
import { codePointName, forbiddenRuns } from './forbidden-characters.ts'
import { depthLimit, parseDocument } from './parse-document.ts'
import { reportMarks } from './report-marks.ts'
import { splitDocuments, type Stretch } from './split-documents.ts'
import { explainSyntaxFault } from './syntax-fault.ts'
import { isEmpty } from './read-values.ts'
import type { YamlDocument } from './yaml-node.ts'

/** A file with more runs of forbidden characters than this is not text, and is reported once. */
const forbiddenLimit = 20

interface Reading {
  readonly file: SourceFile
  /** The file's text, in which every line break is LF or CRLF. Offsets are those of the file. */
  readonly text: string
  readonly report: Report
  /** Where forbidden characters stand, which has been reported. */
  readonly forbidden: readonly Stretch[]
}

/**
 * Reads the YAML documents of a file. Scalars stay the text that is written, and nothing is ever expanded. It does not
 * throw, whatever the text: what cannot be read is reported, and its document is marked as failed or a part of it as
 * unread.
 */
export function readYaml(file: SourceFile, report: Report): YamlDocument[] {
  const forbidden = [...forbiddenRuns(file.text)]
  if (forbidden.length > forbiddenLimit) {
    reportForbidden(file, forbidden.slice(0, 1), forbidden.length - 1, report)
    return [failedDocument(file, { start: 0, end: file.text.length })]
  }
  reportForbidden(file, forbidden, 0, report)
  // To YAML a lone CR is a line break, to package `yaml` it is not.
  const text = file.text.replace(/\r(?!\n)/g, '\n')
  const reading = { file, text, report, forbidden }
  return splitDocuments(text).flatMap((stretch) => readDocument(stretch, reading) ?? [])
}

function reportForbidden(file: SourceFile, runs: readonly Stretch[], others: number, report: Report): void {
  for (const { start, end } of runs)
    report(
      'forbidden-character',
      { file, start, end },
      { character: codePointName(file.text, start), others },
    )
}

/** Undefined where there are only white space and comments. */
function readDocument(stretch: Stretch, reading: Reading): YamlDocument | undefined {
  const { file, report, forbidden } = reading
  const root = withoutThrowing(() => readRoot(stretch, reading), stretch, reading)
  if (root === undefined) return undefined
  if (root === 'failed') return failedDocument(file, stretch)
  const unread: Place[] = []
  const value = convertNode(root, { file, report, unread, hasForbidden: forbidden.length > 0 })
  return { file, ...(!isEmpty(value) && { root: value }), failed: false, unread, ...stretch }
}

function failedDocument(file: SourceFile, stretch: Stretch): YamlDocument {
  return { file, failed: true, unread: [{ file, ...stretch }], ...stretch }
}

/** A fault in package `yaml` must not hide the other documents of a project. */
function withoutThrowing<T>(read: () => T, stretch: Stretch, { file, report }: Reading): T | 'failed' {
  try {
    return read()
  } catch {
    report('yaml-syntax', { file, ...stretch }, { fault: 'The document cannot be read as YAML.' })
    return 'failed'
  }
}

function readRoot(
  stretch: Stretch,
  { file, text, report, forbidden }: Reading,
): ParsedNode | 'failed' | undefined {
  const { tokens, marks, tooDeep } = parseDocument(text, stretch)
  reportMarks(marks, file, report)
  if (tooDeep) report('too-deep', { file, ...tooDeep }, { limit: depthLimit })
  if (tooDeep || marks.aliases.length > 0 || marks.mergeKeys.length > 0) return 'failed'
  const { root, error } = composeDocument(tokens.filter(({ type }) => type !== 'directive'))
  if (!error) return root
  const isForbidden = forbidden.some(({ start }) => start >= stretch.start && start < stretch.end)
  const isMarked = isAboutMarks(error) && marks.anchors.length + marks.tags.length > 0
  if (!isForbidden && !isMarked) {
    const { start, end, ...params } = explainSyntaxFault(error, text, tokens)
    report('yaml-syntax', { file, start, end }, params)
  }
  return 'failed'
}

/** Anchors and tags are reported as such, whatever else is wrong with them. */
function isAboutMarks({ code, message }: YAMLError): boolean {
  return (
    /ALIAS|ANCHOR|TAG|BAD_PROP_ORDER|BAD_COLLECTION_TYPE/.test(code) || message.startsWith('Tags and anchors')
  )
}

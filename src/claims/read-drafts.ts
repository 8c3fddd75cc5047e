/** Reads the documents of data files into drafts: which sources, entities and claims are there, in what form. */
import type { Report } from '../diagnostics/diagnostic.ts'
import type { SourceFile } from '../diagnostics/source-file.ts'
import { nfc } from '../names/nfc.ts'
import { isEmpty, readList, readMap, readText, reportUnknownKey } from '../yaml/read-values.ts'
import {
  placeOf,
  placeOfKey,
  placeWithin,
  unreadTexts,
  type YamlDocument,
  type YamlEntry,
  type YamlNode,
  type YamlScalar,
} from '../yaml/yaml-node.ts'
import { parseTriple, type ParsedTriple, type TriplePart } from './arrow.ts'
import type { ClaimDraft, ClaimKeys, Drafts, GivenId, SourceDraft, WrittenName } from './drafts.ts'

/** Where drafts are collected. */
export interface Reading {
  readonly drafts: Drafts
  readonly report: Report
}

/** No drafts yet. */
export function noDrafts(): Drafts {
  return { sources: [], entities: [], claims: [], givenIds: [], schemas: [], failedTexts: [], lostFiles: [] }
}

/** Adds what the documents of a YAML file say. */
export function readDocuments(file: SourceFile, documents: readonly YamlDocument[], reading: Reading): void {
  reading.drafts.failedTexts.push(...unreadTexts(documents).map(nfc))
  for (const document of documents) readDocument(file, document, reading)
}

const documentKeys = ['source', 'entities', 'claims'] as const

function readDocument(file: SourceFile, document: YamlDocument, reading: Reading): void {
  const entries = document.root && readMapOrNote(document.root, file, reading)
  if (!entries) return
  let source: ClaimDraft['source']
  for (const entry of entries) {
    switch (entry.key) {
      case 'source':
        source = addSource(entry, file, reading) ?? 'unreadable'
        break
      case 'entities':
        readEntities(entry, file, reading)
        break
      case 'claims':
        break
      default:
        reportUnknownKey(entry, 'a document', documentKeys, file, reading.report)
        noteUnread(entry.value, file, reading)
    }
  }
  const claims = entries.find(({ key }) => key === 'claims')
  if (claims) readClaims(claims, source, file, reading)
}

/** The entries of a map. What is no map is not read, and the names in it are not unknown. */
function readMapOrNote(node: YamlNode, file: SourceFile, reading: Reading): readonly YamlEntry[] | undefined {
  const entries = readMap(node, file, reading.report)
  if (!entries) noteUnread(node, file, reading)
  return entries
}

/** Notes that something was not read, for a fault that has been reported. */
export function noteUnread({ start, end }: YamlNode, file: SourceFile, { drafts }: Reading): void {
  drafts.failedTexts.push(nfc(file.text.slice(start, end)))
}

/** Adds a source whose entry is given; undefined where it is at fault, which has been reported. */
export function addSource(key: YamlEntry, file: SourceFile, reading: Reading): SourceDraft | undefined {
  const { drafts, report } = reading
  const entries = readMapOrNote(key.value, file, reading)
  if (!entries || key.value.kind !== 'map') return undefined
  const entry = entries.find((candidate) => candidate.key === 'id')
  if (!entry) {
    report('missing-key', placeOfKey(file, key), { key: 'id', of: 'The source' })
    noteUnread(key.value, file, reading)
    return undefined
  }
  const idScalar = readScalar(entry.value, file, report)
  if (!idScalar) return undefined
  const draft = { file, id: nfc(idScalar.text), idScalar, key, map: key.value }
  drafts.sources.push(draft)
  return draft
}

function readEntities(key: YamlEntry, file: SourceFile, reading: Reading): void {
  const { drafts, report } = reading
  if (isEmpty(key.value)) return
  for (const entry of readMapOrNote(key.value, file, reading) ?? []) {
    readMap(entry.value, file, report)
    const map = entry.value.kind === 'map' ? entry.value : undefined
    drafts.entities.push({ file, handle: nfc(entry.key), key: entry, map })
  }
}

function readClaims(key: YamlEntry, source: ClaimDraft['source'], file: SourceFile, reading: Reading): void {
  const { drafts, report } = reading
  if (isEmpty(key.value)) return
  const items = readList(key.value, file, report)
  if (!items) noteUnread(key.value, file, reading)
  for (const item of items ?? []) {
    drafts.givenIds.push(...readGivenId(item, file, report))
    const draft = readClaim(item, source, file, report)
    if (draft) drafts.claims.push(draft)
  }
}

/** The id that a claim gives, if any; also of one that has no triple, since others may be about it. */
export function readGivenId(claim: YamlNode, file: SourceFile, report: Report): GivenId[] {
  const entry = claim.kind === 'map' ? claim.entries.find(({ key }) => key === 'id') : undefined
  const id = entry && readText(entry.value, file, report)
  return entry && id !== undefined ? [{ id: nfc(id), place: placeOf(file, entry.value) }] : []
}

/** A claim's triple as found: in arrow notation, or in the long form. */
interface Triple {
  readonly triple: YamlScalar
  readonly subjects: readonly WrittenName[]
  readonly relation: WrittenName
  readonly objects: readonly WrittenName[]
}

/** Reads a claim; undefined where it has no triple, which has been reported. */
export function readClaim(
  node: YamlNode,
  source: ClaimDraft['source'],
  file: SourceFile,
  report: Report,
): ClaimDraft | undefined {
  if (node.kind === 'scalar' && !isEmpty(node)) {
    const triple = readArrow(node, file, report)
    return triple && { file, source, ...triple, keys: {}, properties: [] }
  }
  const entries = readMap(node, file, report)
  if (!entries) return undefined
  const keys: ClaimKeys = {}
  const form: LongForm = {}
  const properties: YamlEntry[] = []
  for (const entry of entries) {
    switch (entry.key) {
      case 'claim':
      case 'subject':
      case 'relation':
      case 'object':
        form[entry.key] = entry
        break
      case 'id':
      case 'date':
      case 'quote':
      case 'on_behalf_of':
      case 'according_to':
      case 'condition':
      case 'stance':
      case 'retracted':
      case 'note':
        keys[entry.key] = entry
        break
      default:
        properties.push(entry)
    }
  }
  const triple = readTriple(form, node, file, report)
  return triple && { file, source, ...triple, keys, properties }
}

interface LongForm {
  claim?: YamlEntry
  subject?: YamlEntry
  relation?: YamlEntry
  object?: YamlEntry
}

function readTriple(form: LongForm, node: YamlNode, file: SourceFile, report: Report): Triple | undefined {
  const { claim, subject, relation, object } = form
  if (claim) {
    const second = subject ?? relation ?? object
    if (second) report('triple-twice', placeOfKey(file, second), { key: second.key })
    const scalar = second ? undefined : readScalar(claim.value, file, report)
    return scalar && readArrow(scalar, file, report)
  }
  if (!subject || !relation || !object) {
    const missing = (['subject', 'relation', 'object'] as const).filter((key) => !form[key])
    report('missing-triple', placeOf(file, relation?.value ?? firstLine(node, file)), { missing })
    return undefined
  }
  const subjects = readNames(subject, file, report)
  const name = readScalar(relation.value, file, report)
  const objects = readNames(object, file, report)
  return subjects && name && objects && { triple: name, subjects, relation: wholeName(name), objects }
}

/** The beginning of a claim that has no triple to point at. */
function firstLine(node: YamlNode, file: SourceFile): { start: number; end: number } {
  const lineEnd = file.text.slice(node.start, node.end).search(/[\r\n]/)
  return { start: node.start, end: lineEnd < 0 ? node.end : node.start + lineEnd }
}

/** One name, or a list of them for a joint statement. */
function readNames(entry: YamlEntry, file: SourceFile, report: Report): readonly WrittenName[] | undefined {
  if (entry.value.kind !== 'list') {
    const scalar = readScalar(entry.value, file, report)
    return scalar && [wholeName(scalar)]
  }
  const scalars = entry.value.items.map((item) => readScalar(item, file, report))
  const read = scalars.filter((scalar) => scalar !== undefined)
  if (read.length === 0 && entry.value.items.length === 0)
    report('empty-part', placeOf(file, entry.value), { part: entry.key })
  return read.length > 0 && read.length === scalars.length ? read.map(wholeName) : undefined
}

function readScalar(node: YamlNode, file: SourceFile, report: Report): YamlScalar | undefined {
  const text = readText(node, file, report)
  return text === undefined || node.kind !== 'scalar' ? undefined : node
}

function wholeName(scalar: YamlScalar): WrittenName {
  return { text: nfc(scalar.text), scalar, from: 0, to: scalar.text.length }
}

function readArrow(scalar: YamlScalar, file: SourceFile, report: Report): Triple | undefined {
  const parsed = parseTriple(scalar.text)
  if (parsed.ok) {
    return {
      triple: scalar,
      subjects: [nameOf(parsed.subject, scalar)],
      relation: nameOf(parsed.relation, scalar),
      objects: [nameOf(parsed.object, scalar)],
    }
  }
  reportArrow(parsed, scalar, file, report)
  return undefined
}

function nameOf({ text, start, end }: TriplePart, scalar: YamlScalar): WrittenName {
  return { text: nfc(text), scalar, from: start, to: end }
}

function reportArrow(
  { reason, start, end }: Extract<ParsedTriple, { ok: false }>,
  scalar: YamlScalar,
  file: SourceFile,
  report: Report,
): void {
  const place = placeWithin(file, scalar, start, end)
  switch (reason) {
    case 'no arrow':
      return report('missing-arrow', placeOf(file, scalar), { what: 'arrow' })
    case 'no opening':
    case 'closing first':
      return report('missing-arrow', place, { what: 'opening' })
    case 'no closing':
      return report('missing-arrow', place, { what: 'closing' })
    case 'tight opening':
      return report('tight-arrow', place, { arrow: scalar.text.slice(start, end), side: 'before' })
    case 'tight closing':
      return report('tight-arrow', place, { arrow: scalar.text.slice(start, end), side: 'after' })
    case 'several openings':
      return report('doubled-arrow', place, { what: 'opening' })
    case 'several closings':
      return report('doubled-arrow', place, { what: 'closing' })
    case 'empty subject':
    case 'empty relation':
    case 'empty object':
      return report('empty-part', place, { part: reason.slice('empty '.length) })
  }
}

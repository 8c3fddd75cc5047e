/** Sources: of a type that can be, dated where their claims need it. */
import type { EdtfDate } from '../../dates/edtf.ts'
import type { SourceFile } from '../../diagnostics/source-file.ts'
import { sourceKeys } from '../../graph/file-keys.ts'
import type { PropertyValues, Source } from '../../graph/knowledge-graph.ts'
import { readText } from '../../yaml/read-values.ts'
import { placeOfKey, type YamlEntry, type YamlScalar } from '../../yaml/yaml-node.ts'
import type { Check } from '../check.ts'
import type { SourceDraft } from '../drafts.ts'
import { readSingleDate } from './claim-date.ts'
import { findType } from './known-type.ts'
import { propertiesIn, readProperties, readUrl } from './property-values.ts'

/** A source that has been read. */
export interface CheckedSource {
  readonly source: Source
  /** When it was published; `unreadable` where `published` is there but at fault. */
  readonly published: EdtfDate | 'unreadable' | undefined
}

/** Reads a source; what of it is at fault is reported and left out. */
export function readSource(draft: SourceDraft, check: Check): CheckedSource {
  const { file } = draft
  const built = new Map<string, YamlEntry>()
  const properties: YamlEntry[] = []
  for (const entry of draft.map.entries) {
    if (sourceKeys.some((known) => known === entry.key)) built.set(entry.key, entry)
    else properties.push(entry)
  }
  const typeEntry = built.get('type')
  const type = typeEntry ? findType(typeEntry, 'source', file, check) : 'Source'
  const published = readPublished(built.get('published'), file, check)
  const link = readScalar(built.get('url'), file, check)
  const url = link && readUrl(link, file, check)
  const source: Source = {
    id: draft.id,
    type: type ?? 'Source',
    ...readTextKeys(built, file, check),
    ...(published && published !== 'unreadable' && { published: published.text }),
    ...(url !== undefined && { url }),
    properties: readSourceProperties(properties, type, draft, check),
  }
  return { source, published }
}

function readScalar(entry: YamlEntry | undefined, file: SourceFile, check: Check): YamlScalar | undefined {
  if (!entry || readText(entry.value, file, check.report) === undefined) return undefined
  return entry.value.kind === 'scalar' ? entry.value : undefined
}

function readPublished(
  entry: YamlEntry | undefined,
  file: SourceFile,
  check: Check,
): CheckedSource['published'] {
  if (!entry) return undefined
  const scalar = readScalar(entry, file, check)
  return (scalar && readSingleDate('published', scalar, file, check)) ?? 'unreadable'
}

const textKeys = ['title', 'publisher', 'author', 'language', 'text', 'note'] as const

function readTextKeys(
  built: ReadonlyMap<string, YamlEntry>,
  file: SourceFile,
  check: Check,
): Partial<Record<(typeof textKeys)[number], string>> {
  const texts: Partial<Record<(typeof textKeys)[number], string>> = {}
  for (const key of textKeys) {
    const scalar = readScalar(built.get(key), file, check)
    if (scalar) texts[key] = scalar.text
  }
  return texts
}

function readSourceProperties(
  entries: readonly YamlEntry[],
  type: string | undefined,
  { file, key }: SourceDraft,
  check: Check,
): PropertyValues {
  const declared = check.schema.types.get(type ?? '')
  if (!declared || check.damagedTypes.has(declared.name)) return {}
  const { name, properties } = declared
  const owner = { name, properties, builtInKeys: sourceKeys, place: placeOfKey(file, key) }
  return readProperties(propertiesIn(file, entries), owner, check)
}

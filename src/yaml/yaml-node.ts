/** Values read from YAML that know their place in the file. Offsets are UTF-16 code units of the file's text. */
import type { Place, SourceFile } from '../diagnostics/source-file.ts'

export type YamlNode = YamlScalar | YamlMap | YamlList

export interface YamlScalar {
  readonly kind: 'scalar'
  /** The text as written; for quoted and block scalars the text they stand for. Empty where nothing is written. */
  readonly text: string
  /** Without quotes, so that it may be read as a number or boolean where one is expected. */
  readonly plain: boolean
  readonly start: number
  readonly end: number
}

export interface YamlEntry {
  readonly key: string
  readonly keyStart: number
  readonly keyEnd: number
  readonly value: YamlNode
}

export interface YamlMap {
  readonly kind: 'map'
  /** In file order, keys distinct. */
  readonly entries: readonly YamlEntry[]
  readonly start: number
  readonly end: number
}

export interface YamlList {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly start: number
  readonly end: number
}

/** One document of a file. */
export interface YamlDocument {
  readonly file: SourceFile
  /** Absent where the document is empty or failed. */
  readonly root?: YamlNode
  /** Its YAML is at fault, which has been reported; nothing of it was read. */
  readonly failed: boolean
  /** The parts that a reported fault kept from being read: the whole document, or the value of a repeated key. */
  readonly unread: readonly Place[]
  readonly start: number
  readonly end: number
}

/** The raw text of what a reported fault kept from being read. Names that occur in it are not unknown. */
export function unreadTexts(documents: readonly YamlDocument[]): string[] {
  return documents.flatMap(({ unread }) => unread.map(({ file, start, end }) => file.text.slice(start, end)))
}

/** The place of a node. */
export function placeOf(file: SourceFile, node: { readonly start: number; readonly end: number }): Place {
  return { file, start: node.start, end: node.end }
}

/** The place of an entry's key. */
export function placeOfKey(file: SourceFile, entry: YamlEntry): Place {
  return { file, start: entry.keyStart, end: entry.keyEnd }
}

/**
 * The place of the part `from`..`to` of a scalar's text; the whole scalar where its text is not written letter by
 * letter in the file (escapes, folded lines).
 */
export function placeWithin(file: SourceFile, scalar: YamlScalar, from: number, to: number): Place {
  const written = file.text.slice(scalar.start, scalar.end)
  const lead = written === scalar.text ? 0 : written.slice(1, -1) === scalar.text ? 1 : undefined
  if (lead === undefined) return placeOf(file, scalar)
  return { file, start: scalar.start + lead + from, end: scalar.start + lead + to }
}

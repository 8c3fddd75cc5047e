/** What data files say, as read: not yet resolved, not yet checked against the graph schema. */
import type { SourceFile } from '../diagnostics/source-file.ts'
import type { YamlEntry, YamlMap, YamlScalar } from '../yaml/yaml-node.ts'

/** A name as written somewhere in a scalar. */
export interface WrittenName {
  /** In NFC. */
  readonly text: string
  readonly scalar: YamlScalar
  /** Where in the scalar's text it begins and ends. */
  readonly from: number
  readonly to: number
}

/** A `source:`, whose `id` is there and is text. */
export interface SourceDraft {
  readonly file: SourceFile
  /** In NFC. */
  readonly id: string
  readonly idScalar: YamlScalar
  /** The `source` key, at which what is missing is reported. */
  readonly key: YamlEntry
  readonly map: YamlMap
}

/** An entry of `entities:`. */
export interface EntityDraft {
  readonly file: SourceFile
  /** In NFC. */
  readonly handle: string
  readonly key: YamlEntry
  /** Absent where something else stands there, which has been reported. */
  readonly map: YamlMap | undefined
}

/** An item of `claims:`. */
export interface ClaimDraft {
  readonly file: SourceFile
  /** `unreadable`: the document has one, but it is at fault. */
  readonly source: SourceDraft | 'unreadable' | undefined
  /** The scalar at which what is missing is reported: the `claim:` value, or that of `relation:`. */
  readonly triple: YamlScalar
  readonly subjects: readonly WrittenName[]
  readonly relation: WrittenName
  readonly objects: readonly WrittenName[]
  readonly keys: ClaimKeys
  /** Keys that are not built in: the relation's own properties. */
  readonly properties: readonly YamlEntry[]
}

/** The built-in keys of a claim beside its triple. */
export interface ClaimKeys {
  id?: YamlEntry
  date?: YamlEntry
  quote?: YamlEntry
  on_behalf_of?: YamlEntry
  according_to?: YamlEntry
  condition?: YamlEntry
  stance?: YamlEntry
  retracted?: YamlEntry
  note?: YamlEntry
}

/** All that a set of data files says. */
export interface Drafts {
  readonly sources: SourceDraft[]
  readonly entities: EntityDraft[]
  readonly claims: ClaimDraft[]
  /** The texts that could not be read for faults of their YAML, in NFC: what they declare is not known. */
  readonly failedTexts: string[]
}

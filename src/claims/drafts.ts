/** What data files say, as read: not yet resolved, not yet checked against the graph schema. */
import type { Place, SourceFile } from '../diagnostics/source-file.ts'
import type { YamlDocument, YamlEntry, YamlMap, YamlScalar } from '../yaml/yaml-node.ts'

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

/** The source that a claim belongs to. */
export interface SourceReference {
  /** In NFC. */
  readonly id: string
  /** Where the claim names it; in YAML it belongs to the source of its document. */
  readonly written?: WrittenName
}

/** An item of `claims:`, or a line of JSON Lines with a claim. */
export interface ClaimDraft {
  readonly file: SourceFile
  /** `unreadable`: there is one, but it is at fault. */
  readonly source: SourceReference | 'unreadable' | undefined
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

/**
 * Where a claim comes from: a draft, or a line of JSON Lines, which is read when it is its turn, since a million drafts
 * would not fit.
 */
export type ClaimOrigin = ClaimDraft | SourceFile

/** The id that an author gave to a claim. */
export interface GivenId {
  /** In NFC. */
  readonly id: string
  readonly place: Place
}

/** All that a set of data files says. */
export interface Drafts {
  readonly sources: SourceDraft[]
  readonly entities: EntityDraft[]
  readonly claims: ClaimOrigin[]
  readonly givenIds: GivenId[]
  /** The graph schemas that JSON Lines bring along. */
  readonly schemas: YamlDocument[]
  /** The texts that could not be read for their faults, in NFC: what they declare is not known. */
  readonly failedTexts: string[]
  /** The names of files of which at least a part could not be read at all: anything may be declared there. */
  readonly lostFiles: string[]
}

/** What the graph schema's files say, as written: types and relations, not yet checked against each other. */
import type { Report } from '../diagnostics/diagnostic.ts'
import type { Place } from '../diagnostics/source-file.ts'
import type { PropertyKind, Stance } from '../graph/schema.ts'

/** A value, and where it is written. Names are in NFC. */
export interface Written<T> {
  readonly value: T
  readonly place: Place
}

/** A type or relation as declared. */
export interface Declaration {
  readonly kind: 'type' | 'relation'
  /** In NFC. */
  readonly name: string
  /** The place of its name. */
  readonly place: Place
  /** Reports a fault of this declaration, which is damaged by it: what follows from it later is not reported. */
  readonly report: Report
  /** Marks the declaration as damaged by a fault that is reported elsewhere. */
  readonly damage: () => void
}

export interface TypeDraft extends Declaration {
  readonly parents: readonly Written<string>[]
  readonly abstract: boolean
  readonly properties: readonly PropertyDraft[]
  readonly note: string | undefined
}

export interface RelationDraft extends Declaration {
  readonly parent: Written<string> | undefined
  readonly abstract: boolean
  readonly from: Ends
  readonly to: Ends
  readonly stance: Stance | 'per claim' | undefined
  readonly note: string | undefined
  readonly codes: ReadonlyMap<string, string>
  readonly properties: readonly PropertyDraft[]
  readonly exclusive: readonly Written<string>[] | undefined
  readonly speaksFor: Written<boolean> | undefined
  readonly lasting: Written<boolean> | undefined
  readonly denies: Written<boolean> | undefined
  readonly label: Written<string> | undefined
}

/** The types of one end; `unreadable` where something is written that is no such thing, which is reported. */
export type Ends = readonly Written<string>[] | 'unreadable' | undefined

/** A property as declared. What is missing is taken over from a property of the same name that is inherited. */
export interface PropertyDraft {
  /** In NFC. */
  readonly name: string
  /** The place of its name. */
  readonly place: Place
  /** False where its kind is at fault, which is reported. */
  readonly readable: boolean
  readonly kind: Written<PropertyKind> | undefined
  /** Given along with `kind`. */
  readonly list: boolean
  readonly range: Written<string> | undefined
  readonly required: Written<boolean> | undefined
  readonly minimum: Written<number> | undefined
  readonly maximum: Written<number> | undefined
  readonly note: string | undefined
}

/** All that the files of a graph schema declare, in file order. */
export interface SchemaDrafts {
  readonly types: readonly TypeDraft[]
  readonly relations: readonly RelationDraft[]
  /** The text, in NFC, of what could not be read for a fault that is reported. */
  readonly failedTexts: readonly string[]
}

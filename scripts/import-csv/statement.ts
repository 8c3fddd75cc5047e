/** One row of a spreadsheet, read: a claim of which the texts know their places. */
import type { Place } from '../../src/diagnostics/source-file.ts'
import type { SourceKey } from './mapping.ts'

/** A text and the cell, or the place in the mapping, that it comes from. */
export interface Value {
  readonly text: string
  readonly place: Place
}

/** A name, in NFC. */
export interface Name extends Value {
  /** The type with which it is declared as an entity; without one it is declared elsewhere. */
  readonly type?: string
}

/** A quote of a claim. */
export interface Quote {
  readonly exact: string
  readonly translation?: string
  readonly place: Place
}

/** What a row states. */
export interface Statement {
  /** Where the row is shown: its subject, or all of it where the subject is the same in every row. */
  readonly place: Place
  readonly subject: Name
  readonly relation: Value
  readonly object: Name
  readonly id?: Value
  readonly date?: Value
  readonly quote?: Quote
  readonly onBehalfOf?: Name
  readonly accordingTo?: Name
  /** Other keys of the claim in the order in which they are written, properties last. Lists only where a separator is given. */
  readonly details: ReadonlyMap<string, string | readonly string[]>
  /** What the row says about its source, `id` included; absent where the mapping has no source. */
  readonly source?: ReadonlyMap<SourceKey, Value>
  /** All names that are to be declared. */
  readonly entities: readonly Name[]
}

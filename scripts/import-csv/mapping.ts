/** What the columns of a spreadsheet mean: the mapping, as read. */
import type { Place } from '../../src/diagnostics/source-file.ts'
import type { sourceKeys } from '../../src/graph/file-keys.ts'
import type { DateFormat } from './date-format.ts'

/** Where a text comes from: a column, or the mapping itself, as the same text for every row. */
export type Origin =
  | { readonly kind: 'column'; readonly column: string; readonly place: Place }
  | { readonly kind: 'value'; readonly text: string; readonly place: Place }

/** How one key of a claim or source is filled. */
export interface Field {
  /** What the key is called in messages. */
  readonly what: string
  readonly origin: Origin
  /** What the texts of the column stand for. No others are allowed. */
  readonly values?: ReadonlyMap<string, string>
  /** Set before the text. */
  readonly prefix?: string
  /** The formats that dates of the column have. */
  readonly formats?: readonly DateFormat[]
  /** The type with which its names are declared as entities; without one they are declared elsewhere. */
  readonly type?: Field
  /** Where a cell holds a list: what stands between its items. */
  readonly separator?: string
  /** The translation of a quote. */
  readonly translation?: Field
}

/** Keys of a claim, beside its triple, that are written as they are read. */
export const detailKeys = ['condition', 'stance', 'retracted', 'note'] as const
export type DetailKey = (typeof detailKeys)[number]

/** A key of a source. */
export type SourceKey = (typeof sourceKeys)[number]

/** What the columns of a spreadsheet mean. */
export interface Mapping {
  readonly delimiter?: string
  /** Texts that count as an empty cell. */
  readonly empty: ReadonlySet<string>
  /** The first of these that has a name in it. */
  readonly subject: readonly Field[]
  readonly relation: Field
  readonly object: readonly Field[]
  readonly id?: Field
  readonly date?: Field
  readonly quote?: Field
  readonly onBehalfOf?: readonly Field[]
  readonly accordingTo?: readonly Field[]
  readonly details: ReadonlyMap<DetailKey, Field>
  /** Properties of relations, by name. */
  readonly properties: ReadonlyMap<string, Field>
  /** Absent where no claim has a source. Otherwise it has an `id`. */
  readonly source?: ReadonlyMap<SourceKey, Field>
}

/** All places at which a mapping names a column, in its order. */
export function columnsOf(mapping: Mapping): readonly Extract<Origin, { kind: 'column' }>[] {
  const { subject, relation, object, id, date, quote, onBehalfOf = [], accordingTo = [] } = mapping
  const { details, properties, source } = mapping
  const fields = [
    ...[...subject, relation, ...object, id, date, quote, ...onBehalfOf, ...accordingTo],
    ...[...details.values(), ...properties.values(), ...(source?.values() ?? [])],
  ]
  return fields
    .flatMap((field) => (field ? [field, field.type, field.translation] : []))
    .flatMap((field) => (field?.origin.kind === 'column' ? [field.origin] : []))
}

/** What every rule works with. */
import type { ParsedDate } from '../dates/edtf.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import type { Place, SourceFile } from '../diagnostics/source-file.ts'
import type { GraphSchema } from '../graph/schema.ts'
import { placeWithin } from '../yaml/yaml-node.ts'
import type { NameFinder } from '../names/nearest.ts'
import type { WrittenName } from './drafts.ts'
import type { NameTable } from './names.ts'
import type { UnreadNames } from './unread-names.ts'

/** The graph schema, and what of it is at fault. */
export interface SchemaReading {
  readonly schema: GraphSchema
  readonly damagedTypes: ReadonlySet<string>
  readonly damagedRelations: ReadonlySet<string>
  /** The texts that could not be read, in NFC. */
  readonly failedTexts: readonly string[]
}

/** What rules work with before names are known. */
export interface DeclarationCheck extends SchemaReading {
  readonly report: Report
  /** What may be declared where a reported fault kept us from reading: then a name that is not known is no fault. */
  readonly unread: {
    /** Types and relations. */
    readonly schema: UnreadNames
    /** Entities, claims and sources. */
    readonly data: UnreadNames
  }
}

/** What every other rule works with. */
export interface Check extends DeclarationCheck {
  readonly names: NameTable
  /** Reads a date. One text is read once: a project has few dates and many claims. */
  readonly parseDate: (text: string) => ParsedDate
  /** The ids of sources that may have been meant, nearest first. */
  readonly nearestSource: NameFinder
}

/** Where a name is written. */
export function placeOfName(file: SourceFile, name: WrittenName): Place {
  return placeWithin(file, name.scalar, name.from, name.to)
}

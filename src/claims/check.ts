/** What every rule works with. */
import type { ParsedDate } from '../dates/edtf.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import type { Place, SourceFile } from '../diagnostics/source-file.ts'
import type { GraphSchema } from '../graph/schema.ts'
import { placeWithin } from '../yaml/yaml-node.ts'
import type { NameFinder } from '../names/nearest.ts'
import type { WrittenName } from './drafts.ts'
import type { NameTable } from './names.ts'

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

/**
 * Whether a name that is not known may have been declared in a document that could not be read. Then its fault is
 * that document's, which has been reported.
 */
export function mayBeDeclared(check: { readonly failedTexts: readonly string[] }, name: string): boolean {
  return check.failedTexts.some((text) => text.includes(name))
}

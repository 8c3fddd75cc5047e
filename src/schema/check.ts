/** What every rule of the graph schema works with. */
import type { Declaration, RelationDraft, TypeDraft } from './drafts.ts'

/** The declarations of a schema by name, each once. */
export interface SchemaCheck {
  readonly types: ReadonlyMap<string, TypeDraft>
  readonly relations: ReadonlyMap<string, RelationDraft>
  /** Texts in NFC that could not be read: names that occur in them may be declared there. */
  readonly failedTexts: readonly string[]
  /** Whether a fault of the declaration was reported, or of one that it extends. */
  readonly isDamaged: (kind: Declaration['kind'], name: string) => boolean
}

/** Whether the fault of a name that is not known is reported: of its declaration, or of the text where that may stand. */
export function mayBeDeclared(check: SchemaCheck, kind: Declaration['kind'], name: string): boolean {
  return check.isDamaged(kind, name) || check.failedTexts.some((text) => text.includes(name))
}

/** Rule: a type is one of entities or of sources. */
import type { TypeDraft } from '../drafts.ts'

/** A type is only valid if it does not extend both `Entity` and `Source`. `lineage` names all that it extends. */
export function requireOneKind(
  { name, parents, place, report }: TypeDraft,
  lineage: readonly string[],
): void {
  if (!lineage.includes('Entity') || !lineage.includes('Source')) return
  report('entity-and-source', parents.at(-1)?.place ?? place, { type: name })
}

/** Rule: what inherits a property may narrow it, never widen it. */
import { isA, type GraphSchema, type Property } from '../../graph/schema.ts'
import type { Place } from '../../diagnostics/source-file.ts'
import type { Declaration, PropertyDraft } from '../drafts.ts'

/** What a property's own declaration widens. */
export type Widened = 'type' | 'list' | 'range' | 'required' | 'minimum' | 'maximum'

/**
 * A property is only valid if each value that it allows is allowed by the property of the same name that `parent`
 * has: its type is the same (or `integer` for `number`), its range the same or below, its minimum not lower, its
 * maximum not higher, and it is required where that is. Whether it is so.
 */
export function isNarrowing(
  own: PropertyDraft,
  inherited: Property,
  parent: string,
  { report }: Declaration,
  schema: GraphSchema,
): boolean {
  const found = findWidened(own, inherited, schema)
  if (found) report('widened-property', found.place, { property: own.name, parent, what: found.what })
  return !found
}

function findWidened(
  { kind, list, range, required, minimum, maximum }: PropertyDraft,
  inherited: Property,
  schema: GraphSchema,
): { what: Widened; place: Place } | undefined {
  if (kind && !isNarrowerKind(kind.value, inherited.kind)) return { what: 'type', place: kind.place }
  if (kind && list !== inherited.list) return { what: 'list', place: kind.place }
  if (range && inherited.range !== undefined && !isNarrowerRange(range.value, inherited.range, schema))
    return { what: 'range', place: range.place }
  if (required?.value === false && inherited.required) return { what: 'required', place: required.place }
  if (minimum && minimum.value < (inherited.minimum ?? -Infinity))
    return { what: 'minimum', place: minimum.place }
  if (maximum && maximum.value > (inherited.maximum ?? Infinity))
    return { what: 'maximum', place: maximum.place }
  return undefined
}

function isNarrowerKind(own: Property['kind'], inherited: Property['kind']): boolean {
  return own === inherited || (own === 'integer' && inherited === 'number')
}

/** A range that the schema does not know is a fault of its own. */
function isNarrowerRange(own: string, inherited: string, schema: GraphSchema): boolean {
  return !schema.types.has(own) || isA(schema, own, inherited)
}

/** Own and inherited properties of a type or relation, checked. */
import type { GraphSchema, Property } from '../graph/schema.ts'
import type { SchemaCheck } from './check.ts'
import type { Declaration, PropertyDraft, Written } from './drafts.ts'
import type { PropertyOwner } from './reserved-names.ts'
import { inheritWithoutClash, type Parent } from './rules/clashing-properties.ts'
import { isCompleteProperty } from './rules/complete-properties.ts'
import { keepUsableTypes } from './rules/known-types.ts'
import { isNarrowing } from './rules/narrowing-properties.ts'
import { keepOwnPropertyNames } from './rules/own-property-names.ts'

/** A type or relation, what kind of thing has its properties, and from whom it inherits. */
export interface Inheritance {
  readonly declaration: Declaration & { readonly properties: readonly PropertyDraft[] }
  readonly owner: PropertyOwner
  readonly parents: readonly Parent[]
}

/** Properties by name: inherited ones first, then own ones. Those at fault are left out. */
export function inheritProperties(
  { declaration, owner, parents }: Inheritance,
  schema: GraphSchema,
  check: SchemaCheck,
): Map<string, Property> {
  const own = keepOwnPropertyNames(declaration.properties, owner, declaration)
  const properties = inheritWithoutClash(parents, new Set(own.map(({ name }) => name)), declaration)
  const heir = { declaration, schema, check, parents }
  for (const draft of own) {
    const property = draft.readable ? readOwn(draft, properties.get(draft.name), heir) : undefined
    if (property) properties.set(property.name, property)
  }
  return properties
}

interface Heir {
  readonly declaration: Declaration
  readonly schema: GraphSchema
  readonly check: SchemaCheck
  readonly parents: readonly Parent[]
}

/** The property with what it takes over; undefined where it is at fault. */
function readOwn(
  draft: PropertyDraft,
  inherited: Property | undefined,
  { declaration, schema, check, parents }: Heir,
): Property | undefined {
  for (const { name, properties } of parents) {
    const theirs = properties.get(draft.name)
    if (theirs && !isNarrowing(draft, theirs, name, declaration, schema)) return undefined
  }
  const whole = inherited ? takeOver(draft, inherited) : draft
  // A damaged parent may have declared the type of the property.
  if (!whole.kind && parents.some(({ name }) => check.isDamaged(declaration.kind, name))) return undefined
  if (!isCompleteProperty(whole, declaration)) return undefined
  const range = whole.range && keepUsableTypes([whole.range], 'range', declaration, schema, check)
  return range?.length === 0 ? undefined : toProperty(whole)
}

/** What the draft leaves open is as inherited. */
function takeOver(draft: PropertyDraft, inherited: Property): PropertyDraft {
  const { kind, list, range, required, minimum, maximum, note } = inherited
  const atDraft = <T>(value: T | undefined): Written<T> | undefined =>
    value === undefined ? undefined : { value, place: draft.place }
  return {
    ...draft,
    kind: draft.kind ?? atDraft(kind),
    list: draft.kind ? draft.list : list,
    range: draft.range ?? atDraft(range),
    required: draft.required ?? atDraft(required),
    minimum: draft.minimum ?? atDraft(minimum),
    maximum: draft.maximum ?? atDraft(maximum),
    note: draft.note ?? note,
  }
}

function toProperty(draft: PropertyDraft): Property | undefined {
  const { name, kind, list, range, required, minimum, maximum, note } = draft
  if (!kind) return undefined
  return {
    name,
    kind: kind.value,
    list,
    ...(range && { range: range.value }),
    required: required?.value ?? false,
    ...(minimum && { minimum: minimum.value }),
    ...(maximum && { maximum: maximum.value }),
    ...(note !== undefined && { note }),
  }
}

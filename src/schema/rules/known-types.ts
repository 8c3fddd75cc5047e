/** Rule: ends and ranges are types that they can be. */
import { isA, type GraphSchema } from '../../graph/schema.ts'
import { nearestNames } from '../../names/nearest.ts'
import { mayBeDeclared, type SchemaCheck } from '../check.ts'
import type { Declaration, Written } from '../drafts.ts'

/** What a type is named for: an end of a relation, or the range of a property. */
export type TypeUse = 'end' | 'range'

/**
 * A relation's end is only valid if it is a type of entities, or `Claim`; the range of a property, if it is a type of
 * entities. Those that are.
 */
export function keepUsableTypes(
  types: readonly Written<string>[],
  use: TypeUse,
  declaration: Declaration,
  schema: GraphSchema,
  check: SchemaCheck,
): Written<string>[] {
  return types.filter((type) => isUsable(type, use, declaration, schema, check))
}

function isUsable(
  { value, place }: Written<string>,
  use: TypeUse,
  { report, damage }: Declaration,
  schema: GraphSchema,
  check: SchemaCheck,
): boolean {
  if (isA(schema, value, 'Entity') || (use === 'end' && value === 'Claim')) return true
  const nearest = nearestNames(value, schema.types.keys())
  if (schema.types.has(value)) report('not-a-type-of-entities', place, { type: value, use })
  else if (mayBeDeclared(check, 'type', value)) damage()
  else report('unknown-type', place, { type: value, nearest })
  return false
}

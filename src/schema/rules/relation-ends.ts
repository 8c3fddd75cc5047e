/** Rule: relations have both ends, no wider than those of the relation that they extend. */
import { isAnyOf, type GraphSchema } from '../../graph/schema.ts'
import type { SchemaCheck } from '../check.ts'
import type { RelationDraft } from '../drafts.ts'
import { keepUsableTypes } from './known-types.ts'

/** The types of both ends. */
export interface BothEnds {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** The relation that is extended, if any. */
export type ParentEnds = (BothEnds & { readonly name: string }) | undefined

/**
 * A relation is only valid if it says which types it leads from and to, or takes that over; if these are types that
 * an end can be; and if they are the same as the ends that it would take over, or below them. Its ends.
 */
export function readBothEnds(
  relation: RelationDraft,
  parent: ParentEnds,
  schema: GraphSchema,
  check: SchemaCheck,
): BothEnds {
  const sides = (['from', 'to'] as const).map((side) => readEnd(relation, side, parent, schema, check))
  const [from, to] = sides
  return { from: from ?? [], to: to ?? [] }
}

function readEnd(
  relation: RelationDraft,
  side: 'from' | 'to',
  parent: ParentEnds,
  schema: GraphSchema,
  check: SchemaCheck,
): readonly string[] {
  const own = relation[side]
  const inherited = parent?.[side] ?? []
  if (own === 'unreadable') return inherited
  if (!own || own.length === 0) {
    // A parent that is not known, or damaged, may have had it.
    const mayInherit = relation.parent && (!parent || check.isDamaged('relation', parent.name))
    if (inherited.length === 0 && !mayInherit)
      relation.report('missing-key', relation.place, { key: side, of: `The relation \`${relation.name}\`` })
    return inherited
  }
  const types = keepUsableTypes(own, 'end', relation, schema, check)
  for (const { value, place } of types) {
    const isNarrow =
      inherited.length === 0 || isAnyOf(schema, value, inherited) || check.isDamaged('type', value)
    if (!isNarrow)
      relation.report('widened-end', place, { side, type: value, parent: parent?.name ?? '', inherited })
  }
  return [...new Set(types.map(({ value }) => value))]
}

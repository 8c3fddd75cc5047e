/** Rule: what is exclusive exists. */
import type { Property } from '../../graph/schema.ts'
import { nearestNames } from '../../names/nearest.ts'
import type { SchemaCheck } from '../check.ts'
import type { RelationDraft, Written } from '../drafts.ts'

/** A relation is only valid if `exclusive` names properties that it has. Their names, each once. */
export function readExclusive(
  relation: RelationDraft,
  properties: ReadonlyMap<string, Property>,
  check: SchemaCheck,
): readonly string[] {
  const known = (relation.exclusive ?? []).filter((name) => isProperty(name, relation, properties, check))
  return [...new Set(known.map(({ value }) => value))]
}

function isProperty(
  { value, place }: Written<string>,
  relation: RelationDraft,
  properties: ReadonlyMap<string, Property>,
  check: SchemaCheck,
): boolean {
  if (properties.has(value)) return true
  const isDeclared = relation.properties.some(({ name }) => name === value)
  const parent = relation.parent?.value
  const mayInherit =
    parent !== undefined && (!check.relations.has(parent) || check.isDamaged('relation', parent))
  const nearest = nearestNames(value, properties.keys())
  if (!isDeclared && !mayInherit)
    relation.report('unknown-exclusive-property', place, {
      property: value,
      relation: relation.name,
      nearest,
    })
  return false
}

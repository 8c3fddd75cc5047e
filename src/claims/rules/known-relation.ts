/** The relation of a claim must be declared, and be there to be used. */
import type { SourceFile } from '../../diagnostics/source-file.ts'
import type { Relation } from '../../graph/schema.ts'
import { nearestNames } from '../../names/nearest.ts'
import { placeOfName, type Check } from '../check.ts'
import type { WrittenName } from '../drafts.ts'

/**
 * The relation that a claim uses. A claim is only valid if the graph schema declares its relation and the relation
 * is not abstract. Undefined where it is at fault, which has been reported.
 */
export function findRelation(name: WrittenName, file: SourceFile, check: Check): Relation | undefined {
  const relation = check.schema.relations.get(name.text)
  if (relation && !relation.abstract) return relation
  if (check.damagedRelations.has(name.text)) return undefined
  if (relation) {
    const children = childrenOf(name.text, check)
    check.report('abstract-relation', placeOfName(file, name), { relation: name.text, children })
  } else if (!check.unread.schema(name.text)) {
    const nearest = nearestNames(name.text, check.schema.relations.keys())
    check.report('unknown-relation', placeOfName(file, name), { relation: name.text, nearest })
  }
  return undefined
}

function childrenOf(name: string, check: Check): string[] {
  const children = [...check.schema.relations.values()].filter(
    ({ parent, abstract }) => parent === name && !abstract,
  )
  return children.map((child) => child.name)
}

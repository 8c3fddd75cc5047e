/** Turns the names in a question into ids. */
import type { GraphSchema, Relation } from '../graph/schema.ts'
import { foldName } from '../names/fold.ts'
import { nearestNames } from '../names/nearest.ts'
import type { GraphStore, NameMatches } from '../stores/graph-store.ts'
import { AmbiguousNameError, UnknownNameError, UnknownRelationError } from './errors.ts'

/**
 * The ids of the nodes that the texts mean, in their order. A text that fits one node when marks and case are left
 * out of account is accepted. Throws an UnknownNameError or AmbiguousNameError for the first that fits none or several.
 */
export async function resolveNames(store: GraphStore, texts: readonly string[]): Promise<readonly string[]> {
  const found = await store.find(texts)
  return texts.map((text, index) => onlyMatch(text, found[index]))
}

function onlyMatch(text: string, { matches, nearest }: NameMatches = { matches: [], nearest: [] }): string {
  const [match, second] = matches
  if (!match) throw new UnknownNameError(text, nearest)
  if (second) throw new AmbiguousNameError(text, matches)
  return match.id
}

/**
 * The names of the relations that a claim may have in a question narrowed to `names`. An abstract relation, which no
 * claim may use, stands for those that extend it. Throws an UnknownRelationError for the first that the schema lacks.
 */
export function resolveRelations(schema: GraphSchema, names: readonly string[]): ReadonlySet<string> {
  const resolved = new Set<string>()
  for (const name of names) {
    const relation = findRelation(schema, name)
    if (!relation) throw new UnknownRelationError(name, nearestNames(name, schema.relations.keys()))
    if (!relation.abstract) resolved.add(relation.name)
    else for (const extending of relationsExtending(schema, relation.name)) resolved.add(extending)
  }
  return resolved
}

/** The relation of this name, or the only one that has it when marks and case are left out of account. */
function findRelation(schema: GraphSchema, name: string): Relation | undefined {
  const exact = schema.relations.get(name)
  if (exact) return exact
  const alike = [...schema.relations.values()].filter(
    (relation) => foldName(relation.name) === foldName(name),
  )
  return alike.length === 1 ? alike[0] : undefined
}

function relationsExtending(schema: GraphSchema, ancestor: string): ReadonlySet<string> {
  const family = new Set([ancestor])
  for (const member of family) {
    for (const { name, parent } of schema.relations.values()) if (parent === member) family.add(name)
  }
  return family
}

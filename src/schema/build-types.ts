/** Types of the graph schema from their drafts: what each extends and inherits. */
import { builtInTypes, isA, type EntityType, type GraphSchema } from '../graph/schema.ts'
import type { SchemaCheck } from './check.ts'
import type { TypeDraft, Written } from './drafts.ts'
import { inheritProperties } from './inherit-properties.ts'
import { orderParentsFirst } from './parents-first.ts'
import { knownTypeParents } from './rules/known-parents.ts'
import { reportCircles } from './rules/no-circles.ts'
import { requireOneKind } from './rules/one-kind.ts'

/** A type with the parents that it can have. */
interface TiedType {
  readonly draft: TypeDraft
  readonly parents: readonly Written<string>[]
}

/** All types by name: the built-in ones, then the others in file order. What is at fault in them is left out. */
export function buildTypes(check: SchemaCheck): Map<string, EntityType> {
  const types = new Map<string, EntityType>()
  for (const name of builtInTypes) types.set(name, { ...noType, name, lineage: [name] })
  // A place for each, so that they stay in file order.
  for (const name of check.types.keys()) types.set(name, { ...noType, name })
  const tied = tieTypes(check)
  for (const type of tied) types.set(type.draft.name, withLineage(type, types))
  // Ranges may be any types, so that properties come when all lineages are known.
  const schema = { types, relations: new Map() }
  for (const type of tied) types.set(type.draft.name, withProperties(type, schema, check))
  return types
}

const noType: EntityType = { name: '', parents: [], lineage: [], abstract: false, properties: new Map() }

/** All types with the parents that they can have, parents first. */
function tieTypes(check: SchemaCheck): TiedType[] {
  const heirs = new Map(
    [...check.types].map(([name, draft]) => [name, { ...draft, parents: knownTypeParents(draft, check) }]),
  )
  const ordering = orderParentsFirst(heirs)
  reportCircles(ordering, new Map([...heirs.keys()].map((name, index) => [name, index])))
  return ordering.order.flatMap((name) => {
    const draft = check.types.get(name)
    const parents = heirs.get(name)?.parents.filter((parent) => !ordering.cut.has(parent)) ?? []
    return draft ? [{ draft, parents }] : []
  })
}

function withLineage({ draft, parents }: TiedType, types: ReadonlyMap<string, EntityType>): EntityType {
  const { name, abstract, note } = draft
  const names = parents.length > 0 ? parents.map(({ value }) => value) : ['Entity']
  const lineage = lineageOf(name, names, types)
  requireOneKind(draft, lineage)
  return { ...noType, name, parents: names, lineage, abstract, ...(note !== undefined && { note }) }
}

/** The type, its parents, their parents, and so on, each once. */
function lineageOf(
  name: string,
  parents: readonly string[],
  types: ReadonlyMap<string, EntityType>,
): readonly string[] {
  const lineage = new Set([name, ...parents])
  for (const ancestor of lineage) {
    for (const parent of types.get(ancestor)?.parents ?? []) lineage.add(parent)
  }
  return [...lineage]
}

function withProperties({ draft, parents }: TiedType, schema: GraphSchema, check: SchemaCheck): EntityType {
  if (parents.some(({ value }) => check.isDamaged('type', value))) draft.damage()
  const type = schema.types.get(draft.name) ?? noType
  const givers = parents.map(({ value, place }) => ({
    name: value,
    place,
    properties: (schema.types.get(value) ?? noType).properties,
  }))
  const owner = isA(schema, draft.name, 'Source') ? 'source' : 'entity'
  return {
    ...type,
    properties: inheritProperties({ declaration: draft, owner, parents: givers }, schema, check),
  }
}

/** A graph schema as a plain record with the keys of its files, for JSON: what is printed, and what is compared. */
import { builtInTypes, type EntityType, type GraphSchema, type Property, type Relation } from './schema.ts'

type Fields = Readonly<Record<string, unknown>>

/** A graph schema with the keys of its files. Reading it gives the same graph schema. */
export interface SchemaRecord {
  readonly types: Readonly<Record<string, Fields>>
  readonly relations: Readonly<Record<string, Fields>>
}

/** The record of a graph schema, with types and relations by name; what they inherit is written out. */
export function schemaRecord({ types, relations }: GraphSchema): SchemaRecord {
  const own = [...types.values()].filter(({ name }) => !builtInTypes.some((builtIn) => builtIn === name))
  return {
    types: byName(own, typeRecord),
    relations: byName([...relations.values()], relationRecord),
  }
}

/** The first type or relation that two graph schemas do not have alike, such as `The type \`Person\``. */
export function schemaDifference(a: GraphSchema, b: GraphSchema): string | undefined {
  const [one, other] = [schemaRecord(a), schemaRecord(b)]
  for (const [kind, what] of [['types', 'type'] as const, ['relations', 'relation'] as const]) {
    const names = [...new Set([...Object.keys(one[kind]), ...Object.keys(other[kind])])].sort()
    const name = names.find((key) => canonical(at(one[kind], key)) !== canonical(at(other[kind], key)))
    if (name !== undefined) return `The ${what} \`${name}\``
  }
  return undefined
}

/** JSON in which the order of keys makes no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))
  })
}

function at<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** Own properties in the order of names, even one called `__proto__`. */
function byName<T extends { readonly name: string }>(
  items: readonly T[],
  record: (item: T) => Fields,
): Readonly<Record<string, Fields>> {
  const sorted = [...items].sort((a, b) => (a.name < b.name ? -1 : 1))
  return Object.fromEntries(sorted.map((item) => [item.name, record(item)]))
}

function typeRecord({ parents, abstract, properties, note }: EntityType): Fields {
  return {
    extends: parents,
    ...(abstract && { abstract }),
    ...propertyRecords(properties),
    ...(note !== undefined && { note }),
  }
}

/** What a relation can inherit is written even where it is the usual value. */
function relationRecord(relation: Relation): Fields {
  const { label, parent, abstract, from, to, stance, note, codes, properties, exclusive } = relation
  const isChild = parent !== undefined
  return {
    ...(isChild && { extends: parent }),
    ...(abstract && { abstract }),
    label,
    from,
    to,
    ...(stance !== undefined && { stance }),
    ...(note !== undefined && { note }),
    ...(codes.size > 0 && { codes: Object.fromEntries([...codes].sort(([a], [b]) => (a < b ? -1 : 1))) }),
    ...propertyRecords(properties),
    ...((exclusive.length > 0 || isChild) && { exclusive }),
    ...((relation.speaksFor || isChild) && { speaks_for: relation.speaksFor }),
    ...((relation.lasting || isChild) && { lasting: relation.lasting }),
    ...((relation.denies || isChild) && { denies: relation.denies }),
  }
}

/** In their own order, which is that of the values of a claim. */
function propertyRecords(properties: ReadonlyMap<string, Property>): { readonly properties?: Fields } {
  if (properties.size === 0) return {}
  return {
    properties: Object.fromEntries(Array.from(properties, ([name, one]) => [name, propertyRecord(one)])),
  }
}

function propertyRecord({ kind, list, range, required, minimum, maximum, note }: Property): Fields {
  return {
    type: list ? [kind] : kind,
    ...(range !== undefined && { range }),
    ...(required && { required }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(note !== undefined && { note }),
  }
}

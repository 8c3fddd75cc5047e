/** A graph schema as JSON text and back, for places that keep it without its files. */
import type { EntityType, GraphSchema, Property, Relation } from './schema.ts'

type WithLists<T, K extends keyof T> = Omit<T, K> & { readonly [key in K]: readonly Property[] }

interface SchemaLists {
  readonly types: readonly WithLists<EntityType, 'properties'>[]
  readonly relations: readonly (Omit<WithLists<Relation, 'properties'>, 'codes'> & {
    readonly codes: readonly (readonly [string, string])[]
  })[]
}

/** The graph schema as JSON: everything of it, in its order. */
export function schemaToJson({ types, relations }: GraphSchema): string {
  const lists: SchemaLists = {
    types: Array.from(types.values(), (type) => ({ ...type, properties: [...type.properties.values()] })),
    relations: Array.from(relations.values(), (relation) => ({
      ...relation,
      codes: [...relation.codes],
      properties: [...relation.properties.values()],
    })),
  }
  return JSON.stringify(lists)
}

/** The graph schema that {@link schemaToJson} made the text of. Throws where it is no such text. */
export function schemaFromJson(text: string): GraphSchema {
  const { types, relations } = JSON.parse(text) as SchemaLists
  return {
    types: byName(types.map((type) => ({ ...type, properties: byName(type.properties) }))),
    relations: byName(
      relations.map((relation) => ({
        ...relation,
        codes: new Map(relation.codes),
        properties: byName(relation.properties),
      })),
    ),
  }
}

function byName<T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.name, item]))
}

/** The graph schemas by which what is in a database was written: their names are ours to change, all others are not. */
import type { EntityType, GraphSchema, Property, Relation } from '../../../graph/schema.ts'
import { schemaFromJson } from '../../../graph/schema-json.ts'

/**
 * A schema with the names of all these: of each type every label and property that it had in one of them, of each
 * relationship type every property. Only these names mean anything in it.
 */
export function allNames(schemas: readonly GraphSchema[]): GraphSchema {
  const types = new Map<string, EntityType>()
  const relations = new Map<string, Relation>()
  for (const schema of schemas) {
    for (const type of schema.types.values()) {
      const before = types.get(type.name)
      const lineage = [...new Set([...type.lineage, ...(before?.lineage ?? [])])]
      types.set(type.name, { ...type, lineage, properties: joined(before, type) })
    }
    for (const relation of schema.relations.values()) {
      const properties = joined(relations.get(relation.label), relation)
      relations.set(relation.label, { ...relation, name: relation.label, properties })
    }
  }
  return { types, relations }
}

interface WithProperties {
  readonly properties: ReadonlyMap<string, Property>
}

function joined(before: WithProperties | undefined, now: WithProperties): ReadonlyMap<string, Property> {
  return new Map([...(before?.properties ?? []), ...now.properties])
}

/** The new schema, and of the old one what the new one does not speak of. */
export function extended(schema: GraphSchema, old: GraphSchema | undefined): GraphSchema {
  if (!old) return schema
  const labels = new Set(Array.from(schema.relations.values(), ({ label }) => label))
  const relations = [...old.relations].filter(
    ([name, { label }]) => !schema.relations.has(name) && !labels.has(label),
  )
  const types = [...old.types].filter(([name]) => !schema.types.has(name))
  return {
    types: new Map([...schema.types, ...types]),
    relations: new Map([...schema.relations, ...relations]),
  }
}

/** The schema of which a marker has the JSON; undefined where somebody has changed it, as the load then writes it anew. */
export function schemaOfMarker(json: unknown): GraphSchema | undefined {
  try {
    return typeof json === 'string' ? schemaFromJson(json) : undefined
  } catch {
    return undefined
  }
}

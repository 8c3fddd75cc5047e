/** Writes the JSON Schema of a project's data files, so that editors complete and check them. */
import { entityKeys, sourceKeys } from '../graph/file-keys.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { isA, stances, type EntityType, type GraphSchema, type Property } from '../graph/schema.ts'
import { inOrder } from './in-order.ts'

type Json = Readonly<Record<string, unknown>>

/** In YAML a text may look like a number or `true`, since it is read as written. */
const text: Json = { type: ['string', 'number', 'boolean'] }

/** An empty key is as good as none where a list or map is expected. */
const orNothing = (type: string): Json => ({ type: [type, 'null'] })

/**
 * The JSON Schema (draft 7) of one YAML document of a project's data files. It knows keys, types, relations and
 * handles, and is never stricter than the checker: names other than handles, dates, quotes and the ends of relations
 * are left to that.
 */
export function claimsJsonSchema({ schema, entities, claims }: KnowledgeGraph): Json {
  const named = Array.from(claims.values()).flatMap(({ id, named }) => (named ? [id] : []))
  const known = [...entities.keys(), ...named].sort()
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Claims of a stancegraph project',
    ...orNothing('object'),
    additionalProperties: false,
    properties: {
      source: sourceSchema(schema),
      entities: { ...orNothing('object'), additionalProperties: entitySchema(schema) },
      claims: { ...orNothing('array'), items: { $ref: '#/definitions/claim' } },
    },
    definitions: {
      name: { anyOf: [...(known.length > 0 ? [{ enum: known }] : []), text] },
      claim: claimSchema(schema),
    },
  }
}

function sourceSchema(schema: GraphSchema): Json {
  const types = typesOf(schema, true)
  return {
    type: 'object',
    required: ['id'],
    additionalProperties: false,
    properties: {
      ...propertySchemas(types.map(({ properties }) => properties)),
      ...withText(sourceKeys),
      type: choice(types),
    },
  }
}

function entitySchema(schema: GraphSchema): Json {
  const types = typesOf(schema, false)
  return {
    type: 'object',
    additionalProperties: false,
    required: ['type'],
    properties: {
      ...propertySchemas(types.map(({ properties }) => properties)),
      ...withText(entityKeys),
      aliases: { type: 'array', items: text },
      type: choice(types),
    },
  }
}

function typesOf(schema: GraphSchema, ofSources: boolean): EntityType[] {
  return inOrder(schema.types).filter(
    ({ name, abstract }) => !abstract && name !== 'Claim' && isA(schema, name, 'Source') === ofSources,
  )
}

function claimSchema(schema: GraphSchema): Json {
  const relations = inOrder(schema.relations).filter(({ abstract }) => !abstract)
  const names: Json = { $ref: '#/definitions/name' }
  const ends: Json = { anyOf: [names, { type: 'array', minItems: 1, items: names }] }
  const quote: Json = {
    anyOf: [
      text,
      {
        type: 'object',
        required: ['exact'],
        additionalProperties: false,
        properties: withText(['exact', 'translation']),
      },
    ],
  }
  const long: Json = {
    type: 'object',
    additionalProperties: false,
    oneOf: [{ required: ['claim'] }, { required: ['subject', 'relation', 'object'] }],
    properties: {
      ...propertySchemas(relations.map(({ properties }) => properties)),
      ...withText(['claim', 'id', 'date', 'condition', 'retracted', 'note']),
      subject: ends,
      relation: choice(relations),
      object: ends,
      quote: { anyOf: [quote, { type: 'array', items: quote }] },
      on_behalf_of: names,
      according_to: { anyOf: [{ const: 'unnamed' }, names] },
      stance: { enum: stances },
    },
  }
  return {
    anyOf: [{ type: 'string', description: 'A triple: Subject —relation→ Object.' }, long],
    // What yaml-language-server offers where a claim can be written.
    defaultSnippets: relations.map(({ name, note = '' }) => ({
      label: name,
      description: note,
      body: `\${1:Subject} —${name.replace(/[$}\\]/g, '\\$&')}→ \${2:Object}`,
    })),
  }
}

/** One of several names, each with what it means. */
function choice(items: readonly { readonly name: string; readonly note?: string }[]): Json {
  if (items.length === 0) return text
  return {
    anyOf: items.map(({ name, note }) => ({ const: name, ...(note !== undefined && { description: note }) })),
  }
}

function withText(keys: readonly string[]): Json {
  return Object.fromEntries(keys.map((key) => [key, text]))
}

/** Properties of several relations or types: one name may have several kinds of values. */
function propertySchemas(all: readonly ReadonlyMap<string, Property>[]): Json {
  const kinds = new Map<string, Map<string, Json>>()
  for (const property of all.flatMap((properties) => [...properties.values()])) {
    const known = kinds.get(property.name) ?? new Map<string, Json>()
    const one = propertySchema(property)
    kinds.set(property.name, known.set(JSON.stringify(one), one))
  }
  return Object.fromEntries(
    Array.from(kinds, ([name, known]) => {
      const [first = {}, ...others] = known.values()
      return [name, others.length > 0 ? { anyOf: [...known.values()] } : first]
    }),
  )
}

function propertySchema(property: Property): Json {
  const one = valueSchema(property)
  const { note } = property
  return {
    ...(property.list ? { type: 'array', items: one } : one),
    ...(note !== undefined && { description: note }),
  }
}

function valueSchema({ kind, minimum, maximum }: Property): Json {
  switch (kind) {
    case 'text':
    case 'date':
    case 'url':
      return text
    case 'entity':
      return { $ref: '#/definitions/name' }
    case 'boolean':
      return { type: 'boolean' }
    case 'integer':
    case 'number':
      return {
        type: kind,
        ...(minimum !== undefined && { minimum }),
        ...(maximum !== undefined && { maximum }),
      }
  }
}

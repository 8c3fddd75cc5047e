/** Turns what Neo4j holds of sources, entities and claims back into what was loaded: the inverse of records.ts. */
import type { Claim, Entity, PropertyValue, PropertyValues, Quote, Source } from '../graph/knowledge-graph.ts'
import type { GraphSchema, Property, Stance } from '../graph/schema.ts'

/** Properties by name, with plain values: days as ISO text, integers and floats as numbers. */
export type StoredValues = ReadonlyMap<string, unknown>

/** The entity whose node has these properties. */
export function entityFrom(schema: GraphSchema, values: StoredValues): Entity {
  const type = textOf(values, '_type')
  return {
    id: textOf(values, 'id'),
    type,
    name: textOf(values, 'name'),
    aliases: optional<readonly string[]>(values, 'aliases') ?? [],
    ...defined({ wikidata: optional<string>(values, 'wikidata'), note: optional<string>(values, 'note') }),
    properties: declaredFrom(schema.types.get(type)?.properties, values),
  }
}

/** The source whose node has these properties. */
export function sourceFrom(schema: GraphSchema, values: StoredValues): Source {
  const type = textOf(values, '_type')
  return {
    id: textOf(values, 'id'),
    type,
    ...defined({
      title: optional<string>(values, 'title'),
      publisher: optional<string>(values, 'publisher'),
      author: optional<string>(values, 'author'),
      published: optional<string>(values, 'published'),
      url: optional<string>(values, 'url'),
      language: optional<string>(values, 'language'),
      text: optional<string>(values, 'text'),
      note: optional<string>(values, 'note'),
    }),
    properties: declaredFrom(schema.types.get(type)?.properties, values),
  }
}

/** The claim whose relationship has these ends and properties. */
export function claimFrom(schema: GraphSchema, subject: string, object: string, values: StoredValues): Claim {
  const relation = textOf(values, 'relation')
  return {
    id: textOf(values, 'id'),
    ...(values.get('_named') === true && { named: true }),
    subject,
    relation,
    object,
    ...defined({
      stance: optional<Stance>(values, 'stance'),
      statedStance: optional<Stance>(values, 'stated_stance'),
      date: optional<string>(values, 'date'),
      earliest: optional<string>(values, 'earliest'),
      latest: optional<string>(values, 'latest'),
      untilEarliest: optional<string>(values, 'until_earliest'),
      until: optional<string>(values, 'until'),
      source: optional<string>(values, 'source'),
    }),
    quotes: quotesFrom(values),
    ...defined({
      accordingTo: optional<string>(values, 'according_to'),
      onBehalfOf: optional<string>(values, 'on_behalf_of'),
      condition: optional<string>(values, 'condition'),
      joint: optional<readonly string[]>(values, 'joint'),
      retracted: optional<string>(values, 'retracted'),
      note: optional<string>(values, 'note'),
    }),
    properties: declaredFrom(schema.relations.get(relation)?.properties, values),
  }
}

function quotesFrom(values: StoredValues): readonly Quote[] {
  const [exact, starts, ends, translations] = [
    'quotes',
    'quote_starts',
    'quote_ends',
    'quote_translations',
  ].map((name) => optional<readonly unknown[]>(values, name) ?? [])
  return (exact ?? []).map((text, index) => {
    const [translation, start, end] = [translations?.[index], starts?.[index], ends?.[index]]
    return {
      exact: text as string,
      ...(translation !== undefined && translation !== '' && { translation: translation as string }),
      ...(start !== undefined && start !== -1 && { start: start as number, end: end as number }),
    }
  })
}

/** Own properties, even one called `__proto__`, in the order of the schema. */
function declaredFrom(
  declared: ReadonlyMap<string, Property> | undefined,
  values: StoredValues,
): PropertyValues {
  const names = [...(declared?.keys() ?? [])].filter((name) => values.has(name))
  return Object.fromEntries(names.map((name) => [name, values.get(name) as PropertyValue]))
}

function optional<T>(values: StoredValues, name: string): T | undefined {
  return values.get(name) as T | undefined
}

/** What every record of ours has; where somebody took it away by hand, there is no reading it. */
function textOf(values: StoredValues, name: string): string {
  const value = values.get(name)
  if (typeof value === 'string') return value
  throw new DamagedRecordError(name, values)
}

/** A node or relationship in the database has lost what was loaded. */
export class DamagedRecordError extends Error {
  override readonly name = 'DamagedRecordError'

  constructor(property: string, values: StoredValues) {
    const which = values.get('id') ?? values.get('name')
    super(
      `${typeof which === 'string' ? `\`${which}\`` : 'something'} in the database has lost its property \`${property}\`; load the project again`,
    )
  }
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** The fields that have a value. */
function defined<T extends Record<string, unknown>>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>
}

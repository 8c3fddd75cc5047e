/** Turns what Neo4j holds of sources, entities and claims back into what was loaded: the inverse of records.ts. */
import type { Claim, Entity, PropertyValue, PropertyValues, Quote, Source } from '../graph/knowledge-graph.ts'
import type { GraphSchema, Property, Stance } from '../graph/schema.ts'

/** Properties by name, with plain values: days as ISO text, integers and floats as numbers. */
export type StoredValues = ReadonlyMap<string, unknown>

/** The entity whose node has these properties. */
export function entityFrom(schema: GraphSchema, values: StoredValues): Entity {
  const type = textOf(values, '_type')
  const text = optionalText(values)
  return {
    id: textOf(values, 'id'),
    type,
    name: textOf(values, 'name'),
    aliases: (values.get('aliases') ?? []) as readonly string[],
    ...defined({ wikidata: text('wikidata'), note: text('note') }),
    properties: declaredFrom(schema.types.get(type)?.properties, values),
  }
}

/** The source whose node has these properties. */
export function sourceFrom(schema: GraphSchema, values: StoredValues): Source {
  const type = textOf(values, '_type')
  const text = optionalText(values)
  return {
    id: textOf(values, 'id'),
    type,
    ...defined({
      title: text('title'),
      publisher: text('publisher'),
      author: text('author'),
      published: text('published'),
      url: text('url'),
      language: text('language'),
      text: text('text'),
      note: text('note'),
    }),
    properties: declaredFrom(schema.types.get(type)?.properties, values),
  }
}

/** The claim whose relationship has these ends and properties. */
export function claimFrom(schema: GraphSchema, subject: string, object: string, values: StoredValues): Claim {
  const relation = textOf(values, 'relation')
  const text = optionalText(values)
  return {
    id: textOf(values, 'id'),
    ...(values.get('_named') === true && { named: true }),
    subject,
    relation,
    object,
    ...defined({
      stance: text('stance') as Stance | undefined,
      statedStance: text('stated_stance') as Stance | undefined,
      date: text('date'),
      earliest: text('earliest'),
      latest: text('latest'),
      untilEarliest: text('until_earliest'),
      until: text('until'),
      source: text('source'),
    }),
    quotes: quotesFrom(values),
    ...defined({
      accordingTo: text('according_to'),
      onBehalfOf: text('on_behalf_of'),
      condition: text('condition'),
      joint: values.get('joint') as readonly string[] | undefined,
      retracted: text('retracted'),
      note: text('note'),
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
  ].map((name) => (values.get(name) ?? []) as readonly unknown[])
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

function optionalText(values: StoredValues): (name: string) => string | undefined {
  return (name) => values.get(name) as string | undefined
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

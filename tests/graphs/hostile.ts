/** A graph whose every text is one that formats and query languages tend to change, with properties of each type. */
import type {
  Claim,
  Entity,
  KnowledgeGraph,
  PropertyValues,
  Source,
} from '../../src/graph/knowledge-graph.ts'
import type { GraphSchema, Property, PropertyKind, Relation } from '../../src/graph/schema.ts'
import { nfc } from '../../src/names/nfc.ts'
import { hostileTexts } from '../exports/hostile-texts.ts'
import { testSchema } from './build.ts'

const cypherTexts = ['}) DETACH DELETE n //', '`a``b`', '$graph', String.raw`\u0060`, "' OR '1'='1", '/* */']

/** Ids that were checked are NFC; every other text is as it was written. */
const texts = [...hostileTexts, ...cypherTexts]

/** Under `one …`, and as a list under `several …`. */
const values = {
  text: '',
  integer: 1 - 2 ** 53,
  number: 0.1,
  boolean: false,
  date: '2024-XX?',
  url: 'https://example.org/',
  entity: '',
} satisfies Record<PropertyKind, unknown>

const hostileNames = ['__proto__', 'a`b', '$id', 'constructor', String.raw`\u0060`]

const declared = new Map<string, Property>([
  ...hostileNames.map((name): [string, Property] => [name, property(name, 'text', false)]),
  ...(Object.keys(values) as PropertyKind[]).flatMap((kind): [string, Property][] => [
    [`one ${kind}`, property(`one ${kind}`, kind, false)],
    [`several ${kind}`, property(`several ${kind}`, kind, true)],
  ]),
])

function property(name: string, kind: PropertyKind, list: boolean): Property {
  return { name, kind, list, required: false }
}

function propertiesWith(text: string): PropertyValues {
  const all = new Map<string, PropertyValues[string]>()
  for (const [kind, value] of Object.entries({ ...values, text, entity: text })) {
    all.set(`one ${kind}`, value).set(`several ${kind}`, [value, value])
  }
  return Object.fromEntries([...declared.keys()].map((name) => [name, all.get(name) ?? text]))
}

const schema: GraphSchema = {
  types: new Map([...testSchema.types].map(([name, type]) => [name, { ...type, properties: declared }])),
  relations: new Map([
    ...testSchema.relations,
    ...texts.map((name): [string, Relation] => [name, relationCalled(name)]),
  ]),
}

function relationCalled(name: string): Relation {
  const model = testSchema.relations.get('supports')
  if (!model) throw new Error('the schema of the tests has no relation `supports`')
  return { ...model, name, label: `${name}.`, properties: declared }
}

const ids = [...new Set(texts.map(nfc))]

function idAt(index: number): string {
  return ids[index % ids.length] ?? ''
}

const entities = ids.map((id, index): Entity => ({
  id,
  type: 'Person',
  name: texts[index] ?? id,
  aliases: texts,
  wikidata: id,
  note: id,
  properties: propertiesWith(id),
}))

const sources = ids.map((id): Source => {
  const [title, publisher, author, published, url, language, text, note] = Array<string>(8).fill(id)
  const fields = { title, publisher, author, published, url, language, text, note } as Partial<Source>
  return { id: `source ${id}`, type: 'Article', ...fields, properties: propertiesWith(id) }
})

const claims = texts.map((text, index): Claim => ({
  id: `claim ${idAt(index)}${index}`,
  ...(index % 2 === 0 && { named: true }),
  subject: idAt(index),
  relation: text,
  object: idAt(index + 1),
  stance: 'withholds',
  statedStance: 'supports',
  date: text,
  earliest: '0001-01-01',
  latest: '2024-02-29',
  untilEarliest: '2024-12-31',
  until: '9999-12-31',
  source: `source ${idAt(index)}`,
  quotes: [{ exact: text, translation: `${text}!`, start: 0, end: 3 }, { exact: `${text}?` }],
  accordingTo: idAt(index + 2),
  onBehalfOf: idAt(index + 3),
  condition: text,
  joint: texts,
  retracted: text,
  note: text,
  properties: propertiesWith(text),
}))

/** The graph. */
export const hostileGraph: KnowledgeGraph = {
  schema,
  entities: new Map(entities.map((entity) => [entity.id, entity])),
  sources: new Map(sources.map((source) => [source.id, source])),
  claims: new Map(claims.map((claim) => [claim.id, claim])),
}

/** Which properties of a node or relationship are ours to change; all others are somebody else's. */
import type { GraphSchema } from '../graph/schema.ts'
import type { BaseLabel } from './records.ts'

/** The built-in properties of an entity's node from which the entity is read back. */
export const entityProperties = ['id', '_type', 'name', 'aliases', 'wikidata', 'note'] as const

/** Likewise of a source's node. */
export const sourceProperties = [
  'id',
  '_type',
  'title',
  'publisher',
  'author',
  'published',
  'url',
  'language',
  'text',
  'note',
] as const

/** Likewise of a claim's relationship. */
export const claimProperties = [
  'id',
  '_named',
  'relation',
  'stance',
  'stated_stance',
  'date',
  'earliest',
  'latest',
  'until_earliest',
  'until',
  'source',
  'quotes',
  'quote_starts',
  'quote_ends',
  'quote_translations',
  'according_to',
  'on_behalf_of',
  'condition',
  'joint',
  'retracted',
  'note',
] as const

const bookkeeping = ['_graph', '_fingerprint'] as const

const nodeProperties: Readonly<Record<BaseLabel, readonly string[]>> = {
  Entity: [...entityProperties, '_names', ...bookkeeping],
  Source: [...sourceProperties, 'name', ...bookkeeping],
  Claim: ['id', 'name', '_type', '_names', ...bookkeeping],
}

const relationshipProperties = [...claimProperties, ...bookkeeping] as const

/** The names of all properties that a node under a base label can have by these schemas. */
export function ownNodeProperties(label: BaseLabel, schemas: readonly GraphSchema[]): ReadonlySet<string> {
  const declared = schemas.flatMap(({ types }) =>
    [...types.values()].flatMap((type) => [...type.properties.keys()]),
  )
  return new Set([...nodeProperties[label], ...declared])
}

/** The names of all properties that a relationship of a type can have by these schemas. */
export function ownRelationshipProperties(
  type: string,
  schemas: readonly GraphSchema[],
): ReadonlySet<string> {
  const relations = schemas.flatMap(({ relations }) => [...relations.values()])
  const declared = relations.flatMap((relation) =>
    relation.label === type ? [...relation.properties.keys()] : [],
  )
  return new Set([...relationshipProperties, ...declared])
}

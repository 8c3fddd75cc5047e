/** The built-in keys of data files, from which reading, checks and the JSON Schema follow. */

/** Of a source. */
export const sourceKeys = [
  'id',
  'type',
  'title',
  'publisher',
  'author',
  'published',
  'url',
  'language',
  'text',
  'note',
] as const

/** Of an entity. */
export const entityKeys = ['type', 'name', 'aliases', 'wikidata', 'note'] as const

/** Of a claim. */
export const claimKeys = [
  'claim',
  'subject',
  'relation',
  'object',
  'id',
  'date',
  'quote',
  'on_behalf_of',
  'according_to',
  'condition',
  'stance',
  'retracted',
  'note',
] as const

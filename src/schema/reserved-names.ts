/** Names that a graph schema cannot give, because something built in has them. */
import { builtInTypes, structuralLabels } from '../graph/schema.ts'

/** What has a property, which decides what the property may not be called. */
export type PropertyOwner = 'relation' | 'entity' | 'source'

const nodeFields = ['id', 'name', 'type', 'labels']

/** The keys of a claim, an entity and a source in data files, and the fields of their edges and nodes in the graph. */
const reservedProperties: Record<PropertyOwner, ReadonlySet<string>> = {
  relation: new Set([
    ...[
      'claim',
      'subject',
      'relation',
      'object',
      'source',
      'id',
      'date',
      'quote',
      'on_behalf_of',
      'according_to',
    ],
    ...[
      'condition',
      'stance',
      'retracted',
      'note',
      'earliest',
      'latest',
      'until_earliest',
      'until',
      'stated_stance',
    ],
    ...['type', 'quotes', 'quote_starts', 'quote_ends', 'quote_translations', 'joint'],
  ]),
  entity: new Set([...nodeFields, 'aliases', 'wikidata', 'note']),
  source: new Set([
    ...nodeFields,
    ...['title', 'publisher', 'author', 'published', 'url', 'language', 'text', 'note'],
  ]),
}

/** Whether a property cannot have this name. One underscore begins the bookkeeping of stores. */
export function isReservedProperty(name: string, owner: PropertyOwner): boolean {
  return reservedProperties[owner].has(name) || /^_(?!_)/.test(name)
}

/** Whether a type cannot have this name: it is built in, or is the label under which Neo4j keeps the graph's own node. */
export function isReservedType(name: string): boolean {
  return name === 'StancegraphGraph' || builtInTypes.some((type) => type === name)
}

/** Whether a relation cannot have this label: it is that of a structural edge. */
export function isReservedLabel(label: string): boolean {
  return structuralLabels.some((structural) => structural === label)
}

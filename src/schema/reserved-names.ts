/** Names that a graph schema cannot give, because something built in has them. */
import { claimKeys, entityKeys, sourceKeys } from '../graph/file-keys.ts'
import { builtInTypes, structuralLabels } from '../graph/schema.ts'

/** What has a property, which decides what the property may not be called. */
export type PropertyOwner = 'relation' | 'entity' | 'source'

const nodeFields = ['id', 'name', 'type', 'labels']

/** The fields of a claim's edge that are called otherwise than the keys of a claim. */
const edgeFields = [
  'type',
  'source',
  'earliest',
  'latest',
  'until_earliest',
  'until',
  'stated_stance',
  'quotes',
  'quote_starts',
  'quote_ends',
  'quote_translations',
  'joint',
]

/** The keys of a claim, an entity and a source in data files, and the fields of their edges and nodes in the graph. */
const reservedProperties: Record<PropertyOwner, ReadonlySet<string>> = {
  relation: new Set([...claimKeys, ...edgeFields]),
  entity: new Set([...nodeFields, ...entityKeys]),
  source: new Set([...nodeFields, ...sourceKeys]),
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

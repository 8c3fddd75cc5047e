/** The graph schema as plain data: which types and relations exist, and what each may carry. */

/** What a claim can say about its object. */
export type Stance = 'supports' | 'opposes' | 'withholds' | 'neutral'

export const stances: readonly Stance[] = ['supports', 'opposes', 'withholds', 'neutral']

/** What the values of a property are; with {@link Property.list}, lists of these. */
export type PropertyKind = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'url' | 'entity'

export interface Property {
  readonly name: string
  readonly kind: PropertyKind
  readonly list: boolean
  /** The type that an `entity` must have. */
  readonly range?: string
  readonly required: boolean
  /** Smallest value allowed, for `integer` and `number`. */
  readonly minimum?: number
  /** Largest value allowed, for `integer` and `number`. */
  readonly maximum?: number
  readonly note?: string
}

export interface EntityType {
  readonly name: string
  /** The types it extends directly, as written. Only Entity, Source and Claim have none. */
  readonly parents: readonly string[]
  /** All types it is, itself first, then its ancestors breadth first. These are the labels of a node. */
  readonly lineage: readonly string[]
  readonly abstract: boolean
  /** Own and inherited properties by name. */
  readonly properties: ReadonlyMap<string, Property>
  readonly note?: string
}

export interface Relation {
  readonly name: string
  /** The relationship type in Cypher, such as `DECLARES_WINNER`. Unique in a schema. */
  readonly label: string
  /** The relation it extends, whose keys it has taken over. */
  readonly parent?: string
  /** An abstract relation is only there to be extended: no claim may use it. */
  readonly abstract: boolean
  /** Types allowed for the subject. */
  readonly from: readonly string[]
  /** Types allowed for the object. */
  readonly to: readonly string[]
  /** The stance that every claim of this relation takes; `per claim`: each claim says; absent: none. */
  readonly stance?: Stance | 'per claim'
  readonly note?: string
  /** Codes of the same act in other schemes, such as `cameo` → `054`. */
  readonly codes: ReadonlyMap<string, string>
  readonly properties: ReadonlyMap<string, Property>
  /** Properties for whose values there can be only one object. */
  readonly exclusive: readonly string[]
  /** The subject speaks for the object while such a claim is in force. Implies {@link lasting}. */
  readonly speaksFor: boolean
  /** A state, not an act: a claim takes an interval or no date. */
  readonly lasting: boolean
  /** By the subject of the claim it is about: that claim no longer counts as its word. */
  readonly denies: boolean
}

export interface GraphSchema {
  /** By name; holds the built-in Entity, Source and Claim too. */
  readonly types: ReadonlyMap<string, EntityType>
  /** By name. */
  readonly relations: ReadonlyMap<string, Relation>
}

/** The types that every schema has. */
export const builtInTypes = ['Entity', 'Source', 'Claim'] as const

/** The relationship types that tie a Claim node to its ends and to its source. */
export const structuralLabels = ['SUBJECT', 'OBJECT', 'REPORTED_IN'] as const

/** Whether `type` is `ancestor` or extends it; false for types that the schema does not know. */
export function isA(schema: GraphSchema, type: string, ancestor: string): boolean {
  return schema.types.get(type)?.lineage.includes(ancestor) ?? false
}

/** Whether `type` is one of `allowed` or extends one of them. */
export function isAnyOf(schema: GraphSchema, type: string, allowed: readonly string[]): boolean {
  return schema.types.get(type)?.lineage.some((ancestor) => allowed.includes(ancestor)) ?? false
}

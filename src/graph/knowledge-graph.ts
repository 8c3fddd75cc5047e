/** The knowledge graph as plain data, independent of any store and of the files it came from. */
import type { GraphSchema, Stance } from './schema.ts'

/** The value of a declared property. Dates are EDTF text, entities are ids. */
export type PropertyValue = string | number | boolean | readonly (string | number | boolean)[]

/** Declared properties by name, in the order of the schema. Missing means absent, never "" or 0. */
export type PropertyValues = Readonly<Record<string, PropertyValue>>

/** A passage of a source. `start` and `end` are there when it was found in the source's text. */
export interface Quote {
  readonly exact: string
  readonly translation?: string
  /** 0-based position of the first code point in the text file. */
  readonly start?: number
  /** Position after the last code point in the text file. */
  readonly end?: number
}

/** Where claims were read: an article, a press statement, a post. */
export interface Source {
  readonly id: string
  readonly type: string
  readonly title?: string
  readonly publisher?: string
  readonly author?: string
  /** EDTF text. */
  readonly published?: string
  readonly url?: string
  readonly language?: string
  /** The text file, as written. */
  readonly text?: string
  readonly note?: string
  readonly properties: PropertyValues
}

/** A thing in the world: person, organization, country, position, event, document, issue. */
export interface Entity {
  /** Its handle. */
  readonly id: string
  readonly type: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly wikidata?: string
  readonly note?: string
  readonly properties: PropertyValues
}

/**
 * When something began and ended, as far as is known. All days are ISO texts (`2024-08-01`), both ends
 * included; a missing bound is minus or plus infinity.
 */
export interface Bounds {
  /** The first day on which it can have begun. */
  readonly earliest?: string
  /** The last day on which it can have begun. */
  readonly latest?: string
  /** The first day that can have been its last; only intervals have one. */
  readonly untilEarliest?: string
  /** The last day that can have been its last; only intervals have one. */
  readonly until?: string
}

/** A triple as one source reports it. The unit of everything. */
export interface Claim extends Bounds {
  readonly id: string
  /** The author gave the id; otherwise it is computed from what the claim says. */
  readonly named?: true
  /** Id of an entity, or of a claim. */
  readonly subject: string
  readonly relation: string
  /** Id of an entity, or of a claim. */
  readonly object: string
  /** The effective stance: what the relation or the claim says, or `withholds` where there is a condition. */
  readonly stance?: Stance
  /** What a claim of a `per claim` relation says before its condition; absent without a condition. */
  readonly statedStance?: Stance
  /** EDTF text: the claim's own, or else its source's publication date; absent for a lasting claim without one. */
  readonly date?: string
  /** Absent for background that no source is needed for. */
  readonly source?: string
  readonly quotes: readonly Quote[]
  /** Whose word it is when it is not the source's own: an entity's id, or `unnamed`. */
  readonly accordingTo?: string
  readonly onBehalfOf?: string
  readonly condition?: string
  /** The sorted ids of all claims of a joint statement, this one among them. */
  readonly joint?: readonly string[]
  /** EDTF text: the day on which the source took the claim back. */
  readonly retracted?: string
  readonly note?: string
  readonly properties: PropertyValues
}

/** The `according_to` of officials whom a source does not name. */
export const unnamed = 'unnamed'

/** Everything that was claimed, with the schema that says what it means. Ids are unique across all three maps. */
export interface KnowledgeGraph {
  readonly schema: GraphSchema
  readonly sources: ReadonlyMap<string, Source>
  readonly entities: ReadonlyMap<string, Entity>
  readonly claims: ReadonlyMap<string, Claim>
}

/** The display name of a claim's node: its triple. */
export function claimName(claim: Claim): string {
  return `${claim.subject} ${claim.relation} ${claim.object}`
}

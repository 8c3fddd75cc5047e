/** Small graphs as plain data, for the tests of exports. */
import type { Claim, Entity, KnowledgeGraph, Source } from '../../src/graph/knowledge-graph.ts'
import type {
  EntityType,
  GraphSchema,
  Property,
  PropertyKind,
  Relation,
  Stance,
} from '../../src/graph/schema.ts'

function property(name: string, kind: PropertyKind, list = false): Property {
  return { name, kind, list, required: false }
}

function properties(...all: Property[]): ReadonlyMap<string, Property> {
  return new Map(all.map((each) => [each.name, each]))
}

function type(name: string, parent: string | undefined, ...own: Property[]): EntityType {
  const lineage = parent === undefined ? [name] : [name, parent]
  return {
    name,
    parents: parent === undefined ? [] : [parent],
    lineage,
    abstract: false,
    properties: properties(...own),
  }
}

function relation(name: string, stance: Stance | undefined, ...own: Property[]): Relation {
  return {
    name,
    label: name.toUpperCase().replaceAll(' ', '_'),
    abstract: false,
    from: ['Entity'],
    to: ['Entity', 'Claim'],
    ...(stance && { stance }),
    codes: new Map(),
    properties: properties(...own),
    exclusive: [],
    speaksFor: false,
    lasting: false,
    denies: false,
  }
}

/** Covers every kind of property; `share` is a number of one relation and a text of another. */
export const exampleSchema: GraphSchema = {
  types: new Map(
    [
      type('Entity', undefined),
      type('Source', undefined),
      type('Claim', undefined),
      type('Person', 'Entity'),
      type('Country', 'Entity', property('founded', 'date'), property('site', 'url')),
      type('Election', 'Entity', property('turnout', 'number'), property('open', 'boolean')),
      type('Article', 'Source', property('words', 'integer')),
    ].map((each) => [each.name, each]),
  ),
  relations: new Map(
    [
      relation('recognizes', 'supports'),
      relation('recognizes 2', 'opposes'),
      relation(
        'declares winner',
        undefined,
        property('share', 'number'),
        property('votes', 'integer'),
        property('final', 'boolean'),
        property('rounds', 'number', true),
        property('regions', 'text', true),
        property('regarding', 'entity'),
      ),
      relation('sells', undefined, property('share', 'text')),
      relation('disputes', 'opposes'),
    ].map((each) => [each.name, each]),
  ),
}

export function entity(id: string, type = 'Person', more: Partial<Entity> = {}): Entity {
  return { id, type, name: id, aliases: [], properties: {}, ...more }
}

export function source(id: string, more: Partial<Source> = {}): Source {
  return { id, type: 'Article', properties: {}, ...more }
}

export function claim(
  id: string,
  subject: string,
  relation: string,
  object: string,
  more: Partial<Claim> = {},
): Claim {
  return { id, named: true, subject, relation, object, quotes: [], properties: {}, ...more }
}

/** A graph of these parts, with {@link exampleSchema}. */
export function graphOf(parts: {
  entities?: readonly Entity[]
  sources?: readonly Source[]
  claims?: readonly Claim[]
}): KnowledgeGraph {
  return {
    schema: exampleSchema,
    entities: byId(parts.entities ?? []),
    sources: byId(parts.sources ?? []),
    claims: byId(parts.claims ?? []),
  }
}

function byId<T extends { readonly id: string }>(parts: readonly T[]): ReadonlyMap<string, T> {
  return new Map(parts.map((part) => [part.id, part]))
}

/** One of everything: intervals, quotes, a claim about a claim, zeros, lists, parallel claims. */
export const exampleGraph: KnowledgeGraph = graphOf({
  entities: [
    entity('CNE', 'Entity', { name: 'Consejo Nacional Electoral', aliases: ['CNE', 'the council, "CNE"'] }),
    entity('Blinken', 'Person', { name: 'Antony Blinken', wikidata: 'Q7821917' }),
    entity('González', 'Person', { name: 'Edmundo González Urrutia' }),
    entity('US', 'Country', {
      name: 'United States',
      properties: { founded: '1776-07-04', site: 'https://www.usa.gov/?a=1&b=2' },
    }),
    entity('election', 'Election', { name: 'Election <2024>', properties: { turnout: 0, open: false } }),
  ],
  sources: [
    source('wire-1', {
      title: 'A & B',
      publisher: 'Wire',
      published: '2024-08-02',
      properties: { words: 0 },
    }),
    source('wire-2', { published: '2024-08-05' }),
  ],
  claims: [
    claim('c1', 'Blinken', 'recognizes', 'González', {
      stance: 'supports',
      date: '2024-08-01',
      earliest: '2024-08-01',
      latest: '2024-08-01',
      source: 'wire-1',
      quotes: [
        { exact: 'won "the most" votes, [sic]\nand C:\\ more', start: 12, end: 50 },
        { exact: 'the INF treaty' },
      ],
    }),
    claim('c2', 'Blinken', 'recognizes', 'González', {
      stance: 'withholds',
      statedStance: 'supports',
      condition: 'if the tallies\tare shown',
      date: '2024-01',
      earliest: '2024-01-01',
      latest: '2024-01-31',
      source: 'wire-2',
    }),
    claim('c3', 'Blinken', 'recognizes 2', 'González', {
      stance: 'opposes',
      date: '2013-01-01/2019',
      earliest: '2013-01-01',
      latest: '2013-01-01',
      untilEarliest: '2019-01-01',
      until: '2019-12-31',
    }),
    claim('c4', 'CNE', 'declares winner', 'Blinken', {
      date: '../2024-08-31',
      untilEarliest: '2024-08-31',
      until: '2024-08-31',
      source: 'wire-1',
      properties: {
        share: 0,
        votes: 9007199254740991,
        final: false,
        rounds: [1, 51.2],
        regions: ['Zulia, "west"', "l'est", ''],
        regarding: 'election',
      },
    }),
    claim('c5', 'US', 'sells', 'US', { properties: { share: '51.20' } }),
    claim('c6', 'González', 'disputes', 'c4', {
      stance: 'opposes',
      date: '2024-07-30',
      earliest: '2024-07-30',
      latest: '2024-07-30',
      source: 'wire-1',
      joint: ['c6', 'c7'],
    }),
  ],
})

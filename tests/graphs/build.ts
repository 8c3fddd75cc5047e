/** Builds small knowledge graphs for tests, tersely and without any file. */
import { parseDate } from '../../src/dates/edtf.ts'
import type {
  Claim,
  Entity,
  KnowledgeGraph,
  PropertyValues,
  Quote,
  Source,
} from '../../src/graph/knowledge-graph.ts'
import {
  builtInTypes,
  type EntityType,
  type GraphSchema,
  type Property,
  type Relation,
  type Stance,
} from '../../src/graph/schema.ts'

/** What a claim of a test carries beside its triple and date. */
export interface ClaimParts {
  readonly id?: string
  readonly stance?: Stance
  readonly source?: string
  readonly quotes?: readonly Quote[]
  readonly accordingTo?: string
  readonly onBehalfOf?: string
  readonly condition?: string
  readonly joint?: readonly string[]
  readonly retracted?: string
  readonly note?: string
  readonly properties?: PropertyValues
}

/** A claim as a test writes it: `['H —supports→ x', '2024-01-10', { accordingTo: 'E' }]`; `''` is no date. */
export type WrittenClaim = readonly [triple: string, date: string, parts?: ClaimParts]

/** What a test's graph holds beside claims. */
export interface GraphParts {
  /** Entities that are not just an Organization with its handle for a name. */
  readonly entities?: readonly (Partial<Entity> & { readonly id: string })[]
  /** Sources that are not just an Article. Claims without a source of their own are from `wire`. */
  readonly sources?: readonly (Partial<Source> & { readonly id: string })[]
}

const typeParents: Readonly<Record<string, readonly string[]>> = {
  Actor: ['Entity'],
  Person: ['Actor'],
  Organization: ['Actor'],
  Country: ['Actor'],
  Position: ['Entity'],
  Event: ['Entity'],
  Article: ['Source'],
}

const relationKeys: Readonly<Record<string, Partial<Relation>>> = {
  supports: { stance: 'supports', parent: 'takes a side on' },
  endorses: { stance: 'supports', parent: 'supports' },
  opposes: { stance: 'opposes', parent: 'takes a side on' },
  'takes a side on': { abstract: true },
  'abstains on': { stance: 'withholds' },
  'stays neutral on': { stance: 'neutral' },
  'comments on': { stance: 'per claim' },
  disputes: { stance: 'opposes', denies: true, to: ['Claim', 'Event'] },
  disowns: { denies: true, to: ['Claim'] },
  meets: {},
  'speaks for': { speaksFor: true, lasting: true },
  holds: { speaksFor: true, lasting: true, from: ['Person'], to: ['Position'] },
  'post in': { speaksFor: true, lasting: true, from: ['Position'], to: ['Organization', 'Country'] },
  'member of': { lasting: true },
  'declares winner': {
    exclusive: ['regarding'],
    properties: new Map([
      ['regarding', property('regarding', 'entity')],
      ['share', property('share', 'number')],
      ['certified', property('certified', 'boolean')],
    ]),
  },
}

/** The schema of the tests' graphs. */
export const testSchema: GraphSchema = {
  types: new Map(
    [...builtInTypes.map((name) => [name, []] as const), ...Object.entries(typeParents)].map(
      ([name, parents]) => [name, entityType(name, parents)],
    ),
  ),
  relations: new Map(Object.entries(relationKeys).map(([name, keys]) => [name, relation(name, keys)])),
}

function property(name: string, kind: Property['kind']): Property {
  return { name, kind, list: false, required: false }
}

function entityType(name: string, parents: readonly string[]): EntityType {
  const lineage = [name, ...parents.flatMap((parent) => [parent, ...(typeParents[parent] ?? [])])]
  return { name, parents, lineage, abstract: name === 'Actor', properties: new Map() }
}

function relation(name: string, keys: Partial<Relation>): Relation {
  return {
    name,
    label: name.toUpperCase().replaceAll(' ', '_'),
    abstract: false,
    from: ['Actor'],
    to: ['Entity'],
    codes: new Map(),
    properties: new Map(),
    exclusive: [],
    speaksFor: false,
    lasting: false,
    denies: false,
    ...keys,
  }
}

/**
 * The graph of these claims. Every end that is no claim's id is an entity. A claim without an id of its own is
 * called by its triple and date: `H supports x 2024-01-10`.
 */
export function graphOf(written: readonly WrittenClaim[], parts: GraphParts = {}): KnowledgeGraph {
  const sources = new Map<string, Source>()
  for (const source of [{ id: 'wire', published: '2024-12-31' }, ...(parts.sources ?? [])]) {
    sources.set(source.id, { type: 'Article', properties: {}, ...source })
  }
  const claims = new Map(written.map((one) => toClaim(one, sources)).map((claim) => [claim.id, claim]))
  const entities = new Map<string, Entity>()
  for (const entity of [...(parts.entities ?? []), ...entitiesNamedIn(claims)]) {
    if (entities.has(entity.id)) continue
    entities.set(entity.id, { type: 'Organization', name: entity.id, aliases: [], properties: {}, ...entity })
  }
  return { schema: testSchema, sources, entities, claims }
}

function* entitiesNamedIn(claims: ReadonlyMap<string, Claim>): Generator<{ readonly id: string }> {
  for (const { subject, object, accordingTo, onBehalfOf } of claims.values()) {
    for (const id of [subject, object, accordingTo, onBehalfOf]) {
      if (id !== undefined && id !== 'unnamed' && !claims.has(id)) yield { id }
    }
  }
}

function toClaim([triple, written, parts = {}]: WrittenClaim, sources: ReadonlyMap<string, Source>): Claim {
  const [subject = '', rest = ''] = triple.split(' —')
  const [name = '', object = ''] = rest.split('→ ')
  const used = testSchema.relations.get(name)
  if (!used) throw new Error(`no relation ${name} in the schema of the tests`)
  const { stance: said, source = 'wire', ...others } = parts
  const date = written === '' && !used.lasting ? sources.get(source)?.published : written
  const stated = used.stance === 'per claim' ? said : used.stance
  const stance = stated !== undefined && parts.condition !== undefined ? 'withholds' : stated
  return {
    id: [subject, name, object, ...(date ? [date] : [])].join(' '),
    ...(parts.id !== undefined && { named: true }),
    subject,
    relation: name,
    object,
    ...(stance && { stance }),
    ...(parts.condition !== undefined && used.stance === 'per claim' && said && { statedStance: said }),
    ...(date && { date, ...boundsOf(date) }),
    source,
    quotes: [],
    properties: {},
    ...others,
  }
}

function boundsOf(date: string): Partial<Claim> {
  const parsed = parseDate(date)
  if (!parsed.ok) throw new Error(`${date}: ${parsed.problem}`)
  const { text: _text, interval: _interval, ...bounds } = parsed.date
  return bounds
}

/** The same graph with its claims in another order: each at the place that `order` has for it. */
export function reorder(graph: KnowledgeGraph, order: readonly number[]): KnowledgeGraph {
  const claims = [...graph.claims.values()].map((claim, index) => ({ claim, place: order[index] ?? index }))
  claims.sort((a, b) => a.place - b.place)
  return { ...graph, claims: new Map(claims.map(({ claim }) => [claim.id, claim])) }
}
